package io.belfry.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.Gateway;
import io.belfry.gateway.House;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.NotificationServer;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxQuery;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the links in mails lead. */
final class CodePagesTest {

  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Postbag POSTBAG = new Postbag();
  private static final AtomicInteger BELLS = new AtomicInteger();

  @TempDir
  private static Path directory;

  private static NotificationServer server;
  private static Gateway gateway;

  /** A topic of its own for each test. */
  private final Topic bell = new Topic("bell-" + BELLS.incrementAndGet());

  @BeforeAll
  static void open() {
    server = NotificationServer.start(House.server(directory), List.of(), Optional.of(POSTBAG));
    gateway = Gateway.open(GatewayConfig.local(0), server.service(), Shown.NOTHING);
  }

  @AfterAll
  static void close() {
    gateway.close();
    server.close();
  }

  @Test
  void looking_at_a_link_changes_nothing() throws Exception {
    String code = register("a@example.org");
    for (String method : List.of("GET", "HEAD", "GET")) {
      assertThat(ask(method, "/confirm", code, "").statusCode()).isEqualTo(200);
    }
    assertThat(states()).containsExactly(State.PENDING);
    String leaving = confirmed(code);
    HttpResponse<String> page = ask("GET", "/unsubscribe", leaving, "");
    assertThat(page.body()).contains("<form method=\"post\">").doesNotContain(leaving, "<script");
    assertThat(states()).containsExactly(State.ACTIVE);
  }

  @Test
  void the_button_confirms() throws Exception {
    String code = register("a@example.org");
    HttpResponse<String> page = ask("POST", "/confirm", code, "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("is confirmed", "a@example.org", "<code>" + bell.name() + "</code>");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(states()).containsExactly(State.ACTIVE);
  }

  /** As a mail program does it: no cookie, no origin, nobody who looks. */
  @Test
  void one_click_ends_a_registration() throws Exception {
    String leaving = confirmed(register("a@example.org"));
    HttpResponse<String> page = ask("POST", "/unsubscribe", leaving, ONE_CLICK);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("has ended", "a@example.org");
    assertThat(states()).isEmpty();
    assertThat(ask("POST", "/unsubscribe", leaving, ONE_CLICK).statusCode()).isEqualTo(400);
  }

  @Test
  void what_an_address_looks_like_does_no_harm() throws Exception {
    String code = register("o'{main}$1&b@example.org");
    assertThat(ask("POST", "/confirm", code, "").body())
        .contains("<strong>o&#39;{main}$1&amp;b@example.org</strong>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/confirm", "/unsubscribe"})
  void a_wrong_code_is_told_clearly(String path) throws Exception {
    HttpResponse<String> page = ask("POST", path, "<script>alert(1)</script>", "");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body()).contains("<h1>That did not work</h1>").doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/confirm", "/unsubscribe?code=", "/confirm?other=1"})
  void a_link_without_a_code_is_told_to_be_incomplete(String path) throws Exception {
    HttpResponse<String> page =
        HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("The link is incomplete");
  }

  /** With no referrer, a browser would say that the button is at the origin "null". */
  @Test
  void the_button_may_be_pressed() throws Exception {
    HttpResponse<String> page = ask("GET", "/confirm", "x", "");
    assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("form-action 'self'"));
  }

  private String register(String address) throws Exception {
    House.join(service().createTopic(TopicSpec.of(bell)));
    House.join(
        service().registerEmail(new EmailRegistration(TopicFilter.exactly(bell), address, "en")));
    return POSTBAG.code();
  }

  /** Confirms, and has a mail come that says how to leave. */
  private String confirmed(String code) throws Exception {
    assertThat(ask("POST", "/confirm", code, "").statusCode()).isEqualTo(200);
    House.join(service().publish(Publication.of(bell, "ding")));
    return POSTBAG.leaveCode();
  }

  private List<State> states() {
    return House.join(service().mailboxes(MailboxQuery.ALL)).mailboxes().stream()
        .filter(mailbox -> mailbox.registration().filter().matches(bell))
        .map(MailboxInfo::state)
        .toList();
  }

  private static HttpResponse<String> ask(String method, String path, String code, String body)
      throws Exception {
    String query = "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path + query))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static NotificationService service() {
    return server.service();
  }

  private static URI at(String path) {
    return URI.create(gateway.url() + path);
  }
}
