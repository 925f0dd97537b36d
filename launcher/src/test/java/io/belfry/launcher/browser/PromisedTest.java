package io.belfry.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment promises must be there, so that no test is skipped for want of it. */
class PromisedTest {

  @ParameterizedTest
  @ValueSource(strings = {Installed.CHROMIUM, Installed.CURL})
  void what_is_promised_is_there(String name) {
    String promised = System.getenv().getOrDefault("BELFRY_PROMISED", "");
    boolean isPromised = List.of(promised.split("[,\\s]+", -1)).contains(name);
    assertThat(!isPromised || Installed.find(name).isPresent())
        .as(name + ", which was promised")
        .isTrue();
  }
}
