package io.belfry.transport.jms;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;

/**
 * What topics, queues and services are called in the broker. A slash is not allowed in a name of
 * Belfry's, so no topic can be what a queue or service is.
 *
 * @param separator what stands between the levels of a topic
 * @param one the wildcard for one level
 * @param rest the wildcard for all levels that follow
 */
record Addresses(char separator, char one, char rest) {

  private static final String QUEUE = "belfry/queue.";
  private static final String SERVICE = "belfry/service.";
  private static final int SIGNS = 3;

  /**
   * Reads the setting: separator, one level, rest.
   *
   * @throws TransportException with {@code CONFIGURATION} if it is something else
   */
  static Addresses parse(String signs) {
    if (signs.length() != SIGNS || signs.chars().anyMatch(Character::isLetterOrDigit)) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The setting 'wildcards' must be three signs, such as '.*#' or '/+#', but is '"
              + signs
              + "'.");
    }
    return new Addresses(signs.charAt(0), signs.charAt(1), signs.charAt(2));
  }

  String topic(Topic topic) {
    return separator == '.' ? topic.name() : topic.name().replace('.', separator);
  }

  String filter(TopicFilter filter) {
    return filter.pattern().replace('*', one).replace('#', rest).replace('.', separator);
  }

  /** The topic that a message was published on; throws if it is none of Belfry's. */
  Topic topicOf(String name) {
    if (separator != '.' && name.indexOf('.') >= 0) {
      throw new IllegalArgumentException("The topic '" + name + "' has a dot within a level.");
    }
    return new Topic(name.replace(separator, '.'));
  }

  static String queue(Address queue) {
    return QUEUE + queue.name();
  }

  static String service(Address service) {
    return SERVICE + service.name();
  }
}
