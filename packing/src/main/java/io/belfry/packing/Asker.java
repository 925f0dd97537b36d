package io.belfry.packing;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.packing.form.Answer;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Question;
import io.belfry.packing.form.Questions;
import io.belfry.packing.form.Reader;
import io.belfry.packing.lane.Lane;
import io.belfry.packing.lane.Lanes;
import io.belfry.packing.lane.Limits;
import io.belfry.packing.lane.Load;
import io.belfry.transport.RequestReply;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Requests;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks for one transport. A lone request is the wire's own; those that gather behind it travel
 * together; and so do those that are asked by who has just been answered, while others still are to
 * be. Answers that are there when the service has gone through all of them come with its reply;
 * others, each in its time, to an address that only who is asked knows.
 */
final class Asker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Asker.class.getName());

  /** Most gathers behind one; what is lost by waiting for it, more to a pack makes up for. */
  private static final int MOST_UNDER_WAY = 1;

  private static final Duration SOON = Duration.ofMillis(1);
  private static final CompletionStage<Message> TAKEN =
      CompletableFuture.completedStage(Message.of(""));

  private final RequestReply wire;
  private final Courier courier;
  private final Requests requests;
  private final Lanes<Address, Waiting> lanes;
  private final String name;
  private final AtomicBoolean isBegun = new AtomicBoolean();
  private volatile boolean canTakeAnswers;

  /** A request that waits for its pack. */
  private record Waiting(long number, long endsAt, Message message) {
    long millis() {
      return Math.max(0, TimeUnit.NANOSECONDS.toMillis(endsAt - System.nanoTime()));
    }

    Question question() {
      return new Question(number, millis(), message);
    }
  }

  Asker(RequestReply wire, Limits limits, Courier courier) {
    this.wire = wire;
    this.courier = courier;
    this.requests = new Requests("packing-clock", courier);
    this.lanes = new Lanes<>(ToService::new, limits.answered(MOST_UNDER_WAY, SOON), courier);
    byte[] random = new byte[Questions.ASKER_LENGTH / 2];
    new SecureRandom().nextBytes(random);
    this.name = HexFormat.of().formatHex(random);
  }

  CompletionStage<Message> ask(Address service, Message request, Duration deadline) {
    Lane<Waiting> lane = lanes.to(service);
    if (!courier.isTellingMore() && lane.isMyTurn()) {
      CompletionStage<Message> reply = wire.request(service, request, deadline);
      lane.sent(reply);
      return reply;
    }
    if (!canTakeAnswers) {
      beginToTakeAnswers();
      return wire.request(service, request, deadline);
    }
    long endsAt = System.nanoTime() + Math.max(0, TimeUnit.NANOSECONDS.convert(deadline));
    return requests.send(
        service, deadline, number -> lane.add(new Waiting(number, endsAt, request)));
  }

  /** The first time that requests gather; those who always ask one by one need none of it. */
  private void beginToTakeAnswers() {
    if (isBegun.getAndSet(true)) {
      return;
    }
    try {
      wire.serve(Replies.addressOf(name), this::take).ready().thenRun(() -> canTakeAnswers = true);
    } catch (TransportException e) { // Closed, which the request will tell by itself.
      LOG.log(Level.DEBUG, "Requests are not packed", e);
    }
  }

  private CompletionStage<Message> take(Message pack) throws Malformed {
    for (Answer answer : Reader.answers(pack)) {
      requests.complete(answer.number(), answer.outcome());
    }
    return TAKEN;
  }

  @Override
  public void close() {
    requests.close();
    lanes.close(0);
  }

  /** What goes to one service. */
  private final class ToService implements Load<Waiting> {

    private final Address service;

    ToService(Address service) {
      this.service = service;
    }

    @Override
    public CompletionStage<?> send(List<Waiting> waiting) {
      if (waiting.size() == 1) {
        return askAlone(waiting.get(0));
      }
      long longest = waiting.stream().mapToLong(Waiting::millis).max().orElse(0);
      List<Question> questions = waiting.stream().map(Waiting::question).toList();
      return wire.request(
              service,
              Packs.ofQuestions(new Questions(name, questions)),
              Duration.ofMillis(longest))
          .whenComplete((reply, failure) -> {
            if (failure == null) {
              accept(reply, waiting);
            } else {
              waiting.forEach(each -> requests.fail(each.number(), reason(failure)));
            }
          });
    }

    private CompletionStage<?> askAlone(Waiting waiting) {
      return wire.request(service, waiting.message(), Duration.ofMillis(waiting.millis()))
          .whenComplete((reply, failure) -> {
            if (failure == null) {
              requests.complete(waiting.number(), Outcome.ok(reply));
            } else {
              requests.fail(waiting.number(), reason(failure));
            }
          });
    }

    /**
     * What a service that leaves has not begun, another is asked. Who is answered may well ask the
     * next: that gathers until all of them are.
     */
    private void accept(Message reply, List<Waiting> waiting) {
      Lane<Waiting> lane = lanes.to(service);
      lane.hold();
      try {
        for (Answer answer : Reader.answers(reply)) {
          if (answer.isNotBegun()) {
            waiting.stream()
                .filter(each -> each.number() == answer.number())
                .forEach(this::askAlone);
          } else {
            requests.complete(answer.number(), answer.outcome());
          }
        }
      } catch (Malformed e) {
        TransportException refusal = new TransportException(
            Category.REFUSED,
            "The service '" + service + "' can't read packed requests; ask it with packing off.",
            e);
        waiting.forEach(each -> requests.fail(each.number(), refusal));
      } finally {
        courier.execute(lane::release);
      }
    }

    @Override
    public int size(Waiting waiting) {
      return Packs.size(waiting.message()) + Packs.ENTRY_BYTES;
    }

    @Override
    public boolean isAlone(Waiting waiting) {
      return PlainLoad.travelsAlone(waiting.message());
    }
  }

  private static TransportException reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    return cause instanceof TransportException known
        ? known
        : new TransportException(Category.INTERNAL, "The wire failed.", cause);
  }
}
