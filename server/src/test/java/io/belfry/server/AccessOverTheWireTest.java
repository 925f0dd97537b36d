package io.belfry.server;

import static io.belfry.tck.Waiting.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.client.NotificationClient;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Start;
import io.belfry.service.Token;
import io.belfry.service.TopicSpec;
import io.belfry.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, from the other end of a wire. */
class AccessOverTheWireTest {

  private static final Topic NEWS = new Topic("news.city");
  private static final TopicFilter ALL = new TopicFilter("#");

  @TempDir
  Path directory;

  private final Token admin = Tokens.generate();
  private final Token reader = Tokens.generate();

  @Test
  void a_token_grants_what_it_grants_and_nothing_else() throws Exception {
    Access access = Access.guarded(List.of(
        new Grant("admin", Tokens.hash(admin), Set.of(Role.values()), List.of(ALL)),
        new Grant(
            "reader",
            Tokens.hash(reader),
            Set.of(Role.SUBSCRIBE),
            List.of(new TopicFilter("news.#")))));
    try (Way way = Way.open(Way.Of.ZEROMQ);
        NotificationServer server =
            NotificationServer.start(config(access), List.of(way.serverSide()));
        NotificationClient client = new NotificationClient(way.clientSide())) {
      NotificationService all = client.as(admin);
      value(all.createTopic(TopicSpec.of(NEWS)));
      value(all.createTopic(TopicSpec.of(new Topic("secret"))));
      NotificationService some = client.as(reader);

      assertThat(value(some.topics(Selection.of(ALL))).topics())
          .extracting(info -> info.spec().topic())
          .containsExactly(NEWS);
      value(some.snapshot(Selection.of(NEWS)));
      value(some.listen(new TopicFilter("news.*"), new Start.Now(), event -> {}).ready());
      assertRefused(Code.FORBIDDEN, some.publish(Publication.of(NEWS, "false")));
      assertRefused(Code.FORBIDDEN, some.snapshot(Selection.of(ALL)));
      assertRefused(Code.FORBIDDEN, some.createTopic(TopicSpec.of(new Topic("news.more"))));
      assertRefused(
          Code.FORBIDDEN, some.listen(ALL, new Start.Now(), event -> {}).ready());
      assertRefused(Code.UNAUTHENTICATED, client.status());
      assertRefused(Code.UNAUTHENTICATED, client.as(Tokens.generate()).status());
      assertThat(value(all.heads(Selection.of(NEWS))).heads()).containsEntry(NEWS, 0L);
      assertThat(server.service()).isNotNull();
    }
  }

  @Test
  void without_tokens_it_starts_only_where_nobody_else_comes_in() throws Exception {
    try (Way way = Way.open(Way.Of.ZEROMQ)) {
      Wire reachable = new Wire(way.serverSide().transport(), false);

      assertThatThrownBy(() -> NotificationServer.start(config(Access.open()), List.of(reachable)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("tokens");

      // Nothing was left open: the file is free.
      NotificationServer.start(config(Access.open()), List.of()).close();
    }
  }

  private ServerConfig config(Access access) {
    return ServerConfig.of(
            new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")))
        .withAccess(access);
  }

  private static void assertRefused(Code code, CompletionStage<?> stage) {
    assertThatThrownBy(() -> value(stage))
        .rootCause()
        .isInstanceOfSatisfying(
            ServiceException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
