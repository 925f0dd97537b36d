package io.belfry.torture.cast;

import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Mode;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.TopicSpec;
import io.belfry.torture.cast.Repertoire.Piece;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Created;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.History;
import io.belfry.torture.history.HistoryWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Publishes one after the other, each until it is acknowledged, and some of them once more after
 * that. When it is started again, it goes on with what was not acknowledged.
 */
final class Publisher implements Actor {

  private static final double REPEATED_SHARE = 0.03;

  /** One of so many is given up when its outcome is not known. */
  private static final int GIVEN_UP = 30;

  private static final int SHORT = 60;
  private static final int LONG = 3_000;
  private static final double LONG_SHARE = 0.02;

  private final String name;
  private final Attempts attempts;
  private final NotificationService service;
  private final HistoryWriter history;
  private final Repertoire repertoire;
  private final Random random;
  private final int pauseMillis;
  private final Map<String, Intent> open = new TreeMap<>();
  private final Set<String> created = new HashSet<>();
  private long count;
  private volatile boolean isFinishing;

  Publisher(
      NotificationService service,
      History past,
      HistoryWriter history,
      Repertoire repertoire,
      long seed,
      int rate) {
    this.name = past.actor();
    this.service = service;
    this.history = history;
    this.repertoire = repertoire;
    this.attempts = new Attempts(history);
    this.pauseMillis = 2 * 1_000 / rate;
    past.entries(Intent.class).forEach(intent -> open.put(intent.key(), intent));
    count = open.size();
    // Not the same again after a crash.
    random = new Random(seed + count);
    past.entries(Acknowledged.class).forEach(acknowledged -> open.remove(acknowledged.key()));
  }

  @Override
  public void run() throws InterruptedException {
    for (Intent intent : open.values()) {
      publish(intent);
    }
    while (!isFinishing) {
      Piece piece = repertoire.choose(random, System.currentTimeMillis());
      if (create(piece)) {
        Intent intent = intend(piece);
        publish(intent);
        if (random.nextDouble() < REPEATED_SHARE) {
          publish(intent);
        }
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(pauseMillis + 1));
    }
    history.write(new Finished());
  }

  @Override
  public void finish() {
    isFinishing = true;
    attempts.hurry();
  }

  @Override
  public void close() {
    history.close();
  }

  private boolean create(Piece piece) throws InterruptedException {
    if (created.contains(piece.name())) {
      return true;
    }
    TopicSpec spec = new TopicSpec(
        new Topic(piece.name()), piece.isAppending() ? Mode.APPEND : Mode.REPLACE, "");
    if (attempts
        .repeat("create " + piece.name(), () -> service.createTopic(spec))
        .isEmpty()) {
      return false;
    }
    history.write(new Created(piece.name(), piece.isAppending()));
    return created.add(piece.name());
  }

  private Intent intend(Piece piece) {
    String key = name + "-" + count++;
    boolean isLong = !piece.isAppending() && random.nextDouble() < LONG_SHARE;
    Intent intent =
        new Intent(key, piece.name(), key + " " + text(random.nextInt(isLong ? LONG : SHORT)));
    history.write(intent);
    return intent;
  }

  /** All that can be hard to carry: blanks at the ends, quotes, line feeds, other scripts. */
  private String text(int length) {
    String letters = "abc \"\\\n\t{}종é";
    return random
        .ints(length, 0, letters.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(letters.charAt(i)), StringBuilder::append)
        .toString();
  }

  private void publish(Intent intent) throws InterruptedException {
    Publication publication = new Publication(
        new Topic(intent.topic()), Content.of(intent.content()), Optional.of(intent.key()));
    boolean isGivenUp = Math.floorMod(intent.key().hashCode(), GIVEN_UP) == 0;
    Optional<Published> published = isGivenUp
        ? attempts.once(intent.key(), () -> service.publish(publication))
        : attempts.repeat(intent.key(), () -> service.publish(publication));
    published.ifPresent(done -> history.write(new Acknowledged(
        intent.key(), done.epoch(), done.offset(), intent.topic(), done.seq(), done.isRepeat())));
  }
}
