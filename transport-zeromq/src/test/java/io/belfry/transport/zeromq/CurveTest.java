package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is not let in by a hub with keys, and by whom a spoke with keys is not taken in. */
class CurveTest {

  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(700);
  private static final Duration MARGIN = Duration.ofSeconds(3);

  @TempDir
  private Path directory;

  private Keys keys;
  private final Stage stage = new Stage();

  @BeforeEach
  void makeKeys() throws IOException {
    keys = Keys.madeIn(directory);
    stage.with(Side.HUB, keys.settings(Side.HUB)).with(Side.SPOKE, keys.settings(Side.SPOKE));
  }

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @Test
  void a_spoke_without_keys_is_not_let_in() {
    stage.hub();
    requireUnreachable(Map.of("curve-key", "", "curve-server-key", ""));
  }

  @Test
  void a_spoke_whose_key_the_hub_does_not_know_is_not_let_in() {
    stage.hub();
    requireUnreachable(keys.strangerSettings());
  }

  @Test
  void a_spoke_that_takes_the_hub_for_another_is_not_let_in() {
    stage.hub();
    requireUnreachable(Map.of("curve-server-key", keys.spoke().toString()));
  }

  @Test
  void a_spoke_with_keys_does_not_talk_to_a_hub_without() {
    Map<String, String> plain = stage.settings(Side.HUB);
    plain.keySet().removeAll(keys.settings(Side.HUB).keySet());
    stage.open(Side.HUB, plain);
    requireUnreachable(Map.of());
  }

  @Test
  void a_key_counts_as_long_as_it_stands_in_the_directory() throws IOException {
    stage.newSpoke();
    keys.forgetSpoke();
    requireUnreachable(Map.of());
    Files.copy(keys.spoke(), keys.clients().resolve("again.key"));
    assertThatNoException().isThrownBy(stage::newSpoke);
  }

  @Test
  void a_directory_of_clients_that_has_gone_lets_nobody_in() throws IOException {
    stage.newSpoke();
    keys.forgetSpoke();
    Files.delete(keys.clients());
    requireUnreachable(Map.of());
  }

  @Test
  void what_is_no_key_in_the_directory_keeps_nobody_out() throws IOException {
    Files.createDirectory(keys.clients().resolve("folder.key"));
    Files.write(keys.clients().resolve("binary.key"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    Files.writeString(keys.clients().resolve("other.key"), "public-key = \"too short\"\n");
    assertThatNoException().isThrownBy(stage::newSpoke);
  }

  @Test
  void no_file_without_which_a_side_is_unguarded_may_be_missing() {
    Map<String, String> hub = stage.settings(Side.HUB);
    hub.remove("curve-clients");
    requireConfiguration(Side.HUB, hub, "curve-clients");
    hub = stage.settings(Side.HUB);
    hub.remove("curve-key");
    requireConfiguration(Side.HUB, hub, "curve-key");
    hub = stage.settings(Side.HUB);
    hub.put("curve-clients", keys.hub().toString());
    requireConfiguration(Side.HUB, hub, "no directory");
    Map<String, String> spoke = stage.settings(Side.SPOKE);
    spoke.remove("curve-server-key");
    requireConfiguration(Side.SPOKE, spoke, "curve-server-key");
    spoke = stage.settings(Side.SPOKE);
    spoke.remove("curve-key");
    requireConfiguration(Side.SPOKE, spoke, "curve-key");
  }

  private void requireConfiguration(Side side, Map<String, String> settings, String hint) {
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> stage.open(side, settings));
    assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
    assertThat(refusal).hasMessageContaining(hint).satisfies(Sentence::requireOne);
  }

  /** Opening fails in time, with a sentence, and leaves no thread behind. */
  private void requireUnreachable(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(stage.settings(Side.SPOKE));
    settings.putAll(more);
    settings.put("connect-timeout", CONNECT_TIMEOUT.toMillis() + "ms");
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    long since = System.nanoTime();
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> stage.open(Side.SPOKE, settings));
    Duration took = Duration.ofNanos(System.nanoTime() - since);
    assertThat(refusal.category()).isEqualTo(Category.UNREACHABLE);
    assertThat(refusal).satisfies(Sentence::requireOne);
    assertThat(took).isBetween(CONNECT_TIMEOUT, CONNECT_TIMEOUT.plus(MARGIN));
    Waiting.until("its threads ended", () -> before.containsAll(spokeThreads()));
  }

  private static Set<Thread> spokeThreads() {
    Set<Thread> threads = new java.util.HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("belfry-zeromq-spoke"));
    return threads;
  }
}
