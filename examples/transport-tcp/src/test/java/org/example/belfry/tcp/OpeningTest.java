package org.example.belfry.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the contract does not ask about: wrong addresses at the start, and last words at the end.
 */
class OpeningTest {

  @ParameterizedTest
  @ValueSource(strings = {"tcp://0.0.0.0:7790", "192.0.2.1:7790", "tcp://[::]:7790"})
  void a_hub_listens_nowhere_but_on_the_loopback(String endpoint) {
    TransportException refusal = failure(endpoint, Side.HUB);

    assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
    assertThat(refusal).hasMessageContaining("use 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7790", "tcp://127.0.0.1", "http://127.0.0.1:7790", "h:0", "h:65536"})
  void an_endpoint_has_a_host_and_a_port(String endpoint) {
    assertThat(failure(endpoint, Side.SPOKE).category()).isEqualTo(Category.CONFIGURATION);
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      TransportException refusal = failure("127.0.0.1:" + taken.getLocalPort(), Side.HUB);

      assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
      assertThat(refusal).hasMessageContaining("can't listen");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"220 mail.example.org", "BELFRY/2"})
  void what_is_no_hub_of_this_version_is_told(String greeting) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      Aside.run(() -> greetOnce(other, greeting));

      TransportException refusal = failure("127.0.0.1:" + other.getLocalPort(), Side.SPOKE);

      assertThat(refusal.category()).isEqualTo(Category.REFUSED);
    }
  }

  @Test
  void what_was_handed_off_before_the_end_still_arrives() {
    AtomicInteger received = new AtomicInteger();
    try (Pair pair = new Pair(Map.of())) {
      Waiting.value(pair.hub()
          .subscribe(new TopicFilter("last.words"), (topic, message) -> received.incrementAndGet())
          .ready());
      for (int i = 0; i < 1_000; i++) {
        Waiting.value(pair.spoke().publish(new Topic("last.words"), Message.of("word " + i)));
      }
      pair.spoke().close();

      Waiting.until("every word had arrived", () -> received.get() == 1_000);
    }
  }

  private static TransportException failure(String endpoint, Side side) {
    return catchThrowableOfType(
        TransportException.class,
        () -> Pair.open(Map.of("endpoint", endpoint), side).close());
  }

  private static void greetOnce(ServerSocket server, String greeting) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The test has seen enough.
    }
  }
}
