package io.belfry.gateway.http;

import io.belfry.service.ServiceException;
import io.belfry.transport.Loopback;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where everything comes in, before anything is upgraded or read. A page of somebody else must not
 * use the browser of somebody who may: neither by its own name (the origin), nor by having its name
 * lead here (the host).
 */
public final class Gate extends Handler.Wrapper {

  private static final Map<String, String> HEADERS = Map.of(
      "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "X-Content-Type-Options", "nosniff",
      "Referrer-Policy", "no-referrer",
      "Cross-Origin-Resource-Policy", "same-origin",
      "Cross-Origin-Opener-Policy", "same-origin");

  private final boolean isConfined;
  private final Guests guests;
  private final Rates rates;

  /**
   * Makes the gate.
   *
   * @param inside what is behind it
   * @param isConfined whether only this machine can ask
   * @param origins where else pages may come from
   * @param rates how much each client may send
   */
  public Gate(Handler inside, boolean isConfined, List<String> origins, Rates rates) {
    super(inside);
    this.isConfined = isConfined;
    this.guests = new Guests(origins);
    this.rates = rates;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
    Optional<Problem> problem = problem(request);
    if (problem.isPresent()) {
      Answers.send(response, problem.get(), callback);
      return true;
    }
    return guests.welcome(request, response, callback) || super.handle(request, response, callback);
  }

  private Optional<Problem> problem(Request request) {
    if (!isOurHost(request)) {
      return Optional.of(Problem.of(
          HttpStatus.MISDIRECTED_REQUEST_421,
          "MISDIRECTED",
          "This gateway is not known by that name; use localhost, or set gateway.origins."));
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && !isOurs(origin, request)) {
      return Optional.of(Problem.of(
          HttpStatus.FORBIDDEN_403,
          "FORBIDDEN",
          "Pages of that origin may not take part here; gateway.origins would allow it."));
    }
    try {
      rates.count(Client.of(Credentials.of(request), Request.getRemoteAddr(request)));
      return Optional.empty();
    } catch (ServiceException e) {
      return Optional.of(Problem.of(e));
    }
  }

  /** What leads here by another name may be somebody's trick, where everybody here may come in. */
  private boolean isOurHost(Request request) {
    String host = Request.getServerName(request);
    return !isConfined || Loopback.holds(host) || guests.isHost(host);
  }

  private boolean isOurs(String origin, Request request) {
    String host = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.HOST), "");
    return guests.isInvited(origin)
        || Guests.normal(origin)
            .equals(Guests.normal(request.getHttpURI().getScheme() + "://" + host));
  }
}
