package io.belfry.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.belfry.tck.tethered.DeclaresEncryption;
import io.belfry.tck.tethered.DeclaresReconnect;
import io.belfry.tck.tethered.DeclaresRedelivery;
import io.belfry.tck.tethered.OverlooksCuts;
import io.belfry.tck.tethered.ScramblesInSecret;
import io.belfry.tck.tethered.TrustsTheNetwork;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The tests are tested: each broken transport is caught by the rules that it breaks. */
class BrokenTransportsTest {

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void a_broken_transport_is_caught_by_each_rule_that_it_breaks(
      Class<? extends BrokenContract> broken) {
    Set<String> rules =
        new TreeSet<>(Arrays.asList(broken.getAnnotation(Breaks.class).value()));

    Set<String> caughtBy = EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(broken))
        .filters(testsOf(rules))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(event -> ruleOf(event.getTestDescriptor()))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(caughtBy).isEqualTo(rules);
  }

  static Stream<Class<? extends BrokenContract>> brokenTransports() {
    return Stream.of(
        AbandonsRequests.class,
        AcceptsTooMuch.class,
        AcknowledgesAnything.class,
        AlwaysDropsTheOldest.class,
        AsksTwice.class,
        Boasts.class,
        CallsAfterClose.class,
        CarriesTextOnly.class,
        ClosesOnlyWhileUp.class,
        DeafToItself.class,
        DropsInSilence.class,
        EndsWithTheFirstFailure.class,
        HasAFavourite.class,
        HasFewNumbers.class,
        HasOneThread.class,
        HasSloppyKeys.class,
        HashNeedsALevel.class,
        Hoards.class,
        IgnoresCase.class,
        IgnoresDeadlines.class,
        IgnoresExpiry.class,
        IgnoresSelectors.class,
        IsAlwaysUp.class,
        IsImpatient.class,
        IsNotRegistered.class,
        KeepsFailuresToItself.class,
        KeepsItsAddress.class,
        KnowsShortNamesOnly.class,
        LeaksASocket.class,
        LeaksAThread.class,
        LeaksExceptions.class,
        LeavesAThreadWhereItFailed.class,
        LeavesSendsHanging.class,
        LosesCorrelation.class,
        LosesEmptyHeaders.class,
        LosesEveryHundredth.class,
        LosesWhatItFetched.class,
        MatchesPrefixes.class,
        MultipliesOverlaps.class,
        NeedsSubscribers.class,
        OpensUnfinished.class,
        OpensWithoutAHub.class,
        PushesTwice.class,
        ReadyTooEarly.class,
        Reorders.class,
        ReordersWork.class,
        RepliesOnOneThread.class,
        ServesOneThread.class,
        ServesOnlyOthers.class,
        StarMatchesMore.class,
        TellsSecrets.class,
        Truncates.class,
        Understates.class,
        WaitsForHandlersForEver.class,
        WaitsForNobody.class,
        DeclaresEncryption.class,
        DeclaresReconnect.class,
        DeclaresRedelivery.class,
        OverlooksCuts.class,
        ScramblesInSecret.class,
        TrustsTheNetwork.class);
  }

  private static PostDiscoveryFilter testsOf(Set<String> rules) {
    return test -> FilterResult.includedIf(test.isContainer() || rules.contains(ruleOf(test)));
  }

  private static String ruleOf(TestDescriptor test) {
    return test.getLegacyReportingName().split("_", 2)[0];
  }
}
