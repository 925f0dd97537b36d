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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The settings of a transport by their own names, as any process could be told them. */
public final class TransportTexts {

  /** Where one address stands for so many ports, which could not be led through a detour. */
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
   * Whether all addresses lead nowhere but to this machine.
   *
   * @param texts as they were written
   * @return true also if there are none
   */
  public static boolean areConfined(Map<String, String> texts) {
    return Addresses.in(texts).stream()
        .allMatch(address -> Loopback.holds(address.getHostString()));
  }

  /**
   * The same where nobody else is: with free ports in the place of all that are written.
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
    return IntStream.range(0, ports)
        .mapToObj(index -> later(text, index))
        .collect(Collectors.joining(","));
  }

  private static String later(String text, int ports) {
    Map<String, String> later = Addresses.replaced(
        Map.of(ENDPOINT, text),
        first ->
            InetSocketAddress.createUnresolved(first.getHostString(), first.getPort() + ports));
    return later.getOrDefault(ENDPOINT, text);
  }

  private static InetSocketAddress free(InetSocketAddress written) {
    try {
      return InetSocketAddress.createUnresolved(written.getHostString(), FreePorts.one());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
