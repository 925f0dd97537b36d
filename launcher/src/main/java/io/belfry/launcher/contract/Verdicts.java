package io.belfry.launcher.contract;

import io.belfry.launcher.contract.Verdict.Result;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Makes verdicts of what JUnit tells. */
final class Verdicts implements TestExecutionListener {

  private static final Pattern ID = Pattern.compile("([a-z]{2})(\\d{2})_.*");
  private static final Pattern SKIPPING =
      Pattern.compile("^(Assumption failed: )?(does not apply: )?");
  private static final int LONGEST_REASON = 400;

  private final Consumer<Verdict> told;
  private final Map<String, Long> begun = new ConcurrentHashMap<>();

  Verdicts(Consumer<Verdict> told) {
    this.told = told;
  }

  /** The id of the rule that a test carries in its name. */
  static String rule(Optional<TestSource> source) {
    if (source.orElse(null) instanceof MethodSource method) {
      Matcher id = ID.matcher(method.getMethodName());
      if (id.matches()) {
        return id.group(1).toUpperCase(Locale.ROOT) + "-" + id.group(2);
      }
    }
    return "";
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    begun.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    tell(test, Result.SKIPPED, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      tell(
          test,
          of(result.getStatus()),
          result.getThrowable().map(Verdicts::reason).orElse(""));
    }
  }

  private void tell(TestIdentifier test, Result result, String reason) {
    long now = System.nanoTime();
    Duration took = Duration.ofNanos(now - begun.getOrDefault(test.getUniqueId(), now));
    String rule = rule(test.getSource());
    told.accept(new Verdict(rule, says(test, rule), result, reason, took));
  }

  /** JUnit shows a test's name as a sentence, which begins with the id. */
  private static String says(TestIdentifier test, String rule) {
    String id = rule.replace("-", "").toLowerCase(Locale.ROOT) + " ";
    String name = test.getDisplayName();
    return name.startsWith(id) ? name.substring(id.length()) : name;
  }

  private static Result of(TestExecutionResult.Status status) {
    return switch (status) {
      case SUCCESSFUL -> Result.KEPT;
      case ABORTED -> Result.SKIPPED;
      case FAILED -> Result.BROKEN;
    };
  }

  private static String reason(Throwable failure) {
    String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String line = SKIPPING.matcher(said.strip().replaceAll("\\s+", " ")).replaceFirst("");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + " ...";
  }
}
