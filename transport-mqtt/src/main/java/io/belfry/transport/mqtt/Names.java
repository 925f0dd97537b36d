package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.Optional;

/**
 * What Belfry's names are on the wire. A topic is a topic of MQTT with {@code /} between its
 * levels; services, queues and replies live beside the topics, under a first level that no topic of
 * Belfry can have.
 */
final class Names {

  /** Shares the requests of a service among all who serve it. */
  static final String SERVICE_GROUP = "belfry";

  private static final String INTERNAL = "!belfry/";
  private static final String SHARE = "$share/";

  private final String prefix;

  /**
   * Makes names.
   *
   * @param prefix what each begins with
   */
  Names(String prefix) {
    this.prefix = prefix;
  }

  String topic(Topic topic) {
    return prefix + levels(topic.name());
  }

  String filter(TopicFilter filter) {
    return prefix + levels(filter.pattern()).replace('*', '+');
  }

  String service(Address service) {
    return internal("service", service.name());
  }

  String queue(Address queue) {
    return internal("queue", queue.name());
  }

  /** The name of something of Belfry's own, of which there are several kinds. */
  String internal(String kind, String name) {
    return prefix + INTERNAL + kind + "/" + levels(name);
  }

  /** Where the replies for a client arrive. */
  String replies(String clientId) {
    return prefix + INTERNAL + "reply/" + clientId;
  }

  /** Whether it is no topic but something of Belfry's own. */
  boolean isInternal(String onWire) {
    return onWire.startsWith(INTERNAL, prefix.length()) && onWire.startsWith(prefix);
  }

  /** Whether a stranger may have an answer sent there. */
  boolean isFitForReplies(String onWire) {
    return !onWire.isEmpty()
        && onWire.indexOf('+') < 0
        && onWire.indexOf('#') < 0
        && !onWire.startsWith("$")
        && (!isInternal(onWire) || onWire.startsWith(prefix + INTERNAL + "reply/"));
  }

  /** The topic of Belfry that it is, if it is one. */
  Optional<Topic> parse(String onWire) {
    String own = onWire.substring(Math.min(prefix.length(), onWire.length()));
    if (!onWire.startsWith(prefix) || own.indexOf('.') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Topic(own.replace('/', '.')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A group's name, without dots: Artemis puts one between it and the filter, and takes the group
   * {@code a.b} of {@code c} for the group {@code a} of {@code b/c}.
   */
  static String group(Address group) {
    return group.name().replace('.', '!');
  }

  /** A filter whose messages are shared among the members of a group. */
  static String shared(String group, String filter) {
    return SHARE + group + "/" + filter;
  }

  private static String levels(String name) {
    return name.replace('.', '/');
  }
}
