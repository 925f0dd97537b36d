package io.belfry.launcher.ground;

import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.SettingKey;
import io.belfry.tck.FreePorts;
import io.belfry.transport.Loopback;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a transport by their own names, as any process could be told them. */
public final class TransportTexts {

  private static final String LOOPBACK = "127.0.0.1";

  /** Where one address stands for so many ports, none of which could be led through a detour. */
  private static final Map<String, Integer> PORTS = Map.of("zeromq", 6);

  private static final String ENDPOINT = "endpoint";

  private TransportTexts() {}

  /**
   * What is written, and addresses that hold without being written.
   *
   * @param profile where it is written
   * @param provider of the transport
   * @return the texts; those left out have their defaults
   * @throws io.belfry.settings.SettingsException with one sentence, which says where it stands, if
   *     a value can't be
   */
  public static Map<String, String> of(Profile profile, TransportProvider provider) {
    Section section = Tree.transport(provider);
    profile.settings(section); // Which refuses what can't be, and says where it stands.
    Map<String, String> texts = new TreeMap<>();
    for (SettingKey<?> key : provider.settings()) {
      if (Addresses.areIn(key.defaultText())) {
        texts.put(key.name(), key.defaultText());
      }
      profile.find(section.nameOf(key)).ifPresent(written -> texts.put(key.name(), written.text()));
    }
    texts.computeIfPresent(ENDPOINT, (name, text) -> eachPort(provider.name(), text));
    return texts;
  }

  /**
   * The same where nobody else is: with free ports of the loopback in the place of all addresses.
   *
   * @param texts as they were written
   * @return the texts, with other ports at each call
   */
  public static Map<String, String> atFreePorts(Map<String, String> texts) {
    return Addresses.replaced(texts, TransportTexts::free);
  }

  private static String eachPort(String transport, String text) {
    boolean isAlone = Addresses.areIn(text) && !text.contains(",");
    int ports = isAlone ? PORTS.getOrDefault(transport, 1) : 1;
    return String.join(",", Collections.nCopies(ports, text));
  }

  private static InetSocketAddress free(InetSocketAddress written) {
    String host = written.getHostString();
    try {
      return InetSocketAddress.createUnresolved(
          Loopback.holds(host) ? host : LOOPBACK, FreePorts.one());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
