package io.belfry.transport.zeromq;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random things that are as they should be, and bytes that are not; the same in every run. */
final class Samples {

  private static final List<String> LEVELS = List.of("a", "ab", "b", "ä", "a-1", "東京");
  private static final List<String> VALUES = List.of("", "v", ":", "a:b", "日本", " ", "=\"", "🔔");
  private static final int MAX_LEVELS = 5;
  private static final int MAX_HEADERS = 4;
  private static final int MAX_PAYLOAD = 300;

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  Topic topic() {
    return new Topic(String.join(".", levels()));
  }

  /** A filter with wildcards here and there, or none. */
  TopicFilter filter() {
    List<String> levels = levels();
    levels.replaceAll(level -> random.nextInt(3) == 0 ? "*" : level);
    if (random.nextInt(3) == 0) {
      levels.set(levels.size() - 1, "#");
    }
    return new TopicFilter(String.join(".", levels));
  }

  Message message() {
    Headers headers = Headers.NONE;
    for (int i = random.nextInt(MAX_HEADERS); i > 0; i--) {
      headers = headers.with("h" + random.nextInt(MAX_HEADERS), oneOf(VALUES));
    }
    return new Message(headers, Payload.copyOf(bytes(MAX_PAYLOAD)));
  }

  /** Any bytes, fewer than the limit. */
  byte[] bytes(int limit) {
    byte[] bytes = new byte[random.nextInt(limit)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Bytes with one of them changed, or cut off somewhere. */
  byte[] damaged(byte[] good) {
    byte[] bytes = good.clone();
    int at = random.nextInt(bytes.length);
    bytes[at] = (byte) random.nextInt();
    return random.nextBoolean() ? bytes : java.util.Arrays.copyOf(bytes, at);
  }

  int below(int limit) {
    return random.nextInt(limit);
  }

  long number() {
    return random.nextLong();
  }

  private List<String> levels() {
    List<String> levels = new ArrayList<>();
    for (int i = 1 + random.nextInt(MAX_LEVELS); i > 0; i--) {
      levels.add(oneOf(LEVELS));
    }
    return levels;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
