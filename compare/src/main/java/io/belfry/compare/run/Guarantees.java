package io.belfry.compare.run;

import io.belfry.compare.scenario.Layer;
import io.belfry.compare.scenario.Pattern;
import io.belfry.compare.scenario.Point;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a target promises, in words, and which of it matters where. */
final class Guarantees {

  private static final String PUBLISHED = "a publication that is acknowledged";
  private static final String PUSHED = "work that is acknowledged";
  private static final String STORED = "work waits for a worker";
  private static final String DURABLE = "work survives a restart";
  private static final String REDELIVERED = "work comes again if it failed";
  private static final String ENCRYPTED = "encrypted on the wire";
  private static final String AUTHENTICATED = "strangers are kept out";
  private static final String RECONNECTS = "connections are repaired";
  private static final String WAY = "way of a message";

  private static final List<String> OF_PUBSUB = List.of(PUBLISHED, ENCRYPTED);
  private static final List<String> OF_REQREP = List.of(ENCRYPTED);
  private static final List<String> OF_PIPELINE =
      List.of(PUSHED, STORED, DURABLE, REDELIVERED, ENCRYPTED);

  private Guarantees() {}

  /** All of it. */
  static Map<String, String> of(Capabilities capabilities, boolean isDirect) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(WAY, isDirect ? "direct" : "through a broker");
    all.put(PUBLISHED, level(capabilities.publishLevel()));
    all.put(PUSHED, level(capabilities.pushLevel()));
    all.put(STORED, word(capabilities, Capability.STORED_WORK));
    all.put(DURABLE, word(capabilities, Capability.DURABLE_WORK));
    all.put(REDELIVERED, word(capabilities, Capability.REDELIVERY));
    all.put(ENCRYPTED, word(capabilities, Capability.ENCRYPTION));
    all.put(AUTHENTICATED, word(capabilities, Capability.AUTHENTICATION));
    all.put(RECONNECTS, word(capabilities, Capability.RECONNECT));
    return all;
  }

  /**
   * Those that a scenario's figures depend on. The service's own are the same over any transport.
   */
  static Map<String, String> promise(Map<String, String> all, Pattern pattern, Point point) {
    List<String> names = switch (pattern) {
      case PUBSUB -> point.layer() == Layer.SERVICE ? List.of(ENCRYPTED) : OF_PUBSUB;
      case REQREP -> OF_REQREP;
      case PIPELINE -> OF_PIPELINE;
      case NOTIFY -> List.of(ENCRYPTED);
    };
    Map<String, String> promise = new LinkedHashMap<>();
    if (pattern == Pattern.NOTIFY || point.layer() == Layer.SERVICE) {
      promise.put(PUBLISHED, "is in the service's log, on disk");
    }
    names.forEach(name -> promise.put(name, all.getOrDefault(name, "unknown")));
    return promise;
  }

  private static String level(Acknowledgement level) {
    return switch (level) {
      case HANDED_OFF -> "has left the program";
      case ACCEPTED -> "is with the broker or hub, in memory";
      case PERSISTED -> "is with the broker, on disk";
    };
  }

  private static String word(Capabilities capabilities, Capability capability) {
    return capabilities.has(capability) ? "yes" : "no";
  }
}
