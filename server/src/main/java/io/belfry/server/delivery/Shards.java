package io.belfry.server.delivery;

import io.belfry.server.lease.Lease;
import io.belfry.server.lease.Leases;
import io.belfry.server.mailbox.MailCursor;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The shards in this server's hands. All servers that deliver share them evenly; those of one that
 * is gone are free a few seconds later. For one thread.
 */
final class Shards {

  private static final String PREFIX = "delivery/";
  private static final String SHARD = PREFIX + "shard/";
  private static final String SERVER = PREFIX + "server/";
  private static final Duration HOLD = Duration.ofSeconds(6);

  /** Work is begun only while so much of a lease is left. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Leases leases;
  private final String server;
  private final Map<Integer, Lease> held = new TreeMap<>();

  /** Too many: nothing is begun for them any more. */
  private final Set<Integer> leaving = new TreeSet<>();

  private Optional<Lease> seat = Optional.empty();
  private long safeUntil = System.nanoTime();

  Shards(Leases leases, String server) {
    this.leases = leases;
    this.server = server;
  }

  /** How often {@link #tick} must come. */
  static Duration interval() {
    return HOLD.dividedBy(3);
  }

  /** Keeps what it has, sees what is too much, and takes what is free. */
  void tick() {
    long now = System.nanoTime();
    renew();
    List<Lease> all = leases.held(PREFIX);
    long servers = all.stream().filter(lease -> lease.name().startsWith(SERVER)).count();
    int share = (int) ((MailCursor.SHARDS + servers - 1) / Math.max(1, servers));
    leaving.retainAll(held.keySet());
    for (int shard : held()) {
      if (held.size() - leaving.size() > share) {
        leaving.add(shard);
      }
    }
    // What this server had in a former life it can have again at once.
    Set<String> taken = all.stream()
        .filter(lease -> !lease.holder().equals(server))
        .map(Lease::name)
        .collect(Collectors.toSet());
    for (int shard : inOwnOrder()) {
      if (held.size() < share && !held.containsKey(shard) && !taken.contains(SHARD + shard)) {
        int wanted = shard;
        leases.acquire(SHARD + wanted, server, HOLD).ifPresent(lease -> held.put(wanted, lease));
      }
    }
    safeUntil = now + HOLD.minus(MARGIN).toNanos();
  }

  private void renew() {
    seat = seat.isPresent() ? leases.renew(seat.get(), HOLD) : Optional.empty();
    seat = seat.or(() -> leases.acquire(SERVER + server, server, HOLD));
    Map<String, Lease> kept = new HashMap<>();
    if (!held.isEmpty()) {
      leases.renew(held.values(), HOLD).forEach(lease -> kept.put(lease.name(), lease));
    }
    held.values().removeIf(lease -> !kept.containsKey(lease.name()));
    held.replaceAll((shard, lease) -> kept.getOrDefault(lease.name(), lease));
  }

  /** Each server begins elsewhere, so that they seldom reach for the same one. */
  private Collection<Integer> inOwnOrder() {
    int first = Math.floorMod(server.hashCode(), MailCursor.SHARDS);
    TreeSet<Integer> order = new TreeSet<>((a, b) -> Integer.compare(
        Math.floorMod(a - first, MailCursor.SHARDS), Math.floorMod(b - first, MailCursor.SHARDS)));
    for (int shard = 0; shard < MailCursor.SHARDS; shard++) {
      order.add(shard);
    }
    return order;
  }

  Set<Integer> held() {
    return Set.copyOf(held.keySet());
  }

  /** Those that others are to have, as soon as nothing is under way there. */
  Set<Integer> leaving() {
    return Set.copyOf(leaving);
  }

  Optional<Lease> lease(int shard) {
    return Optional.ofNullable(held.get(shard));
  }

  /** Whether something may be begun that takes a moment. */
  boolean areSafe() {
    return System.nanoTime() - safeUntil < 0;
  }

  /** That another has it by now. */
  void lose(String lease) {
    held.values().removeIf(each -> each.name().equals(lease));
  }

  void giveBackAll() {
    held().forEach(this::giveBack);
    seat.ifPresent(leases::release);
    seat = Optional.empty();
  }

  void giveBack(int shard) {
    leaving.remove(shard);
    Lease lease = held.remove(shard);
    if (lease != null) {
      leases.release(lease);
    }
  }
}
