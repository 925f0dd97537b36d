package io.belfry.launcher.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.PassingDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Puts the contract to a transport. */
public final class ContractRun {

  private ContractRun() {}

  /**
   * Tries every rule, one after the other.
   *
   * @param profile which names the transport
   * @param plugins what is installed
   * @param stranger in what the settings of somebody differ who has no valid credentials
   * @param rules the beginnings of the ids of those rules that are to be tried; all, if empty
   * @param told is told of each test when it has ended
   * @throws IOException if there is no room for a broker's files
   */
  public static void run(
      Profile profile,
      Plugins plugins,
      Map<String, String> stranger,
      List<String> rules,
      Consumer<Verdict> told)
      throws IOException {
    try (PassingDirectory directory = PassingDirectory.make("contract");
        Surroundings surroundings = Surroundings.of(profile, plugins, stranger, directory.path())) {
      InstalledContract.with(surroundings::bed);
      LauncherFactory.create().execute(request(rules), new Verdicts(told));
    } finally {
      InstalledContract.withNone();
    }
  }

  private static LauncherDiscoveryRequest request(List<String> rules) {
    PostDiscoveryFilter chosen =
        test -> FilterResult.includedIf(rules.isEmpty() || !test.isTest() || isChosen(test, rules));
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(InstalledContract.class))
        .filters(chosen)
        .build();
  }

  private static boolean isChosen(TestDescriptor test, List<String> rules) {
    String id = Verdicts.rule(test.getSource());
    return rules.stream().anyMatch(rule -> id.startsWith(rule.toUpperCase(Locale.ROOT)));
  }
}
