package io.belfry.gateway.live;

import static io.belfry.gateway.House.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.client.NotificationClient;
import io.belfry.gateway.House;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.Wire;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import io.belfry.service.TopicSpec;
import io.belfry.settings.Settings;
import io.belfry.tck.FreePorts;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.zeromq.ZeroMqProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds where a wire lies between them and the service. */
final class EdgeTest {

  private static final TopicFilter ALL = new TopicFilter("#");
  private static final int HUB_NEEDS = 6;
  private static final int MANY = 1_000;

  @TempDir
  private Path directory;

  private final Map<NotificationServer, Transport> hubs = new HashMap<>();
  private String endpoint = "";

  @BeforeEach
  void choosePorts() throws IOException {
    endpoint = FreePorts.choose(HUB_NEEDS).stream()
        .map(port -> "tcp://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
  }

  @Test
  void events_of_several_topics_come_in_the_order_of_the_log() {
    NotificationServer server = server(House.server(directory));
    try (Transport spoke = open(Side.SPOKE);
        NotificationClient client = new NotificationClient(spoke);
        Feeds feeds = new Feeds(client, Duration.ofMinutes(1))) {
      create(server.service(), "a", "b", "c");
      Receiver receiver = new Receiver(MANY);
      Following following =
          feeds.follow(Optional.empty(), new TopicFilter("*"), new From.End(), receiver);
      join(following.ready());
      for (int i = 0; i < MANY; i++) {
        var unused = server.service().publish(Publication.of(topic("abc", i), "x"));
      }
      List<Told> all = receiver.take(MANY, following);
      assertThat(all).hasSize(MANY).extracting(Receiver::offset).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void a_server_that_is_started_anew_costs_nothing() {
    NotificationServer first = server(House.server(directory));
    try (Transport spoke = open(Side.SPOKE);
        NotificationClient client = new NotificationClient(spoke);
        Feeds feeds = new Feeds(client, Duration.ofMinutes(1))) {
      create(first.service(), "a");
      Receiver receiver = new Receiver(MANY);
      Following following = feeds.follow(Optional.empty(), ALL, new From.End(), receiver);
      join(following.ready());
      join(first.service().publish(Publication.of(new Topic("a"), "one")));
      receiver.take(1, following);
      end(first);
      NotificationServer second = server(House.server(directory));
      join(second.service().publish(Publication.of(new Topic("a"), "two")));
      assertThat(receiver.take(2, following)).extracting(Receiver::seq).containsExactly(1L, 2L);
    }
  }

  @Test
  void a_token_that_is_good_no_more_ends_it() {
    Token token = Tokens.generate();
    Access access =
        Access.guarded(List.of(Grant.of("ringer", token, EnumSet.allOf(Role.class), List.of(ALL))));
    NotificationServer first = server(House.server(directory).withAccess(access));
    try (Transport spoke = open(Side.SPOKE);
        NotificationClient client = new NotificationClient(spoke);
        Feeds feeds = new Feeds(client, Duration.ofMillis(200))) {
      Receiver receiver = new Receiver(MANY);
      Following following = feeds.follow(Optional.of(token), ALL, new From.End(), receiver);
      join(following.ready());
      end(first);
      server(House.server(directory).withAccess(Access.guarded(List.of())));
      await().until(() -> receiver.reason().isPresent());
      assertThat(receiver.reason().orElseThrow().code()).isEqualTo(Code.UNAUTHENTICATED);
    }
  }

  @AfterEach
  void endServers() {
    List.copyOf(hubs.keySet()).forEach(this::end);
  }

  private Transport open(Side side) {
    ZeroMqProvider zeromq = new ZeroMqProvider();
    Map<String, String> written = Map.of("endpoint", endpoint);
    return zeromq.open(Settings.of(zeromq.name(), zeromq.settings(), written), side);
  }

  private NotificationServer server(ServerConfig config) {
    Transport hub = open(Side.HUB);
    NotificationServer server = NotificationServer.start(config, List.of(new Wire(hub, true)));
    hubs.put(server, hub);
    return server;
  }

  private void end(NotificationServer server) {
    server.close();
    hubs.remove(server).close();
  }

  private static void create(NotificationService service, String... names) {
    for (String name : names) {
      join(service.createTopic(TopicSpec.of(new Topic(name))));
    }
  }

  private static Topic topic(String names, int number) {
    return new Topic(names.substring(number % names.length(), number % names.length() + 1));
  }
}
