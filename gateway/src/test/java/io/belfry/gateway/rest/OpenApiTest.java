package io.belfry.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.page.Letters.Letter;
import io.belfry.gateway.page.Shown;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.service.Token;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openapi.json says is what is done, and the other way round. */
class OpenApiTest {

  /** Not here: it has a handler of its own. */
  private static final String STREAM = "GET /stream";

  private static final Token TOKEN = Tokens.generate();
  private static final Letter LETTER = new Letter(
      "1", Instant.EPOCH, List.of("a@example.org"), "b@example.org", "News", "There are some.");

  private final Set<String> called = new TreeSet<>();
  private Running running;
  private Description description;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    Grant all = Grant.of("all", TOKEN, Set.of(Role.values()), List.of(new TopicFilter("#")));
    running = Running.open(
        directory,
        Access.guarded(List.of(all)),
        new Shown(Optional.of(() -> List.of(LETTER)), Optional.empty()));
    description = Description.of(running);
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void the_table_and_the_document_have_the_same() {
    Map<String, Map<?, ?>> described = description.operations();

    assertThat(described.keySet())
        .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.concat(
                Routes.ALL.stream()
                    .map(route ->
                        Description.name(route.method(), route.template().text())),
                java.util.stream.Stream.of(STREAM))
            .toList());
    assertThat(Routes.ALL)
        .allSatisfy(route -> assertThat(description.parameters(
                described.get(Description.name(route.method(), route.template().text()))))
            .as(route.template().text())
            .isEqualTo(route.parameters().stream()
                .map(Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new))));
  }

  @Test
  void every_operation_answers_as_is_described() throws Exception {
    topics();
    subscriptions();
    mails();
    sessionAndService();

    Set<String> described = new TreeSet<>(description.operations().keySet());
    described.remove(STREAM);
    assertThat(called).isEqualTo(described);
  }

  private void topics() throws Exception {
    good("POST", "/topics", "{\"topic\":\"a.b\",\"mode\":\"append\",\"description\":\"One.\"}");
    good("POST", "/topics", "{\"topic\":\"c\"}");
    good("POST", "/topics/a.b", "text");
    good("POST", "/topics/a.b", "more", "Idempotency-Key", "k");
    running.sendBytes("POST", "/topics/c", new byte[] {-1, 0}, "Authorization", bearer());
    good("GET", "/topics", "");
    good("GET", "/topics?filter=%23&after=a.b&limit=1", "");
    good("GET", "/topics/a.b", "");
    good("GET", "/topics/a.b/snapshot", "");
    good("GET", "/topics/a.b/snapshot", "", "Accept", "application/json");
    good("GET", "/topics/c/snapshot", "", "Accept", "application/json");
    good("GET", "/snapshots?filter=%23&limit=10", "");
    Map<String, Object> page = good("GET", "/topics/a.b/events?from=1&to=2&limit=10", "");
    good("GET", "/events?filter=a.%23&epoch=" + page.get("epoch") + "&after=0&limit=2", "");
    good("GET", "/events?epoch=" + page.get("epoch") + "&after=0", "");
    good("GET", "/heads?filter=%23&limit=10", "");

    bad(404, "GET", "/topics/nobody", "");
    bad(404, "GET", "/topics/nobody/snapshot", "");
    bad(404, "GET", "/topics/nobody/events", "");
    bad(404, "POST", "/topics/nobody", "x");
    bad(409, "POST", "/topics", "{\"topic\":\"a.b\"}");
    bad(410, "GET", "/events?epoch=other&after=0", "");
    bad(413, "POST", "/topics/c", "x".repeat(1 << 20));
    bad(415, "POST", "/topics/c", "x", "Content-Encoding", "br");
    bad(422, "POST", "/topics/a.b", "other", "Idempotency-Key", "k");
    bad(400, "GET", "/heads?limit=x", "");
  }

  private void subscriptions() throws Exception {
    Map<String, Object> fence = good("POST", "/fences", "");
    good("POST", "/subscriptions", "{\"subscriber\":\"me\",\"filter\":\"#\"}");
    bad(
        409,
        "POST",
        "/subscriptions",
        "{\"subscriber\":\"me\",\"filter\":\"#\",\"fence\":" + fence.get("fence") + "}");
    String claim = "{\"subscriber\":\"you\",\"filter\":\"a.#\",\"fence\":"
        + good("POST", "/fences", "{}").get("fence") + "}";
    Object cursor = good("POST", "/subscriptions", claim).get("cursor");
    String position = "{\"registration\":" + claim + ",\"cursor\":\"" + cursor + "\"}";
    good("POST", "/subscriptions/position", position);
    good("DELETE", "/subscriptions?subscriber=you&filter=a.%23", "");
    bad(404, "POST", "/subscriptions/position", position);
    bad(400, "POST", "/subscriptions", "{\"subscriber\":\"me\",\"filter\":\"#\",\"fence\":99}");
  }

  private void mails() throws Exception {
    good("POST", "/emails", "{\"filter\":\"c\",\"address\":\"a@example.org\",\"language\":\"ko\"}");
    String code = running.notices.next(Confirmation.class).code();
    good("POST", "/emails/confirmations", "{\"code\":\"" + code + "\"}");
    Object first = ((List<?>) good("GET", "/mailboxes?limit=1", "").get("mailboxes")).get(0);
    Object id = ((Map<?, ?>) first).get("id");
    good("GET", "/mailboxes?state=active&after=0", "");
    good("POST", "/mailboxes/" + id + "/steerings", "{\"steering\":\"retry\"}");
    good("POST", "/topics/c", "news");
    String leave =
        running.notices.next(Changes.class).recipients().get(0).leaveCode().orElseThrow();
    good("POST", "/emails/cancellations", "{\"code\":\"" + leave + "\"}");
    good("GET", "/letters", "");

    bad(400, "POST", "/emails/confirmations", "{\"code\":\"wrong\"}");
    bad(404, "POST", "/mailboxes/" + id + "/steerings", "{\"steering\":\"drop\"}");
  }

  private void sessionAndService() throws Exception {
    good("GET", "/session", "");
    good("POST", "/session", "{\"token\":\"" + TOKEN.secret() + "\"}");
    good("DELETE", "/session", "");
    good("GET", "/status", "");
    good("GET", "/openapi.json", "");
    good("GET", "/asyncapi.json", "");

    bad(401, "POST", "/session", "{\"token\":\"wrong\"}");
    bad(401, "GET", "/status", "", "Authorization", "Bearer wrong");
    bad(403, "GET", "/status", "", "Origin", "https://evil.example");
  }

  private Map<String, Object> good(String method, String path, String body, String... headers)
      throws Exception {
    HttpResponse<String> answer = call(200, method, path, body, headers);
    return answer.headers().firstValue("Content-Type").orElse("").equals("application/json")
        ? Running.json(answer)
        : Map.of();
  }

  private void bad(int status, String method, String path, String body, String... headers)
      throws Exception {
    HttpResponse<String> answer = call(status, method, path, body, headers);
    assertThat(description.faultsOfProblem(answer)).isEmpty();
  }

  private HttpResponse<String> call(
      int status, String method, String path, String body, String... headers) throws Exception {
    String[] shown = headers.length > 0 && headers[0].equals("Authorization")
        ? headers
        : new String[headers.length + 2];
    if (shown != headers) {
      System.arraycopy(headers, 0, shown, 2, headers.length);
      shown[0] = "Authorization";
      shown[1] = bearer();
    }
    HttpResponse<String> answer = running.send(method, path, body, shown);
    String operation = operation(method, path.replaceFirst("\\?.*", ""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(description.faults(operation, body, answer)).as(operation).isEmpty();
    called.add(operation);
    return answer;
  }

  /** Of those that fit, the one without names in it. */
  private String operation(String method, String path) {
    return description.operations().keySet().stream()
        .filter(name -> name.startsWith(method + " "))
        .filter(name ->
            new Template(name.substring(method.length() + 1)).match(path).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static String bearer() {
    return "Bearer " + TOKEN.secret();
  }
}
