package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.BreakdownException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client of Bayeux says: it shakes hands, subscribes, and connects for as long as it lives.
 */
public final class Talk {

  /** The topic that all are interested in. */
  public static final String TOPIC = "bench.bell";

  /** The same, as CometD calls it. */
  public static final String CHANNEL = "/topic/bench/bell";

  private static final byte[] META = Bytes.ascii("/meta/");
  private static final byte[] CONNECT = Bytes.ascii("/meta/connect");
  private static final Pattern CLIENT = Pattern.compile("\"clientId\":\"([^\"]+)\"");

  private final String connectionType;
  private Optional<String> client = Optional.empty();
  private String connect = "";
  private boolean isSubscribed;
  private boolean isThere;

  Talk(String connectionType) {
    this.connectionType = connectionType;
  }

  boolean isThere() {
    return isThere;
  }

  /** What it says first. */
  String first() {
    return "[{\"id\":\"1\",\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
        + "\"supportedConnectionTypes\":[\"" + connectionType + "\"]}]";
  }

  /** What it says to a whole message, if that is one to be answered. */
  Optional<String> reply(ByteBuffer message) {
    if (isThere) {
      return Bytes.find(message, CONNECT) < 0 ? Optional.empty() : Optional.of(connect);
    }
    if (Bytes.find(message, META) < 0) {
      return Optional.empty();
    }
    String text = StandardCharsets.UTF_8.decode(message.duplicate()).toString();
    if (!text.contains("\"successful\":true")) {
      throw new BreakdownException("The server does not let a client in: " + text);
    }
    return Optional.of(next(text));
  }

  private String next(String text) {
    if (client.isEmpty()) {
      client = Optional.of(clientIn(text));
      connect =
          "[" + message("/meta/connect", "\"connectionType\":\"" + connectionType + "\"") + "]";
      return "[" + message("/meta/subscribe", "\"subscription\":\"" + CHANNEL + "\"") + "]";
    }
    if (!isSubscribed) {
      isSubscribed = true;
      return "["
          + message(
              "/meta/connect",
              "\"connectionType\":\"" + connectionType + "\",\"advice\":{\"timeout\":0}")
          + "]";
    }
    isThere = true;
    return connect;
  }

  private String message(String channel, String more) {
    return "{\"id\":\"2\",\"channel\":\"" + channel + "\",\"clientId\":\"" + client.orElseThrow()
        + "\"," + more + "}";
  }

  private static String clientIn(String text) {
    Matcher found = CLIENT.matcher(text);
    if (!found.find()) {
      throw new BreakdownException("The server gives a client no name: " + text);
    }
    return found.group(1);
  }
}
