package io.belfry.launcher.command;

import io.belfry.launcher.contract.ContractRun;
import io.belfry.launcher.contract.Verdict;
import io.belfry.launcher.contract.Verdict.Result;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the transport contract to an installed transport. */
@Command(
    description = "Puts the transport contract to an installed transport: each rule is tried for"
        + " real, on free ports of this machine.")
final class TckCommand extends ProfileCommand {

  private static final Logger LOGS = Logger.getLogger("");

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Only this rule, such as PS-01, or this chapter, such as PS; several times for"
          + " several.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--stranger",
      paramLabel = "NAME=VALUE",
      description = "A setting of the transport as somebody has it who must not be let in.")
  private Map<String, String> stranger = new LinkedHashMap<>();

  private final Map<Result, Integer> counts = new EnumMap<>(Result.class);

  @Option(
      names = "--transport",
      required = true,
      paramLabel = "NAME",
      description = "Which one; 'belfry transports' lists them.")
  void transport(String name) {
    set("transport.name=" + name);
  }

  @Override
  void run(Profile profile, Plugins plugins, Output output) throws IOException {
    LOGS.setLevel(Level.OFF); // Of handlers that fail, as the contract wants it.
    ContractRun.run(profile, plugins, stranger, rules, verdict -> {
      counts.merge(verdict.result(), 1, Integer::sum);
      output.event(line(verdict), row(verdict));
    });
    if (counts.isEmpty()) {
      throw new SettingsException("There is no rule " + String.join(", ", rules)
          + "; the contract lists them, such as PS-01.");
    }
    output.hint(count(Result.KEPT) + " kept, " + count(Result.BROKEN) + " broken, "
        + count(Result.SKIPPED) + " skipped");
    if (count(Result.BROKEN) > 0) {
      throw new IllegalStateException("The transport breaks " + count(Result.BROKEN) + " of "
          + (count(Result.BROKEN) + count(Result.KEPT)) + " rules that were tried.");
    }
  }

  private int count(Result result) {
    return counts.getOrDefault(result, 0);
  }

  private static String line(Verdict verdict) {
    String reason = verdict.reason().isEmpty() ? "" : ": " + verdict.reason();
    return "%-7s %s %s%s"
        .formatted(Output.written(verdict.result()), verdict.rule(), verdict.says(), reason);
  }

  private static Map<String, Object> row(Verdict verdict) {
    return Output.row(
        "rule",
        verdict.rule(),
        "result",
        Output.written(verdict.result()),
        "says",
        verdict.says(),
        "reason",
        verdict.reason(),
        "millis",
        verdict.took().toMillis());
  }
}
