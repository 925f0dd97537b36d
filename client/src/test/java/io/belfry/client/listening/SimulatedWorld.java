package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Start;
import io.belfry.service.Subscribed;
import io.belfry.service.protocol.Beacon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A service, a wire, a listener and all that can go wrong between them, without a thread or a
 * clock: the same seed makes the same history.
 */
final class SimulatedWorld {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long TROUBLE = 25 * SECOND;
  private static final long CALM = 60 * SECOND;

  private final SplittableRandom random;
  private final Conditions conditions;
  private final Agenda agenda = new Agenda();
  private final List<ModelLog> logs = new ArrayList<>();
  private final ModelService service;
  private final Witness witness;
  private SimulatedLife life;
  private long now;
  private long wireAwayUntil;
  private long serviceAwayUntil;
  private long pausedUntil;
  private long told;
  private long toldBefore;
  private int wireNumber;
  int crashes;
  int questions;

  SimulatedWorld(long seed) {
    random = new SplittableRandom(seed);
    conditions = new Conditions(random);
    logs.add(new ModelLog("e0", "0"));
    service = new ModelService(logs.get(0));
    service.most = conditions.serverPage;
    service.largest = conditions.largest;
    service.knowsWhereGapsBegin = random.nextBoolean();
    for (int i = random.nextInt(50); i > 0; i--) {
      log().append(topic());
    }
    log().create(new Topic("t.t1"));
    Start start = start();
    witness = new Witness(conditions.filter, logs, start);
    life = new SimulatedLife(this, conditions, start);
  }

  /** Goes through a time of trouble and a time of calm; fails if a promise is broken. */
  void run() {
    later(random.nextLong(SECOND), () -> life.sequencer.begin());
    later(0, this::publish);
    later(SECOND, this::beacon);
    later(SECOND, this::trouble);
    if (conditions.fate != Conditions.Fate.STAYS) {
      later(TROUBLE / 2, this::changeLog);
    }
    runUntil(TROUBLE);
    long left = CALM + life.backlog.count() * conditions.handling;
    runUntil(TROUBLE + left + log().head() * conditions.handling);
    requireEnd();
  }

  Witness witness() {
    return witness;
  }

  Conditions conditions() {
    return conditions;
  }

  long now() {
    return now;
  }

  SplittableRandom random() {
    return random;
  }

  void later(long nanos, Runnable task) {
    agenda.at(now + nanos, task);
  }

  long handling(Conditions of) {
    if (of.freezes && isTroubled() && random.nextInt(50) == 0) {
      return random.nextLong(8 * SECOND);
    }
    return of.handling == 0 ? 0 : random.nextLong(of.handling);
  }

  /** Carries a question to the service and the answer back, if all goes well. */
  <T> void carry(
      BooleanSupplier isAsked,
      Function<NotificationService, CompletionStage<T>> question,
      BiConsumer<@Nullable T, @Nullable Throwable> answer) {
    questions++;
    later(random.nextLong(20 * MILLI), () -> {
      if (isServiceAway() || fails()) {
        answer(null, unavailable(), answer);
      } else if (isAsked.getAsBoolean()) {
        noteClaim(question.apply(service), answer);
      }
    });
  }

  private <T> void noteClaim(
      CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> answer) {
    stage.whenComplete((value, failure) -> {
      if (value instanceof Subscribed subscribed) {
        witness.rewind(subscribed.cursor());
      }
      if (value == null && failure == null) {
        witness.requireNotBeyond(service.remembered);
      }
      if (fails()) {
        answer(null, new ServiceException(Code.UNKNOWN_OUTCOME, "No answer."), answer);
      } else {
        answer(value, failure, answer);
      }
    });
  }

  private <T> void answer(
      @Nullable T value,
      @Nullable Throwable failure,
      BiConsumer<@Nullable T, @Nullable Throwable> answer) {
    later(random.nextLong(20 * MILLI), () -> answer.accept(value, failure));
  }

  private ServiceException unavailable() {
    return random.nextBoolean()
        ? new ServiceException(Code.UNAVAILABLE, "Not there.")
        : ServiceException.busy("Full.", Duration.ofMillis(random.nextInt(200)));
  }

  private void runUntil(long end) {
    while (Math.min(agenda.next(), life.sequencer.nextTick()) <= end) {
      now = Math.max(now, Math.min(agenda.next(), life.sequencer.nextTick()));
      agenda.runUntil(now);
      if (life.sequencer.nextTick() <= now) {
        life.sequencer.tick();
      }
    }
    now = end;
  }

  private void requireEnd() {
    if (!life.isReady) {
      throw new AssertionError("It never became ready.");
    }
    witness.requireComplete();
    witness.requireExact(life.cursor());
    if (life.cursor().offset() != log().head()) {
      throw new AssertionError(
          "The watermark stays at " + life.cursor() + " of " + log().head());
    }
  }

