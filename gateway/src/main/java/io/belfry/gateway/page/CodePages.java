package io.belfry.gateway.page;

import io.belfry.gateway.http.Answers;
import io.belfry.gateway.http.Problem;
import io.belfry.service.EmailRegistration;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Where the links in mails lead. Programs follow links, too, to look whether they are harmless: so
 * looking changes nothing, and only a button does. A mail program that offers to leave by itself
 * presses it as RFC 8058 has it; whoever has the code needs no token.
 */
final class CodePages {

  private static final Map<String, Errand> ERRANDS = Map.of(
      "/confirm",
          new Errand(
              "Confirm your address",
              "Mails about the topics that were asked for will come to your address once you have"
                  + " confirmed it. If you have not asked for them, close this page, and none will.",
              "Confirm",
              "Your address is confirmed",
              " gets mails about ",
              NotificationService::confirmEmail),
      "/unsubscribe",
          new Errand(
              "Leave",
              "This ends the registration of your address: no more mails will come from it.",
              "End the registration",
              "The registration has ended",
              " gets no more mails about ",
              NotificationService::unregisterEmail));

  private final NotificationService service;
  private final Frame frame;

  CodePages(NotificationService service, Frame frame) {
    this.service = service;
    this.frame = frame;
  }

  /** What is done at a path, and what people are told of it. */
  private record Errand(
      String title,
      String what,
      String button,
      String done,
      String outcome,
      BiFunction<NotificationService, String, CompletionStage<EmailRegistration>> deed) {}

  static boolean isAt(String path) {
    return ERRANDS.containsKey(path);
  }

  void answer(String path, Request request, Response response, Callback callback) {
    // With no referrer at all, a browser would not say where the button is either.
    response.getHeaders().put("Referrer-Policy", "same-origin");
    Errand errand = Optional.ofNullable(ERRANDS.get(path)).orElseThrow();
    Optional<String> code = code(request);
    if (code.isEmpty()) {
      send(response, HttpStatus.BAD_REQUEST_400, incomplete(), callback);
    } else if (HttpMethod.POST.is(request.getMethod())) {
      act(errand, code.get(), response, callback);
    } else {
      send(response, HttpStatus.OK_200, question(errand), callback);
    }
  }

  private void act(Errand errand, String code, Response response, Callback callback) {
    var unused = errand.deed().apply(service, code).whenComplete((registration, failure) -> {
      if (failure == null) {
        send(response, HttpStatus.OK_200, outcome(errand, registration), callback);
      } else {
        Problem problem = Problem.of(reason(failure));
        send(response, problem.status(), refusal(problem), callback);
      }
    });
  }

  private void send(Response response, int status, String main, Callback callback) {
    Answers.send(response, status, Asset.HTML, frame.still(main, ""), callback);
  }

  /** The form goes to where it is, with the code. */
  private static String question(Errand errand) {
    return page(errand.title(), errand.what()) + "<form method=\"post\"><button type=\"submit\">"
        + errand.button() + "</button></form>\n";
  }

  private static String outcome(Errand errand, EmailRegistration registration) {
    return page(
        errand.done(),
        "<strong>" + Frame.escaped(registration.address()) + "</strong>" + errand.outcome()
            + "<code>" + Frame.escaped(registration.filter().pattern()) + "</code> from now on.");
  }

  private static String refusal(Problem problem) {
    return page("That did not work", Frame.escaped(problem.sentence()));
  }

  private static String incomplete() {
    return page(
        "The link is incomplete",
        "It ends with <code>?code=</code> and a code. Copy all of it from the mail.");
  }

  private static String page(String title, String text) {
    return "<h1>" + title + "</h1>\n<p>" + text + "</p>\n";
  }

  private static Optional<String> code(Request request) {
    Fields query = Request.extractQueryParameters(request);
    return Optional.ofNullable(query.getValue("code")).filter(code -> !code.isBlank());
  }

  private static ServiceException reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    return cause instanceof ServiceException told
        ? told
        : new ServiceException(
            Code.INTERNAL, "This has failed; try again, and tell whoever runs the gateway.", cause);
  }
}
