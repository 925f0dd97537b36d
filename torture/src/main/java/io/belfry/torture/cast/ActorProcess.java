package io.belfry.torture.cast;

import io.belfry.client.ClientOptions;
import io.belfry.client.NotificationClient;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Spoilt;
import io.belfry.torture.history.History;
import io.belfry.torture.history.HistoryWriter;
import io.belfry.torture.wire.Chaos;
import io.belfry.torture.wire.Damage;
import io.belfry.torture.wire.LossyTransport;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.delivery.Backoff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program of actors that live, and are killed, together. */
public final class ActorProcess {

  /** What a publisher's name begins with. */
  public static final String PUBLISHER = "publisher-";

  /** What a subscriber's name begins with. */
  public static final String SUBSCRIBER = "subscriber-";

  /** Has the actors come to an end. */
  public static final String FINISH = "finish";

  /** Said when all actors have. */
  public static final String FINISHED = "finished";

  private static final Duration DEADLINE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Instructions instructions;
  private final Path directory;
  private final LossyTransport transport;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<NotificationClient> clients = new ArrayList<>();

  private ActorProcess(Instructions instructions, Transport real) {
    this.instructions = instructions;
    this.directory = Path.of(instructions.text("histories"));
    Chaos chaos = Chaos.evenly(instructions.share("loss"));
    this.transport = new LossyTransport(real, Chaos.NONE, chaos, instructions.number("seed"));
  }

  /**
   * Runs the actors until they are told to finish. If the input ends before that, this process ends
   * at once.
   *
   * @param arguments cast, histories, began, rate, transport, settings, loss and seed, each as
   *     NAME=VALUE
   * @throws Exception if they can't begin
   */
  public static void main(String[] arguments) throws Exception {
    Cues cues = Cues.withoutGrace();
    Instructions instructions = Instructions.parse(arguments);
    Transport real = Wiring.from(instructions).open(Side.SPOKE);
    ActorProcess process = new ActorProcess(instructions, real);
    process.begin();
    Cues.say(Cues.READY);
    while (!cues.next().equals(FINISH)) {
      // Nothing else is of interest.
    }
    process.finish();
    Cues.say(FINISHED);
    System.exit(0);
  }

  private void begin() {
    int number = 0;
    for (String name : instructions.text("cast").split(",", -1)) {
      Actor actor = actor(name, instructions.number("seed") + 1_000L * ++number);
      actors.add(actor);
      Thread thread = new Thread(() -> play(actor), name);
      threads.add(thread);
      thread.start();
    }
  }

  private static void play(Actor actor) {
    try {
      actor.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Actor actor(String name, long seed) {
    History past = History.read(directory, name);
    HistoryWriter history = HistoryWriter.open(directory, name);
    if (name.startsWith(PUBLISHER)) {
      int number = Integer.parseInt(name.substring(PUBLISHER.length()));
      Repertoire repertoire = new Repertoire(instructions.number("began"));
      int rate = Math.toIntExact(instructions.number("rate"));
      return new Publisher(client(number), past, history, repertoire, seed, rate);
    }
    int number = Integer.parseInt(name.substring(SUBSCRIBER.length()));
    return new Subscriber(Role.of(number), client(number), past, history, seed);
  }

  /** Every other one tries again by itself, so that both ways are seen. */
  private NotificationClient client(int number) {
    ClientOptions options = new ClientOptions(
        DEADLINE,
        number % 2 == 0 ? Duration.ZERO : PATIENCE,
        new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1)));
    NotificationClient client = new NotificationClient(transport, options);
    clients.add(client);
    return client;
  }

  private void finish() throws InterruptedException {
    actors.forEach(Actor::finish);
    for (Thread thread : threads) {
      thread.join();
    }
    clients.forEach(NotificationClient::close);
    transport.close();
    actors.forEach(Actor::close);
    tellDamage();
  }

  /** In a history of its own, since the actors' have ended. */
  private void tellDamage() {
    Damage damage = transport.damage();
    String name = "wire-of-" + instructions.text("name");
    try (HistoryWriter history = HistoryWriter.open(directory, name)) {
      history.write(new Spoilt(damage.dropped(), damage.repeated(), damage.delayed()));
      history.write(new Finished());
    }
  }
}
