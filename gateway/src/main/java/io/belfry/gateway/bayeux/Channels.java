package io.belfry.gateway.bayeux;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Topics as channels: {@code finance.stock} is {@code /topic/finance/stock}. What a topic may have
 * and a channel may not, such as a letter beyond ASCII, is written as {@code !XX}, a byte in UTF-8.
 */
final class Channels {

  static final String TOPICS = "/topic/";
  static final String SERVICES = "/service/";

  private static final String ONE = "*";
  private static final String REST = "**";

  private Channels() {}

  static String of(Topic topic) {
    return TOPICS
        + Stream.of(topic.name().split("\\."))
            .map(Escapes::escape)
            .collect(Collectors.joining("/"));
  }

  /**
   * The topic of a channel.
   *
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence, if it has none
   */
  static Topic topic(String channel) {
    String levels = levels(channel);
    if (isWildcard(levels)) {
      throw refused("The channel '" + channel + "' has a wildcard; publish to one topic.");
    }
    return topicOf(levels);
  }

  /**
   * What is wanted by who subscribes to a channel.
   *
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence, if it can't be subscribed to
   */
  static TopicFilter filter(String channel) {
    String levels = levels(channel);
    String wildcard = levels.substring(levels.lastIndexOf('/') + 1);
    String filter = wildcard.equals(REST) ? "#" : ONE;
    if (!isWildcard(levels)) {
      return TopicFilter.exactly(topicOf(levels));
    }
    return above(channel)
        .map(topic -> made(() -> new TopicFilter(topic + "." + filter)))
        .orElseGet(() -> new TopicFilter(filter));
  }

  /** What stands before the wildcard: a filter wants it, a channel does not. */
  static Optional<Topic> above(String channel) {
    String levels = levels(channel);
    int slash = levels.lastIndexOf('/');
    return isWildcard(levels) && slash >= 0
        ? Optional.of(topicOf(levels.substring(0, slash)))
        : Optional.empty();
  }

  private static boolean isWildcard(String levels) {
    String last = levels.substring(levels.lastIndexOf('/') + 1);
    return last.equals(ONE) || last.equals(REST);
  }

  private static String levels(String channel) {
    if (!channel.startsWith(TOPICS)) {
      throw refused("Topics are channels below /topic: weather.paris is /topic/weather/paris.");
    }
    return channel.substring(TOPICS.length());
  }

  private static Topic topicOf(String levels) {
    Topic topic = made(() -> new Topic(
        Stream.of(levels.split("/", -1)).map(Escapes::unescape).collect(Collectors.joining("."))));
    if (!of(topic).equals(TOPICS + levels)) {
      throw refused("The channel of the topic '" + topic + "' is " + of(topic) + ".");
    }
    return topic;
  }

  private static <T> T made(java.util.function.Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new ServiceException(Code.BAD_REQUEST, String.valueOf(e.getMessage()), e);
    }
  }

  private static ServiceException refused(String sentence) {
    return new ServiceException(Code.BAD_REQUEST, sentence);
  }
}
