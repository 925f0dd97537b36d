package io.belfry.transport.zeromq;

import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.SocketType;

/** Strangers who speak the library's protocol badly, on purpose, at every port. */
class HostilePeerTest {

  private static final int MEBI = 1 << 20;
  private static final int BESIEGERS = 1_000;
  private static final double CALM = 0.5;

  private final Stage stage =
      new Stage().with("max-payload", "1KiB").with(Side.HUB, Map.of("plain-queue", "plain"));

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(Port.class)
  void nonsense_after_a_handshake_harms_nobody(Port port) throws IOException {
    Vitals vitals = new Vitals(stage);
    for (byte[] nonsense : Nonsense.frames()) {
      stage.kept(Zmtp.greeted(stage.port(port), port.visitor())).send(nonsense);
    }
    requireCalm(vitals);
  }

  @ParameterizedTest
  @EnumSource(Port.class)
  void nonsense_before_and_during_a_handshake_harms_nobody(Port port) throws IOException {
    Vitals vitals = new Vitals(stage);
    for (byte[] nonsense : Nonsense.frames()) {
      visit(port, nonsense);
      visit(port, Zmtp.greeting("NULL"), nonsense);
      visit(port, Zmtp.greeting("CURVE"), nonsense);
    }
    requireCalm(vitals);
  }

  @ParameterizedTest
  @EnumSource(Port.class)
  void nonsense_in_the_words_of_old_protocols_harms_nobody(Port port) throws IOException {
    Vitals vitals = new Vitals(stage);
    for (long length : Nonsense.lengths()) {
      visit(port, Zmtp.lengthOfZmtp1(length));
      visit(port, Zmtp.greetingOfZmtp2(port.visitor()), Zmtp.length(Zmtp.FRAME, length));
    }
    requireCalm(vitals);
  }

  @ParameterizedTest
  @EnumSource(Port.class)
  void nonsense_at_a_hub_with_keys_harms_nobody(Port port, @TempDir Path directory)
      throws IOException {
    Keys keys = Keys.madeIn(directory);
    stage.with(Side.HUB, keys.settings(Side.HUB)).with(Side.SPOKE, keys.settings(Side.SPOKE));
    nonsense_before_and_during_a_handshake_harms_nobody(port);
  }

  @Test
  void a_thousand_connections_that_come_and_go_harm_nobody() throws IOException {
    Vitals vitals = new Vitals(stage);
    for (int i = 0; i < BESIEGERS; i++) {
      Port port = Port.values()[i % Port.values().length];
      try (Zmtp peer = new Zmtp(stage.port(port))) {
        peer.send(i % 2 == 0 ? Zmtp.greeting("NULL") : new byte[0]);
      }
    }
    requireCalm(vitals);
  }

  /**
   * The library keeps prefixes in a tree, and walks down it by recursion, a level for each byte.
   */
  @ParameterizedTest
  @ValueSource(ints = {MEBI, 17_000, 900})
  void a_huge_prefix_of_a_subscriber_harms_nobody(int size) throws IOException {
    stage.with("max-payload", "1MiB");
    Vitals vitals = new Vitals(stage);
    try (Zmtp peer = Zmtp.greeted(stage.port(Port.EVENTS), SocketType.SUB)) {
      peer.send(Zmtp.length(Zmtp.FRAME, 1 + size));
      peer.send(new byte[] {1});
      peer.send("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
      vitals.check();
    }
    requireCalm(vitals);
  }

  /** Says these things, and stays connected without another word. */
  private void visit(Port port, byte[]... sayings) throws IOException {
    Zmtp peer = stage.kept(new Zmtp(stage.port(port)));
    for (byte[] saying : sayings) {
      peer.send(saying);
    }
  }

  /**
   * While the strangers are still connected. A thread may have work with what they said; one that
   * spins does so for ever.
   */
  private static void requireCalm(Vitals vitals) {
    vitals.check();
    Waiting.until("every thread was calm", () -> IoThreads.busiest() < CALM);
    vitals.check();
  }
}
