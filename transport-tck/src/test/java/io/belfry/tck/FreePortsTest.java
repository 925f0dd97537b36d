package io.belfry.tck;

import static io.belfry.tck.FreePorts.LOWEST;
import static io.belfry.tck.FreePorts.PORTS_IN_BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void what_was_chosen_is_not_chosen_again_soon() throws IOException {
    assertThat(FreePorts.choose(PORTS_IN_BLOCK / 2)).doesNotHaveDuplicates();
  }

  @Test
  void what_is_in_use_is_left_out() throws IOException {
    int taken = FreePorts.one();
    try (ServerSocket socket = listen(taken)) {
      assertThat(FreePorts.choose(PORTS_IN_BLOCK)).doesNotContain(socket.getLocalPort());
    }
  }

  @Test
  void another_jvm_finds_the_block_guarded() throws IOException {
    int port = FreePorts.one();
    int guard = port - (port - LOWEST) % PORTS_IN_BLOCK;

    assertThatThrownBy(() -> listen(guard).close()).isInstanceOf(BindException.class);
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
