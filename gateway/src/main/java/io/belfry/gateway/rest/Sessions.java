package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.gateway.http.Credentials;
import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import io.belfry.service.protocol.Operations;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The token that a browser keeps where no script can read it: in a cookie. */
final class Sessions {

  private static final String FIELD = "token";
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

  private Sessions() {}

  /** Whether a token is needed, and whether the one that is shown is good. */
  static CompletionStage<Answer> tell(Asked asked) {
    return state(asked.asking()).thenApply(Answer::json);
  }

  static CompletionStage<Answer> begin(Asked asked) {
    Token token = token(asked.body());
    Asking asking = asked.asking().as(Optional.of(token));
    String cookie = Credentials.COOKIE + "=" + requireCookie(token) + ATTRIBUTES
        + (isEncrypted(asked.request()) ? "; Secure" : "");
    return asking
        .ask(Operations.STATUS_OF_SERVICE, Map.of())
        .thenCompose(status -> state(asking))
        .thenApply(state -> Answer.json(state).with("Set-Cookie", cookie));
  }

  static CompletionStage<Answer> end(Asked asked) {
    return CompletableFuture.completedStage(Answer.json(Map.of())
        .with("Set-Cookie", Credentials.COOKIE + "=" + ATTRIBUTES + "; Max-Age=0"));
  }

  private static CompletionStage<Map<String, Object>> state(Asking asking) {
    CompletionStage<Boolean> isKnown =
        asking.token().isEmpty() ? CompletableFuture.completedStage(false) : isLetIn(asking);
    return isLetIn(asking.as(Optional.empty())).thenCombine(isKnown, (isOpen, known) -> {
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("needsToken", !isOpen);
      state.put("isKnown", known);
      return state;
    });
  }

  private static CompletionStage<Boolean> isLetIn(Asking asking) {
    return asking.ask(Operations.STATUS_OF_SERVICE, Map.of()).handle((status, thrown) -> {
      if (thrown == null) {
        return true;
      }
      ServiceException failure = Failures.failure(thrown);
      if (failure.code() == Code.UNAUTHENTICATED) {
        return false;
      }
      throw failure;
    });
  }

  private static Token token(Payload body) {
    try {
      Map<String, Object> fields = JSON.std.mapFrom(body.toBytes());
      if (fields.size() == 1 && fields.get(FIELD) instanceof String secret) {
        return new Token(secret);
      }
    } catch (IOException e) {
      // The sentence below says it.
    }
    throw new ServiceException(
        Code.BAD_REQUEST, "The body must be an object with the token alone: {\"token\":\"...\"}.");
  }

  private static String requireCookie(Token token) {
    if (!token.secret().matches("[!#-+\\--:<-\\[\\]-~]+")) {
      throw new ServiceException(
          Code.UNAUTHENTICATED, "The token has characters that none of this service has.");
    }
    return token.secret();
  }

  /** Where a proxy in front encrypts, only the page's own address tells it. */
  private static boolean isEncrypted(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return request.isSecure() || (origin != null && origin.startsWith("https://"));
  }
}
