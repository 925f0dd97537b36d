package io.belfry.gateway.page;

import io.belfry.gateway.http.Answers;
import io.belfry.gateway.http.Problem;
import io.belfry.service.NotificationService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages, and where the links in mails lead. */
public final class PageHandler extends Handler.Abstract {

  private static final String REPORT = "/report";
  private static final String TOPICS = "/topics/";
  private static final List<String> READING = List.of("GET", "HEAD");
  private static final List<String> ACTING = List.of("GET", "HEAD", "POST");

  private static final Map<String, String> PAGES = Map.of(
      "/", "console.html",
      "/rectangle", "rectangle.html",
      "/chart", "chart.html",
      "/mailbox", "mailbox.html");

  private final Map<String, Asset> pages = new HashMap<>();
  private final Assets assets = new Assets();
  private final CodePages codes;
  private final Report report;

  /**
   * Makes the handler.
   *
   * @param service confirms and ends registrations
   * @param shown what pages show besides
   */
  public PageHandler(NotificationService service, Shown shown) {
    Frame frame = new Frame();
    PAGES.forEach((path, name) -> pages.put(path, frame.live(name, path)));
    this.codes = new CodePages(service, frame);
    this.report = new Report(shown.report(), frame);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    boolean isCode = CodePages.isAt(path);
    Optional<Asset> found = found(path);
    if (!isCode && !path.equals(REPORT) && found.isEmpty()) {
      return false;
    }
    List<String> methods = isCode ? ACTING : READING;
    if (!methods.contains(request.getMethod())) {
      refuse(methods, response, callback);
    } else if (isCode) {
      codes.answer(path, request, response, callback);
    } else if (found.isPresent()) {
      found.get().send(request, response, callback);
    } else {
      report.answer(path, request, response, callback);
    }
    return true;
  }

  /** A topic is looked at with the console, which reads the address. */
  private Optional<Asset> found(String path) {
    boolean isTopic = path.startsWith(TOPICS) && path.indexOf('/', TOPICS.length()) < 0;
    return Optional.ofNullable(pages.get(isTopic ? "/" : path)).or(() -> assets.at(path));
  }

  private static void refuse(List<String> methods, Response response, Callback callback) {
    String allowed = String.join(", ", methods);
    response.getHeaders().put(HttpHeader.ALLOW, allowed);
    Answers.send(
        response,
        Problem.of(
            HttpStatus.METHOD_NOT_ALLOWED_405,
            "METHOD_NOT_ALLOWED",
            "What is here is asked for with " + allowed + "."),
        callback);
  }
}