  private void publish() {
    if (!isTroubled()) {
      return;
    }
    if (!isServiceAway() && !isPaused()) {
      for (int i = random.nextInt(conditions.burst) + 1; i > 0; i--) {
        Event event = log().append(topic());
        send(() -> life.sequencer.onEvent(event));
      }
      if (conditions.isTrimmed && random.nextInt(3) == 0) {
        log().trim(topic(), random.nextInt(6));
      }
    }
    later(random.nextLong(300 * MILLI), this::publish);
  }

  private void beacon() {
    if (conditions.beacons != Conditions.Beacons.NONE && !isServiceAway()) {
      Beacon beacon = beaconOf(log());
      send(() -> life.sequencer.onBeacon(beacon));
      toldBefore = told;
      told = beacon.offset();
    }
    later(SECOND, this::beacon);
  }

  private Beacon beaconOf(ModelLog log) {
    long since = switch (conditions.beacons) {
      case NONE, BARE -> log.head();
      case EXACT -> Math.min(told, log.head());
      case FAR_BACK -> Math.min(toldBefore, log.head());
    };
    Map<Topic, Long> heads = new LinkedHashMap<>();
    for (Event event : log.events.subList((int) since, (int) log.head())) {
      heads.put(event.topic(), event.seq());
    }
    return new Beacon(log.epoch, log.head(), since, heads);
  }

  /** Sends something over the wire, to whoever listens when it comes. */
  private void send(Runnable arrival) {
    int number = wireNumber;
    Consumer<Long> one = delay -> later(delay, () -> {
      if (now >= wireAwayUntil && number == wireNumber) {
        arrival.run();
      }
    });
    if (now >= wireAwayUntil && !(isTroubled() && random.nextDouble() < conditions.loss)) {
      one.accept(delay());
      while (isTroubled() && random.nextDouble() < conditions.repeats) {
        one.accept(delay() * 2);
      }
    }
  }

  private long delay() {
    if (isTroubled() && random.nextDouble() < conditions.delays) {
      return random.nextLong(random.nextInt(10) == 0 ? 4 * SECOND : 20 * MILLI);
    }
    return MILLI;
  }

  private void trouble() {
    if (!isTroubled()) {
      return;
    }
    if (random.nextDouble() < conditions.crashes) {
      crash();
    }
    if (random.nextDouble() < conditions.interrupts) {
      long away = random.nextLong(3 * SECOND);
      wireAwayUntil = now + away;
      later(away, () -> life.sequencer.onReconnect());
    }
    if (conditions.isOut && random.nextInt(5) == 0) {
      serviceAwayUntil = now + random.nextLong(4 * SECOND);
    }
    later(random.nextLong(2 * SECOND), this::trouble);
  }

  private void crash() {
    crashes++;
    life.isOver = true;
    Cursor cursor = Cursor.parse(life.cursor().toString());
    witness.requireExact(cursor);
    witness.resume(cursor);
    Start start = conditions.origin == Conditions.Origin.SUBSCRIBER
        ? new Start.As(new Topic("me"))
        : new Start.After(cursor);
    life = new SimulatedLife(this, conditions, start);
    SimulatedLife next = life;
    later(random.nextLong(SECOND), next.sequencer::begin);
  }

  /** Another log; if it is an older state of this one, nothing of its future is on its way. */
  private void changeLog() {
    if (conditions.fate == Conditions.Fate.IS_NEW) {
      logs.add(new ModelLog("e" + logs.size(), String.valueOf(logs.size())));
      for (int i = random.nextInt(200); i > 0; i--) {
        log().append(topic());
      }
    } else {
      int offset = random.nextInt((int) log().head() + 1);
      logs.add(log().restored(offset, String.valueOf(logs.size())));
      wireNumber++;
      pausedUntil = now + 6 * SECOND;
    }
    log().create(new Topic("t.t1"));
    service.log = log();
  }

  private Start start() {
    long from = random.nextInt(20) + 2L;
    return switch (conditions.origin) {
      case NOW -> new Start.Now();
      case FIRST -> new Start.From(1);
      case MIDDLE -> new Start.From(from);
      case CURSOR -> new Start.After(Cursor.at("e0", random.nextLong(log().head() + 1)));
      case SUBSCRIBER -> new Start.As(new Topic("me"));
    };
  }

  private Topic topic() {
    int number = random.nextInt(conditions.topics) + 1;
    return new Topic((random.nextInt(4) == 0 ? "u" : "t") + ".t" + number);
  }

  private boolean fails() {
    return isTroubled() && random.nextDouble() < conditions.failures;
  }

  /**
   * An older state goes on only when the listener knows, or there is nothing that it could know.
   */
  private boolean isPaused() {
    return now < pausedUntil
        || witness.isMisled()
        || (logs.size() > 1
            && conditions.fate == Conditions.Fate.IS_RESTORED
            && (life.backlog.count() > 0 || life.cursor().offset() != log().head()));
  }

  private boolean isTroubled() {
    return now < TROUBLE;
  }

  private boolean isServiceAway() {
    return isTroubled() && now < serviceAwayUntil;
  }

  private ModelLog log() {
    return logs.get(logs.size() - 1);
  }
}
