package io.belfry.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreConfigTest {

  @Test
  void user_and_password_are_taken_out_of_the_url() {
    StoreConfig config =
        StoreConfig.of("jdbc:postgresql://db/belfry?user=me&ssl=true&password=p%26w");
    assertThat(config.url()).isEqualTo("jdbc:postgresql://db/belfry?ssl=true");
    assertThat(config.user()).contains("me");
    assertThat(config.password()).contains("p&w");
    assertThat(config).hasToString("StoreConfig[jdbc:postgresql://db/belfry?ssl=true as me]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:sqlite:",
        "jdbc:h2:mem:x",
        "postgresql://db/belfry",
        "jdbc:postgresql:",
        "jdbc:postgresql://me:secret@db/belfry"
      })
  void a_url_that_leads_nowhere_is_refused(String url) {
    assertThatThrownBy(() -> StoreConfig.of(url))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:sqlite::memory:", "jdbc:sqlite:file:x", "jdbc:sqlite:x?mode=ro"})
  void only_a_plain_file_is_durable(String url) {
    assertThatThrownBy(() -> Store.open(StoreConfig.of(url)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("path of a file");
  }

  @Test
  void a_password_never_stays_in_the_url() {
    assertThatThrownBy(() -> new StoreConfig(
            "jdbc:postgresql://db/belfry?password=secret",
            Optional.empty(),
            Optional.empty(),
            1,
            Duration.ofSeconds(1)))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("secret");
  }
}
