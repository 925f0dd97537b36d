package io.belfry.tck.tethered;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.broken.BrokenContract;
import io.belfry.tck.broken.Catching;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests are tested: each broken transport with a wire is caught by the rules it breaks. */
class BrokenTethersTest {

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void a_broken_transport_is_caught_by_each_rule_that_it_breaks(
      Class<? extends BrokenContract> broken) {
    assertThat(Catching.rulesThatCatch(broken)).isEqualTo(Catching.rulesBrokenBy(broken));
  }

  static Stream<Class<? extends BrokenContract>> brokenTransports() {
    return Stream.of(
        AbandonsWhatWasCutOff.class,
        DeclaresEncryption.class,
        DeclaresReconnect.class,
        DeclaresRedelivery.class,
        LeavesAThreadForEachLoss.class,
        OverlooksCuts.class,
        OverlooksItsHost.class,
        ScramblesInSecret.class,
        TrustsTheNetwork.class);
  }
}
