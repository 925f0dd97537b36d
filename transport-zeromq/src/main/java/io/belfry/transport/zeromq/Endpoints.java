package io.belfry.transport.zeromq;

import io.belfry.transport.Loopback;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The six addresses of a hub.
 *
 * @param events where subscribers connect
 * @param publications where publishers connect
 * @param calls where requests and work are sent
 * @param duty where services and workers connect
 * @param plainPush where a plain PUSH socket may connect
 * @param plainPull where a plain PULL socket may connect
 */
record Endpoints(
    String events,
    String publications,
    String calls,
    String duty,
    String plainPush,
    String plainPull) {

  private static final int COUNT = 6;
  private static final int MAX_PORT = 65_535;
  private static final Pattern TCP =
      Pattern.compile("tcp://(\\*|[^*:/\\[\\]\\s]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");
  private static final Pattern NAMED = Pattern.compile("(ipc|inproc)://\\S+");

  /** Reads one base address, from which the others follow, or all six with commas between them. */
  static Endpoints parse(String text) {
    List<String> parts =
        List.of(text.split(",", -1)).stream().map(String::strip).toList();
    if (parts.size() == 1) {
      return of(
          IntStream.range(0, COUNT).mapToObj(i -> derived(parts.get(0), i)).toList());
    }
    if (parts.size() != COUNT) {
      throw bad(text, "names " + parts.size() + " addresses; give one, or all " + COUNT);
    }
    parts.forEach(part -> derived(part, 0));
    return of(parts);
  }

  /** Whether every address stays on this machine. */
  boolean areLocal() {
    return all().stream().allMatch(Endpoints::isLocal);
  }

  /** Whether both sides must be in one process. */
  boolean areInproc() {
    return events.startsWith("inproc:");
  }

  @Override
  public String toString() {
    return events;
  }

  private List<String> all() {
    return List.of(events, publications, calls, duty, plainPush, plainPull);
  }

  private static Endpoints of(List<String> six) {
    return new Endpoints(six.get(0), six.get(1), six.get(2), six.get(3), six.get(4), six.get(5));
  }

  private static String derived(String base, int index) {
    Matcher tcp = TCP.matcher(base);
    if (tcp.matches()) {
      int port = Integer.parseInt(tcp.group(2));
      if (port < 1 || port + index > MAX_PORT) {
        throw bad(base, "needs ports from 1 to " + MAX_PORT + ", six in a row");
      }
      return "tcp://" + tcp.group(1) + ":" + (port + index);
    }
    if (NAMED.matcher(base).matches()) {
      return index == 0 ? base : base + "." + index;
    }
    throw bad(base, "is none of tcp://HOST:PORT, ipc://PATH and inproc://NAME");
  }

  private static boolean isLocal(String endpoint) {
    Matcher tcp = TCP.matcher(endpoint);
    return !tcp.matches() || Loopback.holds(tcp.group(1));
  }

  private static TransportException bad(String text, String fault) {
    return new TransportException(
        Category.CONFIGURATION, "The endpoint '" + text + "' " + fault + ".");
  }
}
