package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a broker. */
class PersistenceTest {

  @TempDir
  private Path directory;

  @Test
  void work_survives_an_end_in_good_order() {
    BrokerConfig config = Brokers.CONFIG.withDirectory(directory);
    assertThat(isThereAfter(config, EmbeddedBroker::close)).isTrue();
  }

  @Test
  void work_survives_a_crash() {
    BrokerConfig config = Brokers.CONFIG.withDirectory(directory);
    assertThat(isThereAfter(config, EmbeddedBroker::crash)).isTrue();
  }

  @Test
  void without_a_directory_nothing_survives() {
    assertThat(isThereAfter(Brokers.CONFIG, EmbeddedBroker::close)).isFalse();
  }

  @Test
  void without_a_directory_nothing_is_written() {
    try (EmbeddedBroker broker = Brokers.open();
        JmsClient client = JmsClient.of(broker)) {
      client.send("work", "hello");
    }
    assertThat(Path.of("data")).doesNotExist();
  }

  @Test
  void a_directory_has_one_broker() {
    BrokerConfig config = Brokers.CONFIG.withDirectory(directory);
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(config))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("in use by another broker");
      assertThat(broker.isRunning()).isTrue();
    }
    EmbeddedBroker.start(config).close();
  }

  @Test
  void a_directory_that_is_a_file_is_refused() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> EmbeddedBroker.start(Brokers.CONFIG.withDirectory(file)))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(file.toString());
  }

  private static boolean isThereAfter(BrokerConfig config, Consumer<EmbeddedBroker> end) {
    EmbeddedBroker first = EmbeddedBroker.start(config);
    try (JmsClient client = JmsClient.of(first)) {
      client.send("work", "hello");
    }
    end.accept(first);
    try (EmbeddedBroker second = EmbeddedBroker.start(config);
        JmsClient client = JmsClient.of(second)) {
      return client.receiveNow("work").isPresent();
    }
  }
}
