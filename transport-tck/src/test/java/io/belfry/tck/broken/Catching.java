package io.belfry.tck.broken;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the contract on broken transports. */
public final class Catching {

  private Catching() {}

  /** The rules that a broken transport says it breaks. */
  public static Set<String> rulesBrokenBy(Class<? extends BrokenContract> broken) {
    return new TreeSet<>(Arrays.asList(broken.getAnnotation(Breaks.class).value()));
  }

  /** Those among them by which it is caught. */
  public static Set<String> rulesThatCatch(Class<? extends BrokenContract> broken) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(broken))
        .filters(testsOf(rulesBrokenBy(broken)))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(event -> ruleOf(event.getTestDescriptor()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static PostDiscoveryFilter testsOf(Set<String> rules) {
    return test -> FilterResult.includedIf(test.isContainer() || rules.contains(ruleOf(test)));
  }

  private static String ruleOf(TestDescriptor test) {
    return test.getLegacyReportingName().split("_", 2)[0];
  }
}
