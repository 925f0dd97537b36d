package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BundledOutputTest {

  private static final byte[] PUBLISH = {0x32, 1, 0};
  private static final byte[] PUBACK = {0x40, 1, 0};

  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final AtomicInteger following = new AtomicInteger();
  private final BundledOutput output = new BundledOutput(wire, following);

  @Test
  void a_packet_that_nothing_follows_goes_at_once() throws IOException {
    following.set(1);
    send(PUBLISH);
    assertThat(wire.size()).isEqualTo(3);
    send(PUBACK);
    assertThat(wire.size()).isEqualTo(6);
  }

  @Test
  void a_packet_that_a_message_follows_waits_for_it() throws IOException {
    following.set(2);
    send(PUBLISH);
    send(PUBACK);
    assertThat(wire.size()).isZero();
    send(PUBLISH);
    assertThat(wire.toByteArray()).containsExactly(0x32, 1, 0, 0x40, 1, 0, 0x32, 1, 0);
    assertThat(following).hasValue(0);
  }

  @Test
  void no_packet_waits_for_ever() throws IOException {
    following.set(Integer.MAX_VALUE);
    for (int i = 0; i < 64; i++) {
      assertThat(wire.size()).isZero();
      send(PUBLISH);
    }
    assertThat(wire.size()).isEqualTo(3 * 64);
  }

  private void send(byte[] packet) throws IOException {
    output.write(packet, 0, packet.length);
    output.flush();
  }
}
