package io.belfry.compare.run;

import io.belfry.client.NotificationClient;
import io.belfry.compare.load.Mailing;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Timed;
import io.belfry.compare.role.Part;
import io.belfry.compare.venue.Wires;
import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Selection;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** What a user of the service does before he receives, and his mails. */
final class Ceremony implements AutoCloseable {

  private static final String ADDRESS = "reader@example.org";
  private static final int ANSWER_SECONDS = 20;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Trial trial;
  private final Scenery scenery;
  private final Transport transport;
  private final NotificationClient client;
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  Ceremony(Trial trial, Scenery scenery, Wires wires) {
    this.trial = trial;
    this.scenery = scenery;
    this.transport = wires.open(scenery.wiring(), Side.SPOKE);
    this.client = new NotificationClient(transport);
  }

  /** The sender makes the topic; then the others do what users do, and it is timed. */
  void prepare(Cast cast, List<Part> parts) {
    parts.stream().filter(part -> part.role().isSending()).forEach(cast::prepare);
    TopicFilter all = new TopicFilter("#");
    time(Metric.LISTING, () -> await(client.topics(Selection.of(all))));
    time(
        Metric.SUBSCRIBING,
        () -> parts.stream().filter(part -> part.role().isHearing()).forEach(cast::prepare));
    time(
        Metric.REGISTERING,
        () -> await(client.registerEmail(new EmailRegistration(all, ADDRESS, "en"))));
  }

  private void time(Metric metric, Runnable deed) {
    long begin = System.nanoTime();
    deed.run();
    figures.put(metric, (double) (System.nanoTime() - begin));
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage
        .toCompletableFuture()
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Waits for the mails, and adds what they tell. */
  Measured complete(Measured live) {
    long sent = live.run().account().sent();
    long patience = trial.scenario().patience().toNanos();
    Mailing mailing = mailing();
    for (long since = System.nanoTime();
        mailing.count() < sent && System.nanoTime() - since < patience; ) {
      LockSupport.parkNanos(LOOK_NANOS);
      Mailing next = mailing();
      since = next.count() > mailing.count() ? System.nanoTime() : since;
      mailing = next;
    }
    figures.put(Metric.MAILS_LOST, (double) Math.max(0, sent - mailing.count()));
    return with(live, mailing.times());
  }

  private Mailing mailing() {
    Mailing mailing = new Mailing(trial.number(), trial.beat());
    scenery.house().mails().forEach(mail -> mailing.read(mail.text(), mail.at()));
    return mailing;
  }

  private Measured with(Measured live, Histogram mails) {
    Run run = live.run();
    Map<Metric, Double> all = new EnumMap<>(run.figures());
    all.putAll(figures);
    Map<Timed, Histogram> times = new EnumMap<>(live.times());
    if (mails.getTotalCount() > 0) {
      times.put(Timed.MAIL, mails);
      all.put(Metric.MAIL_P50, (double) mails.getValueAtPercentile(50));
      all.put(Metric.MAIL_P99, (double) mails.getValueAtPercentile(99));
    }
    return new Measured(
        new Run(all, run.account(), run.timeline(), run.marks(), run.warnings()), times);
  }

  @Override
  public void close() {
    client.close();
    transport.close();
  }
}
