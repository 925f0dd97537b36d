package io.belfry.launcher.contract;

import java.time.Duration;

/**
 * What came of one test of the contract.
 *
 * @param rule the id of the rule that it proves, such as PS-01
 * @param says what it proves, in words
 * @param result how it ended
 * @param reason why it was not kept, or does not apply
 * @param took how long it took
 */
public record Verdict(String rule, String says, Result result, String reason, Duration took) {

  /** How a test can end. */
  public enum Result {
    /** The transport keeps the rule. */
    KEPT,
    /** It does not. */
    BROKEN,
    /** The rule says nothing about this transport, or can't be tried here. */
    SKIPPED
  }
}
