package io.belfry.server.delivery;

import io.belfry.message.TopicFilter;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Loss;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Recipient;
import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.Addressee;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what there is to tell, and makes notices of it. For one thread. */
final class Composer {

  private static final int REMEMBERED = 16;
  private static final int ID_BYTES = 16;

  private final EventLog log;
  private final DeliveryConfig config;

  /** Many mailboxes want the same: it is read once. */
  private final Map<Question, Replayed> remembered = new LinkedHashMap<>(REMEMBERED, 1, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Question, Replayed> eldest) {
      return size() > REMEMBERED;
    }
  };

  Composer(EventLog log, DeliveryConfig config) {
    this.log = log;
    this.config = config;
  }

  /**
   * What to tell next. A notice that has been tried is the same again: it ends where it ended.
   *
   * @param box to whom
   * @return what there is after its position; empty if nothing is up to where it wants something
   */
  Draft draft(Box box) {
    boolean isRepeat = box.planned > box.position;
    long end = isRepeat ? box.planned : box.wanted;
    int most = isRepeat ? Replay.MAX_LIMIT : config.mostInOne();
    List<Event> events = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    long through = box.position;
    while (through < end && events.size() + gaps.size() < most) {
      Replayed page =
          read(new Question(log.epoch(), box.filter, through, most - events.size() - gaps.size()));
      if (isRepeat) {
        page.events().stream().filter(event -> event.offset() <= end).forEach(events::add);
      } else {
        events.addAll(page.events());
      }
      gaps.addAll(page.gaps());
      through = page.through();
    }
    return new Draft(isRepeat ? end : through, events, gaps);
  }

  /** When a notice may go: what is gathered waits from its first change on, unless it is full. */
  long due(Box box, Draft draft) {
    boolean isPlanned = box.planned > box.position;
    boolean isFull = draft.events().size() >= config.mostInOne();
    return isPlanned || isFull || draft.events().isEmpty()
        ? 0
        : draft.events().get(0).at().plus(config.digest()).toEpochMilli();
  }

  private Replayed read(Question question) {
    Replayed known = remembered.get(question);
    if (known == null) {
      known = log.replay(new Replay.OfLog(
          question.filter(), question.epoch(), question.after(), question.limit()));
      if (!known.events().isEmpty()) { // Else there may be more a moment later.
        remembered.put(question, known);
      }
    }
    return known;
  }

  /** A notice for those who want the same, in one language. */
  Notice news(List<Addressee> to, Draft draft) {
    Addressee first = to.get(0);
    String whose = config.together() > 1
        ? first.registration().filter().pattern() + " " + first.registration().language()
        : first.id() + " " + first.created();
    return new Changes(
        id("news " + log.epoch() + " " + draft.through() + " " + whose),
        first.registration().language(),
        first.registration().filter(),
        to.stream().map(Composer::recipient).toList(),
        draft.events().stream().map(Composer::change).toList(),
        draft.gaps().stream().map(Composer::loss).flatMap(Optional::stream).toList());
  }

  /** The mail with a code. */
  static Notice confirmation(Addressee to) {
    return new Confirmation(
        id("code " + to.id() + " " + to.created() + " " + to.codes()),
        to.registration().language(),
        to.registration().filter(),
        new Recipient(to.registration().address(), Optional.empty()),
        to.confirmCode(),
        to.codeUntil());
  }

  private static Recipient recipient(Addressee to) {
    return new Recipient(to.registration().address(), Optional.of(to.leaveCode()));
  }

  private static Change change(Event event) {
    return new Change(
        event.topic(),
        event.seq(),
        event.at(),
        event.content().type(),
        event.content().payload());
  }

  private static Optional<Loss> loss(Gap gap) {
    return gap.topic().map(topic -> new Loss(topic, gap.to()));
  }

  private static String id(String about) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private record Question(String epoch, TopicFilter filter, long after, int limit) {}
}
