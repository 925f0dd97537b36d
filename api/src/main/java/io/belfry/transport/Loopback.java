package io.belfry.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that lead nowhere but to this machine. */
public final class Loopback {

  /**
   * All four numbers, in full: what is shorter, or has zeros in front, is not read alike by all.
   */
  private static final Pattern V4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final String NAME = "localhost";

  private Loopback() {}

  /**
   * Whether a host is this machine's loopback. The only name that can be is {@code localhost}:
   * where others lead, somebody else may say, and say otherwise tomorrow. None of them is looked
   * up.
   *
   * @param host a name or number as it is written in an address, that of IPv6 with brackets or
   *     without
   * @return false also if it is not known
   */
  public static boolean holds(String host) {
    if (V4.matcher(host).matches()) {
      return true;
    }
    if (host.equalsIgnoreCase(NAME)) {
      return leadHere(NAME);
    }
    String number =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return V6.matcher(number).matches() && leadHere("[" + number + "]");
  }

  private static boolean leadHere(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
