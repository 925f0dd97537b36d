package io.belfry.gateway.rest;

import io.belfry.gateway.http.Credentials;
import io.belfry.gateway.page.Letters;
import io.belfry.gateway.rest.Route.Takes;
import io.belfry.message.Payload;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.protocol.Protocol;
import io.belfry.service.protocol.ServiceEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The operations under {@code /api/v1}. */
public final class ApiHandler extends Handler.Abstract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServiceEndpoint endpoint;
  private final int maxMessage;
  private final Optional<Letters> letters;
  private final Duration patience;

  /**
   * Makes the handler.
   *
   * @param service what does the work
   * @param maxMessage the most bytes that a request has
   * @param letters the mails that a mailbox has caught, if there is one to look into
   */
  public ApiHandler(NotificationService service, int maxMessage, Optional<Letters> letters) {
    this(service, maxMessage, letters, PATIENCE);
  }

  ApiHandler(
      NotificationService service, int maxMessage, Optional<Letters> letters, Duration patience) {
    this.endpoint = new ServiceEndpoint(service, maxMessage);
    this.maxMessage = maxMessage;
    this.letters = letters;
    this.patience = patience;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    if (!path.equals(Finder.ROOT) && !path.startsWith(Finder.ROOT + "/")) {
      return false;
    }
    var unused = answer(request, path.substring(Finder.ROOT.length()))
        .handle((answer, failure) -> {
          if (failure == null) {
            answer.send(response, callback);
          } else {
            Failures.send(failure, response, callback);
          }
          return true;
        })
        .exceptionally(failure -> {
          callback.failed(failure);
          return false;
        });
    return true;
  }

  private CompletionStage<Answer> answer(Request request, String path) {
    try {
      Finder found = Finder.at(path);
      if (request.getMethod().equals("OPTIONS")) {
        return CompletableFuture.completedStage(
            Answer.empty(HttpStatus.NO_CONTENT_204).with("Allow", found.allowed()));
      }
      Route route = found.route(request.getMethod());
      String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
      Map<String, Object> arguments = route.arguments(found.inPath(), query);
      return body(request, route.takes())
          .thenCompose(
              body -> done(route, new Asked(request, arguments, body, asking(request), letters)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private CompletionStage<Payload> body(Request request, Takes takes) {
    return switch (takes) {
      case NOTHING -> CompletableFuture.completedStage(Payload.EMPTY);
      case ARGUMENTS -> Body.read(request, maxMessage);
      case CONTENT -> Body.read(request, Protocol.maxContent(maxMessage));
    };
  }

  private Asking asking(Request request) {
    return new Asking(endpoint, patience, Credentials.of(request));
  }

  private static CompletionStage<Answer> done(Route route, Asked asked) {
    try {
      return route.deed().answer(asked);
    } catch (IllegalArgumentException e) { // A value has said what it must be.
      throw new ServiceException(Code.BAD_REQUEST, String.valueOf(e.getMessage()), e);
    }
  }
}
