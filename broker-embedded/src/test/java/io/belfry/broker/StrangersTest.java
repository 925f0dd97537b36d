package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who speaks another protocol than that of the port. */
class StrangersTest {

  private static final byte[] OPENWIRE =
      HexFormat.of().parseHex("000000f001" + "4163746976654d51" + "0000000c" + "00".repeat(220));
  private static final byte[] STOMP = ascii("CONNECT\naccept-version:1.2\nhost:here\n\n\0");
  private static final byte[] MQTT = HexFormat.of()
      .parseHex("1010" + "00044d515454" + "05" + "02" + "003c" + "00" + "000361" + "6263");
  private static final byte[] AMQP = HexFormat.of().parseHex("414d515000010000");
  private static final byte[] UPGRADE =
      ascii("GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  private static final byte BINARY_FRAME = (byte) 0x82;
  private static final byte[] NOISE = ascii("hello, is there anybody?");

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(BrokerConfig.DEFAULTS.withPorts(BrokerPorts.FREE));
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
            List.of(Door.JMS, "OpenWire", OPENWIRE),
            List.of(Door.AMQP, "OpenWire", OPENWIRE),
            List.of(Door.MQTT, "OpenWire", OPENWIRE),
            List.of(Door.JMS, "STOMP", STOMP),
            List.of(Door.AMQP, "STOMP", STOMP),
            List.of(Door.MQTT, "STOMP", STOMP),
            List.of(Door.JMS, "MQTT", MQTT),
            List.of(Door.AMQP, "MQTT", MQTT),
            List.of(Door.JMS, "AMQP", AMQP),
            List.of(Door.MQTT, "AMQP", AMQP),
            List.of(Door.JMS, "noise", NOISE),
            List.of(Door.AMQP, "noise", NOISE),
            List.of(Door.MQTT, "noise", NOISE))
        .map(row -> Arguments.of(row.toArray()));
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("strangers")
  void a_stranger_is_shown_out_without_a_word(Door door, String name, byte[] greeting)
      throws IOException {
    try (Socket socket = connected(door)) {
      socket.getOutputStream().write(greeting);
      assertThat(answer(socket)).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void a_page_in_a_browser_gets_no_further_than_the_upgrade(Door door) throws IOException {
    try (Socket socket = connected(door)) {
      socket.getOutputStream().write(UPGRADE);
      assertThat(head(socket)).startsWith("HTTP/1.1 ");
      socket.getOutputStream().write(frame(MQTT));
      assertThat(answer(socket)).doesNotContain(BINARY_FRAME);
    }
  }

  static Stream<Door> doors() {
    return Stream.of(Door.values());
  }

  /** A binary frame, masked with zeros. */
  private static byte[] frame(byte[] content) {
    byte[] frame = new byte[content.length + 6];
    frame[0] = BINARY_FRAME;
    frame[1] = (byte) (0x80 | content.length);
    System.arraycopy(content, 0, frame, 6, content.length);
    return frame;
  }

  /** The lines up to the empty one. */
  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Socket connected(Door door) throws IOException {
    int port = switch (door) {
      case JMS -> broker.jmsPort();
      case AMQP -> broker.amqpPort();
      case MQTT -> broker.mqttPort();
    };
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) Waiting.LONG.toMillis());
    return socket;
  }

  /** All that comes until the broker closes the connection. */
  private static byte[] answer(Socket socket) throws IOException {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (SocketException e) {
      return new byte[0]; // It was closed with bytes of ours still unread.
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
