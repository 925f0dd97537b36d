package io.belfry.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the environment promises must be there, so that no test is skipped for want of it. */
class PromisedTest {

  @Test
  void a_promised_browser_is_there() {
    String promised = System.getenv().getOrDefault("BELFRY_PROMISED", "");
    boolean isPromised = List.of(promised.split("[,\\s]+", -1)).contains(Browser.NAME);
    assertThat(!isPromised || Browser.program().isPresent())
        .as(Browser.NAME + ", which was promised")
        .isTrue();
  }
}
