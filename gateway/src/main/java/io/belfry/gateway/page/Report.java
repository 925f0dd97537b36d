package io.belfry.gateway.page;

import io.belfry.gateway.http.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page of a comparison, which brings its own style and may do nothing else. */
final class Report {

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline';"
      + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Optional<Path> file;
  private final Frame frame;

  Report(Optional<Path> file, Frame frame) {
    this.file = file;
    this.frame = frame;
  }

  void answer(String path, Request request, Response response, Callback callback) {
    Optional<Asset> page = page();
    if (page.isPresent()) {
      response.getHeaders().put("Content-Security-Policy", POLICY);
      page.get().send(request, response, callback);
    } else {
      byte[] body = frame.still(Frame.text("no-report.html"), path);
      Answers.send(response, HttpStatus.OK_200, Asset.HTML, body, callback);
    }
  }

  private Optional<Asset> page() {
    if (file.filter(Files::isRegularFile).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Asset.of(Asset.HTML, Files.readAllBytes(file.get())));
    } catch (IOException e) { // It is just being written anew.
      return Optional.empty();
    }
  }
}
