package io.belfry.gateway.rest;

import io.belfry.service.Content;
import io.belfry.service.Publication;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshot;
import io.belfry.service.protocol.Operations;
import io.belfry.service.protocol.TellingCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.jspecify.annotations.Nullable;

/** A topic, and its content as it is: no JSON around it, in neither direction. */
final class Contents {

  /** What curl and forms of pages say, whatever they send. */
  private static final String FORM = MimeTypes.Type.FORM_ENCODED.asString();

  /** No script, no style, no frame, and an origin of its own. */
  private static final String NEVER_RUN = "sandbox; default-src 'none'";

  /** With which a browser says what it wants something for. */
  private static final String DESTINATION = "Sec-Fetch-Dest";

  private static final Set<String> RUNNING = Set.of(
      "script",
      "style",
      "worker",
      "sharedworker",
      "serviceworker",
      "audioworklet",
      "paintworklet",
      "xslt");

  private Contents() {}

  static CompletionStage<Answer> describe(Asked asked) {
    return asked
        .asking()
        .askRaw(Operations.TOPICS, Selection.of(asked.topic()))
        .thenApply(page -> described(asked, page.get("topics")));
  }

  private static Answer described(Asked asked, @Nullable Object topics) {
    if (topics instanceof List<?> found && !found.isEmpty()) {
      return Answer.json(found.get(0));
    }
    throw new ServiceException(
        Code.UNKNOWN_TOPIC,
        "There is no topic '" + asked.topic() + "'; create it by POST at /api/v1/topics.");
  }

  static CompletionStage<Answer> publish(Asked asked) {
    HttpFields headers = asked.request().getHeaders();
    Publication publication = new Publication(
        asked.topic(),
        new Content(type(headers), asked.body()),
        Optional.ofNullable(headers.get("Idempotency-Key")));
    return asked.asking().askRaw(Operations.PUBLISH, publication).thenApply(Answer::json);
  }

  private static String type(HttpFields headers) {
    String type = headers.get(HttpHeader.CONTENT_TYPE);
    return type == null || type.isBlank() || MimeTypes.getBase(type).equals(FORM)
        ? Content.TEXT
        : type;
  }

  static CompletionStage<Answer> show(Asked asked) {
    HttpFields headers = asked.request().getHeaders();
    if (headers.contains(DESTINATION) && RUNNING.contains(headers.get(DESTINATION))) {
      throw new Refusal(
          HttpStatus.FORBIDDEN_403, "FORBIDDEN", "What is published is shown, and never run.");
    }
    return asked
        .asking()
        .ask(Operations.SNAPSHOT, Selection.of(asked.topic()))
        .thenApply(page -> shown(page.snapshots().get(0), headers));
  }

  private static Answer shown(Snapshot snapshot, HttpFields headers) {
    List<String> accepted = headers.getQualityCSV(HttpHeader.ACCEPT);
    boolean isJson = !accepted.isEmpty() && accepted.get(0).equals(Answer.JSON_TYPE);
    String tag = "\"" + snapshot.epoch() + "-" + snapshot.first() + "-" + snapshot.seq()
        + (isJson ? "-json\"" : "\"");
    boolean isKnown = Tags.has(headers.getValuesList(HttpHeader.IF_NONE_MATCH), tag);
    Answer answer = isKnown
        ? Answer.empty(HttpStatus.NOT_MODIFIED_304)
        : isJson
            ? Answer.json(TellingCodec.encode(snapshot))
            : Answer.json(snapshot.content().payload())
                .with("Content-Type", snapshot.content().type());
    return answer
        .with("ETag", tag)
        .with("Cache-Control", "private, no-cache")
        .with("Vary", "Accept, Authorization, Cookie")
        .with("Belfry-Epoch", snapshot.epoch())
        .with("Belfry-Seq", Long.toString(snapshot.seq()))
        .with("Content-Security-Policy", NEVER_RUN);
  }
}
