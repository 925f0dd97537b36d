package io.belfry.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tests are tested: each broken transport is caught by the rules that it breaks. Those with a
 * wire have a test of their own.
 */
class BrokenTransportsTest {

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void a_broken_transport_is_caught_by_each_rule_that_it_breaks(
      Class<? extends BrokenContract> broken) {
    assertThat(Catching.rulesThatCatch(broken)).isEqualTo(Catching.rulesBrokenBy(broken));
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
        SuspectsItself.class,
        TellsSecrets.class,
        Truncates.class,
        Understates.class,
        WaitsForHandlersForEver.class,
        WaitsForNobody.class);
  }
}
