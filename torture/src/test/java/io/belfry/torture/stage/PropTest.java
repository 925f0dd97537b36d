package io.belfry.torture.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import io.belfry.torture.cast.Instructions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropTest {

  @TempDir
  private Path logs;

  @Test
  void a_broker_is_killed_and_comes_back_at_the_same_place() throws Exception {
    try (Prop broker = Prop.start("broker", broker("EMBEDDED"), logs)) {
      assertThat(listens(broker)).isTrue();
      broker.kill();
      Waiting.until("the broker was gone", () -> !listens(broker));
      broker.revive();
      assertThat(broker.awaitRunning()).isTrue();
      assertThat(listens(broker)).isTrue();
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void what_does_not_start_is_told_with_the_place_of_its_log() {
    assertThatThrownBy(() -> Prop.start("broker", broker("TEAPOT"), logs))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broker.log");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  private static Instructions broker(String kind) {
    return new Instructions().with("kind", kind).with("protocol", "mqtt");
  }

  private static boolean listens(Prop broker) {
    URI uri = URI.create(broker.url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
