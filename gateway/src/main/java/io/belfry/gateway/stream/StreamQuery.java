package io.belfry.gateway.stream;

import io.belfry.gateway.live.From;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * What a stream is asked for.
 *
 * @param filter which topics
 * @param from where to begin
 */
record StreamQuery(TopicFilter filter, From from) {

  private static final String TOPIC = "topic";
  private static final String FROM = "from";
  private static final String AFTER = "after";
  private static final String CONTENTS = "contents";
  private static final List<String> KNOWN = List.of(TOPIC, FROM, AFTER, CONTENTS);

  /** The header by which a browser that comes back says what it has. */
  private static final String LAST = "Last-Event-ID";

  /**
   * Reads it.
   *
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence
   */
  static StreamQuery of(Request request) {
    Fields fields = Request.extractQueryParameters(request);
    for (Fields.Field field : fields) {
      if (!KNOWN.contains(field.getName()) || field.getValues().size() > 1) {
        throw bad("A stream is asked for with 'topic' and one of 'from', 'after' and 'contents',"
            + " each once.");
      }
    }
    try {
      TopicFilter filter = new TopicFilter(text(fields, TOPIC)
          .orElseThrow(() -> bad("Say which topics, such as ?topic=finance.%23 for 'finance.#'.")));
      return new StreamQuery(filter, from(request, fields));
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  private static From from(Request request, Fields fields) {
    String last = request.getHeaders().get(LAST);
    if (last != null && !last.isEmpty()) {
      return new From.After(Cursor.parse(last));
    }
    if (List.of(FROM, AFTER, CONTENTS).stream()
            .filter(one -> fields.get(one) != null)
            .count()
        > 1) {
      throw bad("A stream begins in one way: say 'from', 'after' or 'contents'.");
    }
    if (fields.get(FROM) != null) {
      return new From.Seq(number(text(fields, FROM).orElse("")));
    }
    return text(fields, AFTER)
        .<From>map(after -> new From.After(Cursor.parse(after)))
        .orElseGet(() -> hasContents(fields) ? new From.Contents() : new From.End());
  }

  private static boolean hasContents(Fields fields) {
    return switch (text(fields, CONTENTS).orElse("true")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("'contents' must be true or false.");
    };
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ServiceException(
          Code.BAD_REQUEST, "'from' must be the seq of an event, a whole number from 1 on.", e);
    }
  }

  private static Optional<String> text(Fields fields, String name) {
    return Optional.ofNullable(fields.getValue(name));
  }

  private static ServiceException bad(String sentence) {
    return new ServiceException(Code.BAD_REQUEST, sentence);
  }
}
