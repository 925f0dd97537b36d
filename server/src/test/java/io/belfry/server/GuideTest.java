package io.belfry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.client.NotificationClient;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Publication;
import io.belfry.service.Start;
import io.belfry.service.TopicSpec;
import io.belfry.tck.ShownProgram;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the guide to the service, word for word. */
class GuideTest {

  @TempDir
  Path directory;

  private static void program(Path file, Transport hub, Transport spoke) throws Exception {
    // The program begins here.
    ServerConfig config =
        ServerConfig.of(new Address("paris"), StoreConfig.of("jdbc:sqlite:" + file));
    Topic market = new Topic("finance.stock.market");
    CountDownLatch received = new CountDownLatch(1);

    try (NotificationServer server =
            NotificationServer.start(config, List.of(new Wire(hub, true)));
        NotificationClient client = new NotificationClient(spoke)) {
      client.createTopic(TopicSpec.of(market)).toCompletableFuture().join();

      client
          .listen(new TopicFilter("finance.#"), new Start.Now(), event -> {
            System.out.println(event.seq() + ": " + event.content().payload().text());
            received.countDown();
          })
          .ready()
          .toCompletableFuture()
          .join();

      client.publish(Publication.of(market, "up")).toCompletableFuture().join();
      received.await();
    }
    // The program ends here.
  }

  @Test
  void the_program_says_what_it_received() throws Throwable {
    try (Way way = Way.open(Way.Of.ZEROMQ)) {
      List<String> said = ShownProgram.linesOf(() ->
          program(directory.resolve("store.db"), way.serverSide().transport(), way.clientSide()));

      assertThat(said).containsExactly("1: up");
    }
  }

  @Test
  void the_guide_shows_this_very_program() throws IOException {
    ShownProgram.assertShown(Path.of("..", "docs", "guide", "service.md"), GuideTest.class);
  }
}
