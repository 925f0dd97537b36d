package io.belfry.packing;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.packing.form.Answer;
import io.belfry.packing.form.Malformed;
import io.belfry.packing.form.Packs;
import io.belfry.packing.form.Question;
import io.belfry.packing.form.Questions;
import io.belfry.packing.form.Reader;
import io.belfry.transport.Counters;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Responder;
import io.belfry.transport.delivery.Watch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A service whose requests may come in packs. */
final class PackedService implements Leaving.Holder, RequestHandler, Watch.Watched {

  private static final Logger LOG = System.getLogger(PackedService.class.getName());

  private final Address service;
  private final RequestHandler handler;
  private final Responder responder;
  private final Replies replies;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong putAside = new AtomicLong();
  private volatile Optional<Subscription> own = Optional.empty();
  private volatile Runnable afterClose = () -> {};
  private volatile boolean closed;

  private boolean isWatched;
  private Optional<Watch> watch = Optional.empty();
  private volatile Optional<Round> current = Optional.empty();

  /** What the watch saw when it last looked. */
  private Optional<Round> seen = Optional.empty();

  private PackedService(
      Address service, RequestHandler handler, Responder responder, Replies replies) {
    this.service = service;
    this.handler = handler;
    this.responder = responder;
    this.replies = replies;
  }

  static PackedService begin(
      Transport wire, Address address, RequestHandler handler, Replies replies) {
    Responder responder = new Responder(handler, wire.capabilities());
    PackedService service = new PackedService(address, handler, responder, replies);
    service.own = Optional.of(wire.serve(address, service));
    return service;
  }

  @Override
  public CompletionStage<Message> onRequest(Message request) throws Exception {
    if (!Packs.isPack(request)) {
      received.incrementAndGet();
      return handler.onRequest(request);
    }
    try {
      return CompletableFuture.completedStage(Packs.ofAnswers(answer(Reader.questions(request))));
    } catch (Malformed e) {
      putAside.incrementAndGet();
      LOG.log(Level.WARNING, "At service {0}: {1}", service, e.getMessage());
      return CompletableFuture.failedStage(new TransportException(
          Category.REFUSED, "The requests were packed in a way that the service can't read."));
    }
  }

  /** Answers one after the other; what is not begun when the service leaves is for others. */
  private List<Answer> answer(Questions questions) {
    long arrived = System.nanoTime();
    Round round = new Round(questions.asker(), replies);
    begin(round);
    for (Question question : questions.questions()) {
      if (closed) {
        round.bring(Answer.notBegun(question.number()));
      } else if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - arrived) > question.patience()) {
        putAside.incrementAndGet(); // Nobody waits for it any more.
      } else {
        answer(round, question);
      }
    }
    current = Optional.empty();
    return round.end();
  }

  private void begin(Round round) {
    current = Optional.of(round);
    if (!isWatched) {
      isWatched = true;
      watch = Optional.of(replies.watch());
      replies.watch().add(this);
    }
    watch.ifPresent(Watch::wake);
  }

  /** On the watch: a round that was there the last time takes too long. */
  @Override
  public boolean look() {
    Optional<Round> now = current;
    now.filter(round -> seen.filter(round::equals).isPresent()).ifPresent(Round::hurry);
    seen = now;
    return now.isPresent();
  }

  private void answer(Round round, Question question) {
    received.incrementAndGet();
    try {
      responder.answer(new Responder.Request(
          question.message(), outcome -> round.bring(new Answer(question.number(), outcome))));
    } catch (Throwable e) { // An Error, too: it is no business of the others in the pack.
      failed.incrementAndGet();
      LOG.log(Level.WARNING, "The handler of service " + service + " failed", e);
    } finally {
      Thread.interrupted(); // What one call leaves behind must not trouble the next.
    }
  }

  @Override
  public CompletionStage<Void> ready() {
    return own.orElseThrow().ready();
  }

  @Override
  public Counters counters() {
    Counters its = own.orElseThrow().counters();
    return new Counters(
        received.get(),
        its.failed() + failed.get(),
        its.dropped(),
        its.filtered() + putAside.get());
  }

  @Override
  public void onClosed(Runnable then) {
    afterClose = then;
  }

  @Override
  public void close() {
    closed = true;
    own.orElseThrow().close();
    watch.ifPresent(each -> each.remove(this));
    afterClose.run();
  }
}
