package io.belfry.notifier.smtp;

import io.belfry.message.Payload;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Loss;
import io.belfry.notifier.Notice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What templates can say: names and values, as the guide lists them. */
final class Model {

  private final Links links;
  private final ZoneId zone;
  private final int maxContent;

  Model(Links links, ZoneId zone, int maxContent) {
    this.links = links;
    this.zone = zone;
    this.maxContent = maxContent;
  }

  Map<String, Object> of(Changes notice, boolean isBrief) {
    Map<String, Object> model = common(notice);
    DateTimeFormatter clock = clock(notice.language());
    model.put("count", notice.changes().size());
    model.put("isDigest", notice.changes().size() != 1);
    model.put(
        "changes",
        notice.changes().stream()
            .map(change -> of(change, clock, isBrief ? 0 : maxContent))
            .toList());
    model.put("hasLosses", !notice.losses().isEmpty());
    model.put("losses", notice.losses().stream().map(Model::of).toList());
    List<String> topics = topics(notice);
    model.put("topics", topics);
    model.put("about", topics.size() == 1 ? topics.get(0) : notice.filter().pattern());
    return model;
  }

  Map<String, Object> of(Confirmation notice) {
    Map<String, Object> model = common(notice);
    model.put("code", notice.code());
    model.put("until", clock(notice.language()).format(notice.until()));
    put(model, "confirm", links.confirmation(notice.code()));
    return model;
  }

  /** All topics that a notice tells of, each once. */
  static List<String> topics(Changes notice) {
    return Stream.concat(
            notice.changes().stream().map(Change::topic),
            notice.losses().stream().map(Loss::topic))
        .map(topic -> topic.name())
        .distinct()
        .toList();
  }

  private Map<String, Object> common(Notice notice) {
    Map<String, Object> model = new HashMap<>();
    boolean isPersonal = notice.recipients().size() == 1;
    model.put("language", notice.language());
    model.put("filter", notice.filter().pattern());
    model.put("address", isPersonal ? notice.recipients().get(0).address() : "");
    model.put("isPersonal", isPersonal);
    Optional<String> code = isPersonal ? notice.recipients().get(0).leaveCode() : Optional.empty();
    model.put("leaveCode", code.orElse(""));
    put(model, "leave", code.flatMap(links::leaving));
    return model;
  }

  private Map<String, Object> of(Change change, DateTimeFormatter clock, int most) {
    Map<String, Object> model = new HashMap<>();
    model.put("topic", change.topic().name());
    model.put("seq", change.seq());
    model.put("time", clock.format(change.at()));
    model.put("type", change.type());
    model.put("size", change.content().size());
    Optional<String> text = text(change);
    String shown = text.map(all -> start(all, most)).orElse("");
    model.put("isText", text.isPresent() && (most > 0 || shown.equals(text.get())));
    model.put("text", shown);
    model.put("isCut", text.isPresent() && shown.length() < text.get().length());
    put(model, "link", links.topic(change.topic()));
    return model;
  }

  private static Map<String, Object> of(Loss loss) {
    return Map.of("topic", loss.topic().name(), "through", loss.through());
  }

  /** So many characters, and no half of one. */
  private static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /** What people can read, whatever it is called. */
  private static Optional<String> text(Change change) {
    Payload content = change.content();
    try {
      String text = StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content.toBytes()))
          .toString();
      boolean isReadable = text.codePoints()
          .allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
      return isReadable ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private DateTimeFormatter clock(String language) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language))
        .withZone(zone);
  }

  private static void put(Map<String, Object> model, String name, Optional<String> link) {
    model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), link.isPresent());
    model.put(name, link.orElse(""));
  }
}
