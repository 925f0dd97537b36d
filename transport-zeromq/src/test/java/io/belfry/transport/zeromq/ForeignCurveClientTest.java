package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients in another language with keys that our generator has made. */
class ForeignCurveClientTest {

  private final Stage stage = new Stage();

  @TempDir
  private Path directory;

  private Keys keys;

  @BeforeEach
  void makeKeys() throws IOException {
    Python.assumeZmq();
    keys = Keys.madeIn(directory);
    stage.with(Side.HUB, keys.settings(Side.HUB)).with(Side.SPOKE, keys.settings(Side.SPOKE));
  }

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @Test
  void a_subscriber_is_let_in() throws IOException {
    Program subscriber = python("subscribe.py", stage.address(Port.EVENTS), "finance");
    Transport spoke = stage.newSpoke();
    Waiting.until("the price arrived", () -> {
      spoke.publish(new Topic("finance.stock"), Message.of("12.5"));
      return subscriber.lines().contains("finance.stock {} 12.5");
    });
  }

  @Test
  void a_request_is_answered() throws IOException {
    Address echo = new Address("echo");
    Waiting.value(
        stage.newSpoke().serve(echo, CompletableFuture::completedFuture).ready());
    assertThat(python("request.py", stage.address(Port.CALLS), "echo", "hello").output())
        .containsExactly("ok {} hello");
  }

  private Program python(String script, String address, String... more) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of(address));
    arguments.addAll(List.of(more));
    arguments.add(keys.spokeSecret());
    arguments.add(keys.hub());
    return stage.kept(Python.run(script, arguments.toArray()));
  }
}
