package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.House;
import io.belfry.gateway.bayeux.Clients.Over;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.page.Shown;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.ServerConfig;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.service.Token;
import io.belfry.service.TopicSpec;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, and how much of it. */
final class DoorTest {

  private static final Times SHORT =
      new Times(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMinutes(1));

  @TempDir
  private Path directory;

  private final Token admin = Tokens.generate();
  private final Token reader = Tokens.generate();

  private House guarded() {
    Access access = Access.guarded(List.of(
        new Grant(
            "admin", Tokens.hash(admin), Set.of(Role.values()), List.of(new TopicFilter("#"))),
        new Grant(
            "reader",
            Tokens.hash(reader),
            Set.of(Role.SUBSCRIBE),
            List.of(new TopicFilter("news.#")))));
    ServerConfig open = House.server(directory);
    House house = House.open(open.withAccess(access), GatewayConfig.local(0), Shown.NOTHING);
    House.join(house.service().as(admin).createTopic(TopicSpec.of(new Topic("news.city"))));
    return house;
  }

  private House house(Limits limits, Times times) {
    return House.open(
        House.server(directory), GatewayConfig.local(0).with(limits).with(times), Shown.NOTHING);
  }

  private static Limits limits(int sessions, int rate) {
    return new Limits(20_000, sessions, sessions, rate, 16, 1 << 20);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_may_come_with_the_request_in_a_cookie_or_with_the_handshake(Over over) {
    try (House house = guarded();
        Clients clients = new Clients(house.at("/cometd"))) {
      String secret = admin.secret();
      Talker bearer = clients.client(over, Map.of("Authorization", "Bearer " + secret));
      Talker cookie = clients.client(over, Map.of("Cookie", "belfry-token=" + secret));
      Talker told = clients.client(over);
      assertThat(bearer.handshake(Map.of()).isSuccessful()).isTrue();
      assertThat(told.handshake(Map.of("token", secret)).isSuccessful()).isTrue();
      assertThat(told.publish("/topic/news/city", "x").isSuccessful()).isTrue();
      assertThat(told.ask("status", Map.of())).containsOnlyKeys("ok");
      if (over == Over.WEBSOCKET) { // Over HTTP, the client's own cookies are in the way.
        assertThat(cookie.handshake(Map.of()).isSuccessful()).isTrue();
        assertThat(cookie.publish("/topic/news/city", "x").isSuccessful()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whom_the_service_does_not_know_gets_no_session(Over over) {
    try (House house = guarded();
        Clients clients = new Clients(house.at("/cometd"))) {
      for (Map<String, Object> shown : List.of(
          Map.<String, Object>of(),
          Map.<String, Object>of("token", Tokens.generate().secret()),
          Map.<String, Object>of("token", ""),
          Map.<String, Object>of("token", 7))) {
        Message reply = clients.client(over).handshake(shown);
        assertThat(reply.isSuccessful()).isFalse();
        assertThat((String) reply.get("error")).startsWith("UNAUTHENTICATED::");
        assertThat(reply.getAdvice()).containsEntry("reconnect", "none");
      }
      assertThat(house.gateway().sessions()).isZero();
    }
  }

  @Test
  void what_a_token_does_not_grant_is_forbidden() {
    try (House house = guarded();
        Clients clients = new Clients(house.at("/cometd"))) {
      Talker talker = clients.client(Over.WEBSOCKET);
      talker.handshake(Map.of("token", reader.secret()));
      talker.isConnected().subscribed("/topic/news/**");
      Message all = talker.subscribe("/topic/**", Map.of());
      assertThat((String) all.get("error")).startsWith("FORBIDDEN::");
      assertThat(Talker.belfry(all).get("code")).isEqualTo("FORBIDDEN");
      Message published = talker.publish("/topic/news/city", "x");
      assertThat((String) published.get("error")).startsWith("FORBIDDEN::");
      Map<?, ?> asked = (Map<?, ?>) talker.ask("mailboxes", Map.of()).get("error");
      assertThat(asked.get("code")).isEqualTo("FORBIDDEN");
    }
  }

  @ParameterizedTest
  @EnumSource
  void there_are_so_many_sessions_and_a_place_is_given_back(Over over) {
    try (House house = house(limits(1, 0), SHORT);
        Clients clients = new Clients(house.at("/cometd"))) {
      Talker first = clients.client(over).connected();
      Message refused = clients.client(over).handshake(Map.of());
      assertThat((String) refused.get("error")).startsWith("BUSY::");
      assertThat(refused.getAdvice()).containsEntry("reconnect", "none");
      first.client().disconnect(5_000);
      await().until(() -> house.gateway().sessions() == 0);
      clients.client(over).connected();
    }
  }

  @Test
  void a_session_whose_client_is_gone_ends() {
    try (House house = house(limits(10, 0), SHORT);
        Wire wire = Wire.open(house.at("/cometd"))) {
      Poller poller = new Poller(house.at("/cometd"));
      poller.handshake();
      // It would come back in a year: nobody waits so long.
      poller.ask(
          "/meta/connect",
          "'connectionType':'long-polling','advice':{'timeout':0,'interval':31536000000}");
      wire.handshake();
      wire.reply(wire.connect());
      assertThat(house.gateway().sessions()).isEqualTo(2);
      wire.abort();
      await().until(() -> house.gateway().sessions() == 0);
      assertThat(poller.poll()).containsEntry("error", "402::session_unknown");
    }
  }

  @Test
  void who_sends_too_much_is_told_so() {
    try (House house = house(limits(10, 50), SHORT);
        Wire wire = Wire.open(house.at("/cometd"))) {
      String session = wire.handshake();
      wire.send(
          "[%s]",
          IntStream.range(0, 200)
              .mapToObj(i -> "{'channel':'/x','clientId':'" + session + "','id':'n" + i + "'}")
              .collect(Collectors.joining(",")));
      List<Object> errors = IntStream.range(0, 200)
          .mapToObj(i -> wire.reply("n" + i).get("error"))
          .toList();
      assertThat((String) errors.get(0)).startsWith("BAD_REQUEST::");
      assertThat((String) errors.get(199)).startsWith("BUSY::More than 50 a second");
    }
  }

  @Test
  void a_message_that_is_too_large_is_refused() {
    try (House house = house(limits(10, 0), SHORT);
        Wire wire = Wire.open(house.at("/cometd"))) {
      Poller poller = new Poller(house.at("/cometd"));
      assertThat(poller.post("x".repeat(20_001)).statusCode()).isEqualTo(413);
      wire.sendAsIs("x".repeat(20_001));
      assertThat(wire.closed().join()).isEqualTo(1009);
    }
  }

  @Test
  void the_cookie_of_long_polling_is_no_business_of_scripts_and_other_pages() {
    try (House house = house(limits(10, 0), SHORT)) {
      Poller poller = new Poller(house.at("/cometd"));
      poller.handshake();
      assertThat(poller.setCookie())
          .startsWith("BAYEUX_BROWSER=")
          .contains("; Path=/cometd", "; HttpOnly", "; SameSite=Strict");
    }
  }

  @Test
  void a_foreign_origin_is_refused_before_the_upgrade() {
    try (House house = house(limits(10, 0), SHORT)) {
      assertThatThrownBy(
              () -> Wire.open(house.at("/cometd"), "Origin", "https://elsewhere.example"))
          .hasCauseInstanceOf(WebSocketHandshakeException.class)
          .cause()
          .extracting(
              refusal -> ((WebSocketHandshakeException) refusal).getResponse().statusCode())
          .isEqualTo(403);
      Poller poller = new Poller(house.at("/cometd"), "Origin", "https://elsewhere.example");
      assertThat(poller.post("[]").statusCode()).isEqualTo(403);
      assertThat(house.gateway().sessions()).isZero();
    }
  }
}
