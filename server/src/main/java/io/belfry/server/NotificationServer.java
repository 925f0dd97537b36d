package io.belfry.server;

import io.belfry.notifier.Notifier;
import io.belfry.server.delivery.Deliveries;
import io.belfry.server.lease.Leases;
import io.belfry.server.lease.Presence;
import io.belfry.server.live.LocalListenings;
import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.metrics.Meters;
import io.belfry.server.store.Store;
import io.belfry.server.subscription.Subscriptions;
import io.belfry.service.Event;
import io.belfry.service.Mails;
import io.belfry.service.NotificationService;
import io.belfry.service.Status;
import io.belfry.service.protocol.Protocol;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Health;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Watch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * A notification service, offered in the process and over any number of wires. What is published is
 * on disk first, and then goes out on every wire.
 */
public final class NotificationServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(NotificationServer.class.getName());

  private static final int DESK_THREADS = 4;
  private static final int DESK_BOUND = 2_000;

  /** How often it is looked, in a beacon's interval, whether there is something new. */
  private static final int TICKS = 10;

  private static final Duration KEEPING = Duration.ofSeconds(1);
  private static final Duration PRESENCE = Duration.ofSeconds(2);
  private static final Duration FIGURES = Duration.ofSeconds(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final ServerConfig config;
  private final Instant since = Instant.now();
  private final Closing closing;
  private final Store store;
  private final EventLog log;
  private final LocalListenings listenings;
  private final Presence presence;
  private final StoreWatch storeWatch;
  private final Vitals vitals;
  private final Figures figures;
  private final List<Reception> receptions = new CopyOnWriteArrayList<>();
  private final Rooms rooms;
  private final List<Broadcaster> broadcasters = new ArrayList<>();
  private final Optional<Deliveries> deliveries;

  private NotificationServer(
      ServerConfig config,
      List<Wire> wires,
      Optional<Notifier> notifier,
      MeterRegistry registry,
      Closing closing) {
    this.config = config;
    this.closing = closing;
    Meters meters = new Meters(registry);
    this.store = closing.add(Store.open(config.store()));
    for (Wire wire : wires) { // Before the log, so that they end after it, with all that it took.
      broadcasters.add(closing.add(new Broadcaster(wire.transport(), meters, CLOSE_TIMEOUT)));
    }
    // They end after the log, too: whoever asks meanwhile is told so.
    closing.add(() -> receptions.forEach(Reception::close));
    Desk desk = closing.add(new Desk(DESK_THREADS, DESK_BOUND, meters));
    ExecutorService threads = Executors.newCachedThreadPool(Threads.named("belfry-listener"));
    closing.add(() -> Threads.end(threads));
    Watch watch = closing.add(new Watch("belfry-watch"));
    Courier courier = closing.add(new Courier("belfry-courier", watch));
    this.log = closing.add(EventLog.open(store, config.log(), courier, Clock.systemUTC(), meters));
    this.listenings = closing.add(new LocalListenings(log, threads));
    Subscriptions subscriptions = new Subscriptions(store, config.subscriptions(), log);
    Mailboxes mailboxes = new Mailboxes(store, config.mailboxes());
    this.presence = new Presence(store, config.name().name());
    this.storeWatch = new StoreWatch(presence::tick, System::nanoTime);
    this.rooms = new Rooms(
        log,
        new Topics(log, subscriptions, mailboxes),
        subscriptions,
        mailboxes,
        listenings,
        config.access(),
        desk,
        this::status,
        meters);
    this.deliveries = notifier.map(mails -> closing.add(
        Deliveries.start(config.name().name(), store, log, mails, config.delivery(), meters)));
    this.vitals = new Vitals(threads(), storeWatch, wires);
    this.figures = new Figures(registry, log, subscriptions, mailboxes);
    show(registry);
    log.onCommit(this::committed);
  }

  /**
   * Starts a server: all of it, or nothing.
   *
   * @param config how it works
   * @param wires what it is offered over
   * @return the server, which answers on every wire
   * @throws SettingsException if others than this machine can take part and no token is needed, or
   *     events may be larger than a wire's messages
   * @throws RuntimeException if the store or a wire can't be had; the message says why
   */
  public static NotificationServer start(ServerConfig config, List<Wire> wires) {
    return start(config, wires, Optional.empty());
  }

  /**
   * Starts a server that also sends mails: all of it, or nothing.
   *
   * @param config how it works
   * @param wires what it is offered over
   * @param notifier brings the news to mailboxes; it stays open when the server is closed. Without
   *     it they wait, for this server or another
   * @return the server, which answers on every wire
   * @throws SettingsException if others than this machine can take part and no token is needed, or
   *     events may be larger than a wire's messages
   * @throws RuntimeException if the store or a wire can't be had; the message says why
   */
  public static NotificationServer start(
      ServerConfig config, List<Wire> wires, Optional<Notifier> notifier) {
    return start(config, wires, notifier, new CompositeMeterRegistry());
  }

  /**
   * Starts a server that is watched: all of it, or nothing.
   *
   * @param config how it works
   * @param wires what it is offered over
   * @param notifier brings the news to mailboxes, if anything does
   * @param registry shows what the server counts and times, under names with {@code belfry} in
   *     front; it is for this server alone
   * @return the server, which answers on every wire
   * @throws SettingsException if others than this machine can take part and no token is needed, or
   *     events may be larger than a wire's messages
   * @throws RuntimeException if the store or a wire can't be had; the message says why
   */
  public static NotificationServer start(
      ServerConfig config, List<Wire> wires, Optional<Notifier> notifier, MeterRegistry registry) {
    if (config.access().isOpen() && !wires.stream().allMatch(Wire::isConfined)) {
      throw new SettingsException("Other machines can reach this service, and everybody may do"
          + " everything; configure tokens, or bind the loopback alone.");
    }
    wires.forEach(wire -> requireRoom(config, wire));
    Closing closing = new Closing();
    try {
      NotificationServer server =
          new NotificationServer(config, wires, notifier, registry, closing);
      server.open(wires);
      return server;
    } catch (RuntimeException | Error e) {
      closing.close();
      throw e;
    }
  }

  /** What can be published must fit into an answer, or nobody could ever ask for it again. */
  private static void requireRoom(ServerConfig config, Wire wire) {
    int most = Protocol.maxContent(wire.transport().capabilities().maxPayload());
    if (config.log().maxContent() > most) {
      throw new SettingsException("An event may have " + config.log().maxContent()
          + " bytes, but this transport brings at most " + most
          + "; allow smaller events, or larger messages.");
    }
  }

  /**
   * The service in this process. Where tokens are needed it knows of none yet.
   *
   * @return the service
   */
  public NotificationService service() {
    return new LocalService(rooms, Optional.empty());
  }

  /**
   * Whether the server lives: what is not up here never will be again, in this process.
   *
   * @return the state of each part, and a sentence about it; never blocks
   */
  public Map<String, Health> life() {
    return vitals.life();
  }

  /**
   * Whether requests can succeed: what is not up here may be so again by itself.
   *
   * @return the state of each part, and a sentence about it; never blocks
   */
  public Map<String, Health> readiness() {
    return vitals.readiness();
  }

  /** Answers no more, writes and sends what it has taken, and gives everything back. */
  @Override
  public void close() {
    closing.close();
  }

  private void open(List<Wire> wires) {
    closing.add(() -> {
      for (Reception reception : receptions) {
        reception.end();
      }
    });
    for (Wire wire : wires) {
      receptions.add(new Reception(wire.transport(), service()));
    }
    receptions.forEach(Reception::awaitReady);
    storeWatch.look();
    closing.add(presence::leave);
    Rounds rounds = closing.add(new Rounds());
    BeaconSender beacons = new BeaconSender(
        log, config.beacon(), beacon -> broadcasters.forEach(wire -> wire.beacon(beacon)));
    rounds.every(config.beacon().dividedBy(TICKS), () -> {
      beacons.tick();
      listenings.poke();
    });
    rounds.every(KEEPING, listenings::keepCursors);
    rounds.every(PRESENCE, storeWatch::look);
    rounds.now(figures::refresh);
    rounds.every(FIGURES, figures::refresh);
    Housekeeper housekeeper = new Housekeeper(
        config.name(), new Leases(store), log, rooms.subscriptions(), rooms.mailboxes());
    rounds.every(config.housekeeping(), housekeeper::tick);
    LOG.log(
        Level.INFO,
        "The server ''{0}'' is up: Belfry {1}, {2}, epoch {3}, offset {4}",
        config.name().name(),
        Version.CURRENT,
        store.dialect().title(),
        log.epoch(),
        Long.toString(log.head()));
  }

  private void show(MeterRegistry registry) {
    figures.show("belfry.listeners", "Listeners in the server's process", listenings::size);
    figures.showFlag(
        "belfry.store.up", "Whether the store can be used", () -> vitals.store().isHealthy());
    figures.showFlag(
        "belfry.transport.up",
        "Whether messages can travel",
        () -> vitals.wire().map(Health::isHealthy).orElse(true));
    figures.show(
        "belfry.mails.waiting",
        "Mailboxes that wait for a mail from this server",
        () -> deliveries.map(Deliveries::waiting).orElse(0L));
    FunctionCounter.builder(
            "belfry.requests.dropped",
            receptions,
            all -> all.stream().mapToLong(Reception::dropped).sum())
        .description("Requests that came in faster than they could be taken")
        .register(registry);
  }

  private Map<String, BooleanSupplier> threads() {
    Map<String, BooleanSupplier> threads = new LinkedHashMap<>();
    threads.put("log", log::isWriting);
    threads.put("listeners", listenings::isFollowing);
    deliveries.ifPresent(mails -> threads.put("mails", mails::isDelivering));
    return threads;
  }

  private void committed(List<Event> events) {
    broadcasters.forEach(wire -> wire.committed(events));
    listenings.committed(events);
  }

  private Status status() {
    return new Status(
        config.name().name(),
        Version.CURRENT,
        since,
        store.dialect().title(),
        log.epoch(),
        log.refreshHead(),
        log.first(),
        log.topicCount(),
        rooms.subscriptions().count(),
        mails(),
        log.waiting(),
        presence.servers());
  }

  private Mails mails() {
    return new Mails(
        rooms.mailboxes().count(),
        deliveries.map(Deliveries::waiting).orElse(0L),
        rooms.mailboxes().countStopped(),
        deliveries.map(Deliveries::trouble).orElse(""));
  }
}
