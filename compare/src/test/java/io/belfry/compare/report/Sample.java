package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.result.Contestant;
import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comparisons as they might come of a laboratory; always the same. */
final class Sample {

  static final String ZEROMQ = "zeromq";
  static final String MOSQUITTO = "mqtt-mosquitto-2.0-qos1-persistent-session-over-tls";
  static final String ARTEMIS = "jms-artemis";
  static final String ACTIVEMQ = "jms-activemq";
  static final List<String> ALL = List.of(ZEROMQ, MOSQUITTO, ARTEMIS, ACTIVEMQ);

  static final Map<String, String> FIRE = map("delivery", "at most once", "order", "per publisher");
  static final Map<String, String> SAFE =
      map("delivery", "at least once", "order", "per publisher");

  private Sample() {}

  /** Everything that there can be. */
  static Comparison full() {
    List<Finding> findings = new ArrayList<>(QuietSample.findings());
    findings.addAll(FaultSample.findings());
    return comparison(QuietSample.CREATED, findings);
  }

  static Comparison comparison(String created, List<Finding> findings) {
    return new Comparison(
        created,
        "belfry compare --profile all.conf",
        fingerprint(),
        method(),
        contestants(),
        scenarios(),
        findings);
  }

  static Comparison of(Finding... findings) {
    return comparison(QuietSample.CREATED, List.of(findings));
  }

  /** Keys and values by turns, in order. */
  static Map<String, String> map(String... keysAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<String, String> fingerprint() {
    return map(
        "machine",
        "8 cores, 32 GiB",
        "processor",
        "AMD Ryzen 7 5800X",
        "system",
        "Linux 6.1 amd64",
        "governor",
        "performance",
        "JVM",
        "OpenJDK 17.0.12 (Eclipse Adoptium)",
        "options",
        "-Xmx1g -XX:+UseG1GC",
        "belfry",
        "0.1.0",
        "roles",
        "each in its own process");
  }

  private static Map<String, String> method() {
    return map(
        "repeats",
        "5",
        "warm-up",
        "10 s",
        "measured",
        "30 s",
        "order",
        "interleaved",
        "goal",
        "p99 response below 10 ms",
        "seed",
        "4711");
  }

  private static List<Contestant> contestants() {
    return List.of(
        contestant(ZEROMQ, "zeromq", "hub in its own process", "at most once", "no", "lost"),
        contestant(MOSQUITTO, "mqtt", "Mosquitto 2.0.18", "at least once", "yes", "kept"),
        contestant(ARTEMIS, "jms", "Artemis 2.33, journal on disk", "at least once", "yes", "kept"),
        contestant(ACTIVEMQ, "jms", "ActiveMQ 6.1, KahaDB", "at least once", "yes", "kept"));
  }

  private static Contestant contestant(
      String name, String transport, String broker, String delivery, String keeps, String away) {
    return new Contestant(
        name,
        map("transport", transport, "broker", broker, "packing", "json"),
        map(
            "delivery",
            delivery,
            "order",
            "per publisher",
            "survives a restart",
            keeps,
            "for absent subscribers",
            away,
            "back pressure",
            keeps.equals("yes") ? "blocks" : "drops"));
  }

  private static List<Described> scenarios() {
    return List.of(
        quiet(
            "pubsub",
            "One publisher, one subscriber, at a fixed rate, over sizes.",
            "64, 1024, 16384"),
        quiet(
            "fanout", "One publisher and many subscribers, each of which gets everything.", "256"),
        quiet("reqrep", "Requests that are answered at once.", "256"),
        quiet("pipeline", "Work that is shared out among workers.", "256"),
        quiet(
            "notify",
            "The whole service: list, subscribe, register, publish, receive, mail.",
            "256"),
        new Described(
            "broker-restart",
            "What is in the middle is killed while messages are due, and started again.",
            "pubsub",
            "restart",
            map("rate", "500/s", "size", "256 B", "killed after", "5 s", "away for", "2 s")));
  }

  private static Described quiet(String name, String meaning, String sizes) {
    return new Described(
        name, meaning, name, "none", map("sizes", sizes, "rate", "20000/s", "publishers", "1"));
  }
}
