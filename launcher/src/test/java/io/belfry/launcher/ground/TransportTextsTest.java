package io.belfry.launcher.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told to whoever opens a transport. */
class TransportTextsTest {

  @Test
  void an_address_that_stands_for_several_is_written_out() {
    assertThat(texts("tcp://10.0.0.5:100"))
        .containsExactly(Map.entry(
            "endpoint",
            "tcp://10.0.0.5:100,tcp://10.0.0.5:101,tcp://10.0.0.5:102,"
                + "tcp://10.0.0.5:103,tcp://10.0.0.5:104,tcp://10.0.0.5:105"));
    assertThat(texts("ipc:///tmp/belfry")).containsEntry("endpoint", "ipc:///tmp/belfry");
  }

  @Test
  void free_ports_are_others_each_time() {
    Map<String, String> texts = texts("tcp://127.0.0.1:100");
    assertThat(Addresses.in(TransportTexts.atFreePorts(texts)))
        .doesNotHaveDuplicates()
        .hasSize(6);
    assertThat(TransportTexts.atFreePorts(texts)).isNotEqualTo(TransportTexts.atFreePorts(texts));
  }

  @Test
  void whether_others_can_come_is_told_by_the_hosts() {
    assertThat(TransportTexts.areConfined(texts("tcp://127.0.0.1:100"))).isTrue();
    assertThat(TransportTexts.areConfined(texts("tcp://10.0.0.5:100"))).isFalse();
    assertThat(TransportTexts.areConfined(Map.of())).isTrue();
  }

  private static Map<String, String> texts(String endpoint) {
    try (Plugins plugins = Plugins.load(Path.of("none"))) {
      Profile profile =
          Tree.load("zeromq", Map.of(), List.of("transport.endpoint=" + endpoint), plugins);
      return TransportTexts.of(profile, Tree.transport(profile, plugins));
    }
  }
}
