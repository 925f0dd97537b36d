package io.belfry.server.metrics;

import io.belfry.notifier.Outcome;
import io.belfry.service.ServiceException.Code;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts and times what happens. What happens to each publication has its meter made beforehand, so
 * that nothing is looked up, or allocated, on its way. No tag has a value that somebody else
 * chooses. Safe for any thread.
 */
public final class Meters {

  private static final String OUTCOME = "outcome";

  private static final Duration[] BUCKETS = Stream.of(
          1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
      .map(Duration::ofMillis)
      .toArray(Duration[]::new);

  private final Counter accepted;
  private final Counter repeated;
  private final Map<Code, Counter> refused;
  private final Timer commit;
  private final Timer write;
  private final DistributionSummary batch;
  private final MeterProvider<Timer> requests;
  private final Map<Outcome.Kind, Counter> mails;
  private final Counter wireDropped;

  /**
   * Makes the meters.
   *
   * @param registry which shows them
   */
  public Meters(MeterRegistry registry) {
    MeterProvider<Counter> publications = Counter.builder("belfry.publications")
        .description("Publications, by what became of them")
        .withRegistry(registry);
    accepted = publications.withTag(OUTCOME, "accepted");
    repeated = publications.withTag(OUTCOME, "repeated");
    refused = each(Code.class, code -> publications.withTag(OUTCOME, written(code)));
    commit = Timer.builder("belfry.publication.commit")
        .description("From the request until the event is on disk")
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
    write = Timer.builder("belfry.log.write")
        .description("Writing a batch, with its commit")
        .register(registry);
    batch = DistributionSummary.builder("belfry.log.batch")
        .baseUnit("publications")
        .description("Publications that share a commit")
        .register(registry);
    requests = Timer.builder("belfry.requests")
        .description("Requests other than publications, by operation and outcome")
        .withRegistry(registry);
    MeterProvider<Counter> notices = Counter.builder("belfry.mails")
        .description("Mails, by what became of the try")
        .withRegistry(registry);
    mails = each(Outcome.Kind.class, kind -> notices.withTag(OUTCOME, written(kind)));
    wireDropped = Counter.builder("belfry.wire.dropped")
        .description("Events and beacons left out, since the wire was too slow or refused them")
        .register(registry);
  }

  /**
   * Meters that nobody looks at.
   *
   * @return they cost next to nothing
   */
  public static Meters none() {
    return new Meters(new CompositeMeterRegistry());
  }

  /**
   * A publication has become an event.
   *
   * @param nanos how long it took
   */
  public void accepted(long nanos) {
    accepted.increment();
    commit.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A publication was one that is in the log already. */
  public void repeated() {
    repeated.increment();
  }

  /**
   * A publication has not become an event, as far as is known.
   *
   * @param code why
   */
  public void refused(Code code) {
    increment(refused, code);
  }

  /**
   * Something was written to the log in one go.
   *
   * @param publications how many
   * @param nanos how long it took
   */
  public void written(int publications, long nanos) {
    batch.record(publications);
    write.record(nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * A request was answered well.
   *
   * @param operation what was asked
   * @param nanos how long it took
   */
  public void answered(String operation, long nanos) {
    request(operation, "ok", nanos);
  }

  /**
   * A request was not answered as was hoped.
   *
   * @param operation what was asked
   * @param code why
   * @param nanos how long it took
   */
  public void failed(String operation, Code code, long nanos) {
    request(operation, written(code), nanos);
  }

  /**
   * A notifier has told what became of a mail.
   *
   * @param kind what
   */
  public void mail(Outcome.Kind kind) {
    increment(mails, kind);
  }

  /** Something was left out on the wire. */
  public void wireDropped() {
    wireDropped.increment();
  }

  private void request(String operation, String outcome, long nanos) {
    requests.withTags("operation", operation, OUTCOME, outcome).record(nanos, TimeUnit.NANOSECONDS);
  }

  private static <E extends Enum<E>> void increment(Map<E, Counter> counters, E which) {
    Counter counter = counters.get(which);
    if (counter != null) { // Each constant has one.
      counter.increment();
    }
  }

  private static <E extends Enum<E>> Map<E, Counter> each(
      Class<E> constants, Function<E, Counter> counter) {
    Map<E, Counter> counters = new EnumMap<>(constants);
    for (E constant : constants.getEnumConstants()) {
      counters.put(constant, counter.apply(constant));
    }
    return counters;
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
