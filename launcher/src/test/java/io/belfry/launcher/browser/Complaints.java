package io.belfry.launcher.browser;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** What is red in the console of a window. */
final class Complaints implements BiConsumer<String, Map<String, Object>> {

  private static final String NETWORK = "network: ";

  private final List<String> all = new CopyOnWriteArrayList<>();

  @Override
  public void accept(String event, Map<String, Object> parameters) {
    switch (event) {
      case "Runtime.exceptionThrown" -> add("thrown", parameters, "exceptionDetails");
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "assert").contains(String.valueOf(parameters.get("type")))) {
          add("console", parameters, "args");
        }
      }
      case "Log.entryAdded" -> {
        Map<String, Object> entry = Json.in(parameters, "entry");
        if ("error".equals(entry.get("level"))) {
          all.add(entry.get("source") + ": " + entry.get("text") + " " + entry.get("url"));
        }
      }
      default -> {}
    }
  }

  private void add(String source, Map<String, Object> parameters, String what) {
    all.add(source + ": " + parameters.get(what));
  }

  /** All of them. */
  List<String> all() {
    return List.copyOf(all);
  }

  /** Those that it is no wonder to hear where the network was cut are left out. */
  List<String> withoutNetwork() {
    return all.stream().filter(each -> !each.startsWith(NETWORK)).toList();
  }
}
