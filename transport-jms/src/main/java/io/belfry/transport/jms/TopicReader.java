package io.belfry.transport.jms;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the topic of a message from its destination. For one thread at a time. */
final class TopicReader {

  /** Artemis writes it on what it moves elsewhere, such as what has expired or died. */
  private static final String MOVED = "_AMQ_ORIG_ADDRESS";

  /** Topics that are used once must not fill the memory. */
  private static final int MAX_REMEMBERED = 10_000;

  private final TopicFilter filter;
  private final Addresses addresses;
  private final Optional<Topic> only;
  private final Map<String, Optional<Topic>> known = new HashMap<>();

  TopicReader(TopicFilter filter, Addresses addresses) {
    this.filter = filter;
    this.addresses = addresses;
    this.only = filter.hasWildcard() ? Optional.empty() : Optional.of(new Topic(filter.pattern()));
  }

  /** The topic, or nothing if the message is none that was published on a topic of the filter. */
  Optional<Topic> topicOf(Message message) throws JMSException {
    if (only.isPresent()) {
      return only;
    }
    Destination destination = message.getJMSDestination();
    if (!(destination instanceof jakarta.jms.Topic topic) || message.propertyExists(MOVED)) {
      return Optional.empty();
    }
    String name = topic.getTopicName();
    Optional<Topic> before = known.get(name);
    return before != null ? before : remember(name);
  }

  private Optional<Topic> remember(String name) {
    if (known.size() >= MAX_REMEMBERED) {
      known.clear();
    }
    Optional<Topic> topic = parse(name).filter(filter::matches);
    known.put(name, topic);
    return topic;
  }

  private Optional<Topic> parse(String name) {
    try {
      return Optional.of(addresses.topicOf(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // The broker's own, or a stranger's.
    }
  }
}
