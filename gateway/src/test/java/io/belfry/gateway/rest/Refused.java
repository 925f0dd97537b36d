package io.belfry.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What a refusal looks like. */
final class Refused {

  private Refused() {}

  static void assertRefused(HttpResponse<String> response, int status, String code, String sentence)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertProblem(response.body(), status, code, sentence);
  }

  /** Likewise, of a whole answer as it was sent. */
  static void assertRefused(String response, int status, String code, String sentence)
      throws IOException {
    assertThat(response)
        .startsWith("HTTP/1.1 " + status + " ")
        .containsIgnoringCase("Content-Type: application/problem+json");
    assertProblem(response.substring(response.indexOf("\r\n\r\n")), status, code, sentence);
  }

  private static void assertProblem(String body, int status, String code, String sentence)
      throws IOException {
    assertThat(JSON.std.mapFrom(body))
        .containsEntry("status", status)
        .containsEntry("code", code)
        .hasEntrySatisfying("detail", detail -> assertThat(detail.toString()).contains(sentence));
  }
}
