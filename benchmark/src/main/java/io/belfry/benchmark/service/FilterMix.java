package io.belfry.benchmark.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Filters as a large service has them, and topics that are published there: of 100 filters, 80 want
 * one topic, 15 one level of any name, 5 everything below a level. The more filters, the more
 * topics, so that a topic is wanted by about as many: one or two. The same for every run.
 *
 * @param filters the filters
 * @param topics the topics, half of which somebody wants by name; a power of two
 */
record FilterMix(List<TopicFilter> filters, List<Topic> topics) {

  private static final int SEED = 1831;
  private static final int TOPICS = 1 << 14;
  private static final int FILTERS_PER_REGION = 20;
  private static final int BREADTH = 10;

  static FilterMix of(int count) {
    Random random = new Random(SEED);
    int regions = Math.max(2, count / FILTERS_PER_REGION);
    List<TopicFilter> filters =
        Stream.generate(() -> filter(random, regions)).limit(count).toList();
    List<Topic> topics =
        Stream.generate(() -> topic(random, regions, filters)).limit(TOPICS).toList();
    return new FilterMix(filters, topics);
  }

  private static TopicFilter filter(Random random, int regions) {
    int percent = random.nextInt(100);
    if (percent < 80) {
      return new TopicFilter(name(random, regions));
    }
    String region = region(random, regions);
    return new TopicFilter(percent < 95 ? region + ".*." + sensor(random) : region + ".#");
  }

  private static Topic topic(Random random, int regions, List<TopicFilter> filters) {
    TopicFilter wanted = filters.get(random.nextInt(filters.size()));
    return new Topic(
        random.nextBoolean() && !wanted.hasWildcard() ? wanted.pattern() : name(random, regions));
  }

  private static String name(Random random, int regions) {
    return region(random, regions) + ".site" + random.nextInt(BREADTH) + "." + sensor(random);
  }

  private static String region(Random random, int regions) {
    return "region" + random.nextInt(regions);
  }

  private static String sensor(Random random) {
    return "sensor" + random.nextInt(BREADTH);
  }
}
