package io.belfry.server.delivery;

import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** A notifier that knows nothing of mail: it posts what is new to a web server. */
final class Webhook implements Notifier {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int HUNDRED = 100;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI uri;

  Webhook(URI uri) {
    this.uri = uri;
  }

  @Override
  public int parallel() {
    return 4;
  }

  // The program begins here.
  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    HttpRequest request = HttpRequest.newBuilder(uri)
        .timeout(PATIENCE)
        .header("Idempotency-Key", notice.id())
        .POST(BodyPublishers.ofString(text(notice)))
        .build();
    return http.sendAsync(request, BodyHandlers.discarding())
        .handle((response, failure) -> Collections.nCopies(
            notice.recipients().size(),
            failure == null ? outcome(response) : Outcome.unavailable(failure.getMessage())));
  }

  private static Outcome outcome(HttpResponse<Void> response) {
    String reason = "The web server answered " + response.statusCode();
    return switch (response.statusCode() / HUNDRED) {
      case 2 -> Outcome.delivered();
      case 5 -> Outcome.later(reason);
      default -> Outcome.never(reason);
    };
  }
  // The program ends here.

  private static String text(Notice notice) {
    return notice instanceof Changes changes
        ? changes.changes().stream().map(Webhook::line).collect(Collectors.joining("\n"))
        : "confirm";
  }

  private static String line(Change change) {
    return change.topic() + " " + change.seq() + " " + change.content().text();
  }

  @Override
  public void close() {
    // The client goes with its last reference.
  }
}
