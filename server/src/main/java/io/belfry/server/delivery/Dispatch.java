package io.belfry.server.delivery;

import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.server.delivery.Traffic.Parcel;
import io.belfry.server.mailbox.Addressee;
import io.belfry.server.mailbox.MailCursors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sends notices to those whose turn it is. For one thread. */
final class Dispatch {

  private final DeliveryConfig config;
  private final Notifier notifier;
  private final MailCursors cursors;
  private final Boxes boxes;
  private final Lanes lanes;
  private final Traffic traffic;
  private final Composer composer;
  private final Ledger ledger;
  private final Returns returns;

  /** A notice, and for whom it is. */
  private record Sending(Parcel parcel, Notice notice) {}

  Dispatch(
      DeliveryConfig config,
      Notifier notifier,
      MailCursors cursors,
      Boxes boxes,
      Lanes lanes,
      Traffic traffic,
      Composer composer,
      Ledger ledger,
      Returns returns) {
    this.config = config;
    this.notifier = notifier;
    this.cursors = cursors;
    this.boxes = boxes;
    this.lanes = lanes;
    this.traffic = traffic;
    this.composer = composer;
    this.ledger = ledger;
    this.returns = returns;
  }

  /** Sends as long as fewer notices than that are under way. */
  void send(int room, long now) {
    while (traffic.notices() < room) {
      List<List<Box>> groups = lanes.take(room - traffic.notices(), now);
      if (groups.isEmpty()) {
        return;
      }
      try {
        List<Sending> sendings = sendings(groups, now);
        plan(sendings);
        sendings.forEach(this::send);
      } catch (RuntimeException e) {
        putBack(groups, now);
        throw e;
      }
    }
  }

  private void putBack(List<List<Box>> groups, long now) {
    for (List<Box> group : groups) {
      lanes.done(group.get(0).domain, now);
      group.forEach(box -> lanes.add(box, now));
    }
  }

  private void send(Sending sending) {
    traffic.begin(sending.parcel());
    var unused = notifier.deliver(sending.notice()).handle((outcomes, failure) -> {
      returns.add(sending.parcel(), outcomes, failure);
      return true;
    });
  }

  /** One change alone is the same next time; of several, others may join them meanwhile. */
  private void plan(List<Sending> sendings) {
    if (config.mostInOne() > 1) {
      Map<Box, Long> planned = new LinkedHashMap<>();
      for (Sending sending : sendings) {
        long through = sending.parcel().through();
        sending.parcel().boxes().stream()
            .filter(box -> box.isConfirmed && box.planned != through)
            .forEach(box -> planned.put(box, through));
      }
      ledger.plan(planned);
    }
  }

  private List<Sending> sendings(List<List<Box>> groups, long now) {
    Map<Long, Addressee> known = cursors.addressees(
        groups.stream().flatMap(List::stream).map(box -> box.id).toList());
    List<Sending> all = new ArrayList<>();
    List<String> inVain = new ArrayList<>();
    for (List<Box> group : groups) {
      List<Sending> some = sendings(group, known, now);
      all.addAll(some);
      if (some.isEmpty()) {
        inVain.add(group.get(0).domain);
      }
    }
    inVain.forEach(domain -> lanes.done(domain, now)); // Now that nothing can fail any more.
    return all;
  }

  /** What a group gets now: a notice in each of its languages, or nothing yet. */
  private List<Sending> sendings(List<Box> group, Map<Long, Addressee> known, long now) {
    List<Box> there = there(group, known);
    if (there.isEmpty()) {
      return List.of();
    }
    Box first = there.get(0);
    if (!first.isConfirmed) {
      return code(first, addressee(first, known), now);
    }
    Draft draft = composer.draft(first);
    if (draft.isEmpty()) {
      there.forEach(box -> box.position = Math.max(box.position, draft.through()));
      return List.of();
    }
    long due = composer.due(first, draft);
    if (due > now) {
      there.forEach(box -> postpone(box, due, now));
      return List.of();
    }
    return byLanguage(there, known, draft);
  }

  private List<Sending> code(Box box, Addressee to, long now) {
    if (to.codeUntil().toEpochMilli() <= now) { // It would be of no use any more.
      boxes.forget(box);
      return List.of();
    }
    return List.of(new Sending(new Parcel(List.of(box), 0, true), Composer.confirmation(to)));
  }

  private List<Box> there(List<Box> group, Map<Long, Addressee> known) {
    List<Box> there = new ArrayList<>();
    for (Box box : group) {
      if (!known.containsKey(box.id)) {
        boxes.forget(box); // The registration has ended.
      } else if (!box.isForgotten) {
        there.add(box);
      }
    }
    return there;
  }

  private static Addressee addressee(Box box, Map<Long, Addressee> known) {
    return Objects.requireNonNull(known.get(box.id));
  }

  private void postpone(Box box, long due, long now) {
    box.due = due;
    lanes.add(box, now);
  }

  private List<Sending> byLanguage(List<Box> group, Map<Long, Addressee> known, Draft draft) {
    Map<String, List<Box>> languages = new LinkedHashMap<>();
    for (Box box : group) {
      String language = addressee(box, known).registration().language();
      languages.computeIfAbsent(language, any -> new ArrayList<>()).add(box);
    }
    List<Sending> all = new ArrayList<>();
    for (List<Box> some : languages.values()) {
      Parcel parcel = new Parcel(List.copyOf(some), draft.through(), all.isEmpty());
      Notice notice =
          composer.news(some.stream().map(box -> addressee(box, known)).toList(), draft);
      all.add(new Sending(parcel, notice));
    }
    return all;
  }
}
