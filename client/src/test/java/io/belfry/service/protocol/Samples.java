package io.belfry.service.protocol;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Mails;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Registration;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import io.belfry.service.Status;
import io.belfry.service.Steering;
import io.belfry.service.Subscribed;
import io.belfry.service.Token;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import io.belfry.service.TopicSpec;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Values of every kind, by chance, from a seed. */
public final class Samples {

  private static final int[] LETTERS = {'a', 'Z', '0', '_', 0xE9, 0x4E2D, 0xAC00, 0x1D7D9, 0x10400};
  private static final int[] CHARACTERS = {
    'x', ' ', '"', '\\', '/', '\'', '<', 0xE9, 0x2028, 0x2029, 0xFEFF, 0x0301, 0x1F514, 0x10FFFD
  };
  private static final int[] CONTROLS = {0, '\t', '\n', '\r', 0x1F, 0x7F, 0x85};

  private final SplittableRandom random;

  public Samples(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public Selection selection() {
    return new Selection(filter(), maybe(this::topic), random.nextInt(1, Selection.MAX_LIMIT + 1));
  }

  public TopicSpec topicSpec() {
    return new TopicSpec(topic(), mode(), text(random.nextInt(TopicSpec.MAX_DESCRIPTION / 2)));
  }

  public TopicInfo topicInfo() {
    return new TopicInfo(topicSpec(), count(), count(), maybe(this::instant), count(), count());
  }

  public TopicList topicList() {
    return new TopicList(some(this::topicInfo), random.nextBoolean());
  }

  public Snapshot snapshot() {
    return new Snapshot(epoch(), topic(), mode(), count(), count(), content());
  }

  public Snapshots snapshots() {
    return new Snapshots(epoch(), count(), some(this::snapshot), random.nextBoolean());
  }

  public Registration registration() {
    return new Registration(topic(), filter(), count());
  }

  public Cursor cursor() {
    Map<Topic, Long> ahead = new LinkedHashMap<>();
    some(this::topic).forEach(topic -> ahead.put(topic, Math.max(1, count())));
    return new Cursor(epoch(), count(), ahead);
  }

  public Subscribed subscribed() {
    return new Subscribed(registration(), random.nextBoolean(), cursor(), snapshots());
  }

  public EmailRegistration emailRegistration() {
    return new EmailRegistration(filter(), "a" + text(random.nextInt(100)), "en-GB");
  }

  public EmailRegistered emailRegistered() {
    return new EmailRegistered(random.nextBoolean());
  }

  public MailboxQuery mailboxQuery() {
    return new MailboxQuery(
        maybe(this::state), count(), random.nextInt(1, MailboxQuery.MAX_LIMIT + 1));
  }

  public MailboxList mailboxList() {
    return new MailboxList(some(this::mailboxInfo), random.nextBoolean());
  }

  public MailboxInfo mailboxInfo() {
    return new MailboxInfo(
        count(), emailRegistration(), state(), count(), maybe(this::mailFailure));
  }

  public MailboxInfo.Failure mailFailure() {
    return new MailboxInfo.Failure(
        count(), random.nextInt(Integer.MAX_VALUE), maybe(this::instant), text(20));
  }

  public Mails mails() {
    return new Mails(count(), count(), count(), text(20));
  }

  public Steering steering() {
    return Steering.values()[random.nextInt(Steering.values().length)];
  }

  public Publication publication() {
    return new Publication(topic(), content(), maybe(() -> "k" + text(random.nextInt(90))));
  }

  public Published published() {
    return new Published(epoch(), count(), count(), instant(), random.nextBoolean());
  }

  public Replay replay() {
    int limit = random.nextInt(1, Replay.MAX_LIMIT + 1);
    long from = Math.max(1, count());
    return random.nextBoolean()
        ? new Replay.OfTopic(topic(), from, random.nextLong(from - 1, Long.MAX_VALUE) + 1, limit)
        : new Replay.OfLog(filter(), epoch(), count(), limit);
  }

  public Event event() {
    return new Event(epoch(), count(), topic(), count(), instant(), content());
  }

  public Gap gap() {
    return random.nextBoolean()
        ? Gap.newLog(epoch())
        : Gap.expired(epoch(), topic(), count(), count());
  }

  public Replayed replayed() {
    return new Replayed(epoch(), some(this::event), some(this::gap), count(), count());
  }

  public Heads heads() {
    Map<Topic, Long> heads = new LinkedHashMap<>();
    some(this::topic).forEach(topic -> heads.put(topic, count()));
    return new Heads(epoch(), count(), heads, random.nextBoolean());
  }

  public Status status() {
    return new Status(
        text(9),
        text(9),
        instant(),
        text(9),
        epoch(),
        count(),
        count(),
        count(),
        count(),
        mails(),
        count(),
        some(() -> text(5)));
  }

  private MailboxInfo.State state() {
    return MailboxInfo.State.values()[random.nextInt(MailboxInfo.State.values().length)];
  }

  public Token token() {
    return new Token("t" + text(random.nextInt(100)));
  }

  public String code() {
    return text(random.nextInt(40));
  }

  public Topic topic() {
    StringBuilder name = new StringBuilder("t");
    for (int i = random.nextInt(4); i > 0; i--) {
      name.append(random.nextBoolean() ? "." : "").append(word());
    }
    return new Topic(Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  public TopicFilter filter() {
    String[] ends = {"", ".*", ".#", ".*.x", ".*.*.#"};
    return random.nextInt(9) == 0
        ? new TopicFilter("#")
        : new TopicFilter(topic() + ends[random.nextInt(ends.length)]);
  }

  public Content content() {
    byte[] bytes = new byte[random.nextInt(200)];
    return switch (random.nextInt(4)) {
      case 0 -> new Content("application/octet-stream", filled(bytes));
      case 1 -> Content.of("");
      case 2 -> Content.of(text(random.nextInt(2_000)) + anyOf(CONTROLS));
      default ->
        new Content("a/b; c=\"d\\\"", Payload.of(anyOf(CONTROLS).repeat(bytes.length * 9)));
    };
  }

  /** Numbers small and large, and those that JavaScript can't tell from their neighbours. */
  public long count() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextLong(10);
      case 1 -> Long.MAX_VALUE;
      case 2 -> (1L << 53) + random.nextLong(9);
      default -> random.nextLong(Long.MAX_VALUE);
    };
  }

  private Payload filled(byte[] bytes) {
    random.nextBytes(bytes);
    return Payload.copyOf(bytes);
  }

  private Instant instant() {
    Instant seconds = Instant.ofEpochSecond(random.nextLong(253_402_300_800L));
    return switch (random.nextInt(3)) {
      case 0 -> seconds;
      case 1 -> seconds.plusMillis(random.nextLong(1_000));
      default -> seconds.plusNanos(random.nextLong(1_000_000_000));
    };
  }

  private String epoch() {
    return "e" + Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
  }

  private Mode mode() {
    return Mode.values()[random.nextInt(Mode.values().length)];
  }

  private String word() {
    StringBuilder word = new StringBuilder("w");
    for (int i = random.nextInt(5); i > 0; i--) {
      word.append(anyOf(LETTERS));
    }
    return word.toString();
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder("-");
    while (text.length() < length) {
      text.append(anyOf(CHARACTERS));
    }
    return text.toString();
  }

  private String anyOf(int[] characters) {
    return Character.toString(characters[random.nextInt(characters.length)]);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }
}
