package io.belfry.launcher.laboratory;

import io.belfry.launcher.logging.Masks;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import io.belfry.launcher.settings.BrokerSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.SettingKey;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What a reader has to know of a target. */
final class Facts {

  /** Told already, by what the transport and the broker are. */
  private static final Set<String> TOLD = Set.of("transport.name", "broker.speaks");

  private static final String ARTEMIS =
      "/META-INF/maven/org.apache.artemis/artemis-server/pom.properties";

  private Facts() {}

  static Map<String, String> of(Profile profile, TransportProvider provider, BrokerKind broker) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("transport", provider.name());
    facts.put("broker", broker(profile, broker));
    addWritten(facts, profile, Tree.transport(provider));
    if (broker == BrokerKind.PROCESS || broker == BrokerKind.EMBEDDED) {
      addWritten(facts, profile, BrokerSettings.SECTION);
    }
    return facts;
  }

  private static String broker(Profile profile, BrokerKind kind) {
    return switch (kind) {
      case PROCESS -> artemis() + ", in a process of its own with -Xmx" + Brokers.heap(profile);
      case EMBEDDED -> artemis() + ", in the process of the laboratory";
      case MOSQUITTO -> Mosquitto.version() + ", with " + Mosquitto.CONFIG;
      case NONE -> Meeting.isElsewhere(profile) ? "one that somebody else runs" : "none";
    };
  }

  /** What the library says of itself. */
  private static String artemis() {
    Properties written = new Properties();
    try (InputStream file = Facts.class.getResourceAsStream(ARTEMIS)) {
      if (file != null) {
        written.load(file);
      }
    } catch (IOException e) {
      // It is known by its name at least.
    }
    return ("Apache Artemis " + written.getProperty("version", "")).strip();
  }

  private static void addWritten(Map<String, String> facts, Profile profile, Section section) {
    Map<String, String> shown = profile.settings(section).shown();
    for (SettingKey<?> key : section.keys()) {
      String name = section.nameOf(key);
      if (profile.find(name).isPresent() && !TOLD.contains(name)) {
        facts.put(name, Masks.OF_URLS.masked(shown.getOrDefault(key.name(), "")));
      }
    }
  }
}
