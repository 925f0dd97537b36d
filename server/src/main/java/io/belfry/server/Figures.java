package io.belfry.server;

import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.subscription.Subscriptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * How a server stands, to be looked at whenever somebody likes: what only the store knows is asked
 * every now and then, and remembered.
 */
final class Figures {

  /** What only the store knows. */
  private record Counts(
      long topics, long first, long subscriptions, long mailboxes, long stopped) {}

  private final MeterRegistry registry;
  private final EventLog log;
  private final Subscriptions subscriptions;
  private final Mailboxes mailboxes;
  private volatile Optional<Counts> counts = Optional.empty();

  /** Shows what can be said of every server. */
  Figures(MeterRegistry registry, EventLog log, Subscriptions subscriptions, Mailboxes mailboxes) {
    this.registry = registry;
    this.log = log;
    this.subscriptions = subscriptions;
    this.mailboxes = mailboxes;
    show("belfry.log.waiting", "Publications that wait for the disk", log::waiting);
    show("belfry.log.offset", "The offset of the last event", log::head);
    showCount("belfry.log.events", "Events that are kept", known -> log.head() - known.first() + 1);
    showCount("belfry.topics", "Topics", Counts::topics);
    showCount("belfry.subscriptions", "Registered subscriptions", Counts::subscriptions);
    showCount("belfry.mailboxes", "Confirmed mailboxes", Counts::mailboxes);
    showCount("belfry.mailboxes.stopped", "Mailboxes that need somebody's look", Counts::stopped);
    Gauge.builder("belfry.build.info", () -> 1)
        .description("Which version it is")
        .tag("version", Version.CURRENT)
        .register(registry);
  }

  /** Shows something that is known at any time. */
  void show(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** Shows whether something is so. */
  void showFlag(String name, String description, Supplier<Boolean> isSo) {
    show(name, description, () -> isSo.get() ? 1 : 0);
  }

  /** Asks the store. */
  void refresh() {
    counts = Optional.of(new Counts(
        log.topicCount(),
        log.first(),
        subscriptions.count(),
        mailboxes.count(),
        mailboxes.countStopped()));
  }

  /** Before the store was asked, it is no number. */
  private void showCount(String name, String description, ToLongFunction<Counts> count) {
    show(
        name,
        description,
        () -> counts.map(known -> (Number) count.applyAsLong(known)).orElse(Double.NaN));
  }
}
