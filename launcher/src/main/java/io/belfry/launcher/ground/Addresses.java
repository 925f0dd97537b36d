package io.belfry.launcher.ground;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses that stand in settings, whatever the settings are called. */
public final class Addresses {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?<=^|,|//)([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+]):(\\d{1,5})(?!\\d)");

  private Addresses() {}

  /**
   * Whether there is one in a text.
   *
   * @param text of a setting
   * @return true if a host with a port stands there
   */
  public static boolean areIn(String text) {
    return HOST_AND_PORT.matcher(text).find();
  }

  /**
   * Whether there is one in any of them.
   *
   * @param settings by their names
   * @return true if a host with a port stands somewhere
   */
  public static boolean areIn(Map<String, String> settings) {
    return settings.values().stream().anyMatch(Addresses::areIn);
  }

  /**
   * All that there are.
   *
   * @param settings by their names
   * @return the addresses
   */
  public static List<InetSocketAddress> in(Map<String, String> settings) {
    return settings.values().stream()
        .flatMap(text -> HOST_AND_PORT.matcher(text).results())
        .map(Addresses::address)
        .toList();
  }

  /**
   * The same settings with others in the place of all addresses.
   *
   * @param settings by their names
   * @param other what to write instead of an address
   * @return the settings
   */
  public static Map<String, String> replaced(
      Map<String, String> settings, UnaryOperator<InetSocketAddress> other) {
    Map<String, String> replaced = new TreeMap<>();
    settings.forEach((name, text) -> replaced.put(
        name,
        HOST_AND_PORT.matcher(text).replaceAll(found -> written(other.apply(address(found))))));
    return replaced;
  }

  /** An IPv6 address has brackets in a URL, and none elsewhere. */
  private static InetSocketAddress address(MatchResult found) {
    String host = found.group(1).replaceAll("[\\[\\]]", "");
    return new InetSocketAddress(host, Integer.parseInt(found.group(2)));
  }

  private static String written(InetSocketAddress address) {
    String host = address.getHostString();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
