package io.belfry.gateway.http;

import io.belfry.service.Token;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The token that a request shows: as bearer, or in the cookie that a log-in has set. */
public final class Credentials {

  /** The cookie's name. */
  public static final String COOKIE = "belfry-token";

  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+) *");

  private Credentials() {}

  /**
   * Reads it. Never from the address, which is logged and passed on.
   *
   * @param request of whom
   * @return the token, good or not; none if none is shown
   */
  public static Optional<Token> of(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header == null ? cookie(request) : bearer(header);
  }

  /**
   * Reads a header.
   *
   * @param authorization its value
   * @return the token; none if it is of another kind
   */
  public static Optional<Token> bearer(String authorization) {
    Matcher bearer = BEARER.matcher(authorization);
    return bearer.matches() ? token(bearer.group(1)) : Optional.empty();
  }

  private static Optional<Token> cookie(Request request) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(HttpCookie::getValue)
        .findFirst()
        .flatMap(Credentials::token);
  }

  private static Optional<Token> token(String secret) {
    try {
      return Optional.of(new Token(secret));
    } catch (IllegalArgumentException e) { // It can't be one.
      return Optional.empty();
    }
  }
}
