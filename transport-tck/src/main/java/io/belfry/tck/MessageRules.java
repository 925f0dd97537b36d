package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Messages: they arrive as they were sent, or are refused. */
abstract class MessageRules extends Rules {

  private static final int BYTE_VALUES = 256;
  private static final long SEED = 17;

  MessageRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ms01_payloads_up_to_the_very_limit_arrive_unchanged() {
    EveryPattern patterns = everyPattern("sizes");
    for (int size : List.of(0, 1, 65_536, capabilities().maxPayload())) {
      patterns.carry(Message.of(payloadOf(size)));
    }
  }

  @Test
  void ms02_a_payload_beyond_the_limit_fails_and_harms_nothing() {
    Message tooLarge = Message.of(payloadOf(capabilities().maxPayload() + 1));
    EveryPattern patterns = everyPattern("limit");
    serve(newSpoke(), "talkative", question -> CompletableFuture.completedStage(tooLarge));

    for (Transport sender : List.of(hub(), spoke())) {
      patterns
          .failures(sender, tooLarge)
          .forEach((pattern, category) -> assertTooLarge(pattern, category));
    }
    Category replied = patience().failureOf(request(hub(), "talkative", "say")).category();
    assertTooLarge("reply", replied);
    patterns.carry(Message.of("small"));
  }

  @Test
  void ms03_payloads_are_opaque() {
    EveryPattern patterns = everyPattern("bytes");
    byte[] rising = new byte[BYTE_VALUES];
    byte[] falling = new byte[BYTE_VALUES];
    for (int i = 0; i < BYTE_VALUES; i++) {
      rising[i] = (byte) i;
      falling[i] = (byte) (BYTE_VALUES - 1 - i);
    }
    patterns.carry(Message.of(Payload.copyOf(rising)));
    patterns.carry(Message.of(Payload.copyOf(falling)));
    patterns.carry(Message.of(Payload.copyOf(new byte[BYTE_VALUES])));
    patterns.carry(Message.of(payloadOf(10_000)));
  }

  @Test
  void ms04_headers_arrive_unchanged() {
    EveryPattern patterns = everyPattern("headers");
    Map<String, String> odd = new HashMap<>();
    odd.put("a", "one letter");
    odd.put("a-b_c.d", "every kind of sign");
    odd.put("a_b_c_d", "much like another");
    odd.put("n".repeat(64), "the longest name");
    odd.put("empty", "");
    odd.put("blank", "  ");
    odd.put("signs", "=:;,%+&?\"'\\/\u00a0$");
    odd.put("scripts", "Grüße, 天气, погода, طقس, 🔔");
    for (String known :
        List.of("id", "to", "type", "content-type", "reply-to", "topic", "jmstype")) {
      odd.put(known, "of the application: " + known);
    }

    patterns.carry(new Message(new Headers(odd), Payload.of("odd")));
    patterns.carry(new Message(new Headers(Map.of("all", textOf(16_379))), Payload.of("one")));
    patterns.carry(new Message(manyHeaders(), Payload.EMPTY));
  }

  @Test
  void ms05_names_at_the_limits_work() {
    List<String> names = List.of(
        "n".repeat(255), "1" + ".é".repeat(31), "天气.погода.طقس.मौसम", "a-b.c_d.e~f.g@h.i=j");
    for (String name : names) {
      EveryPattern patterns =
          new EveryPattern(this, new Topic(name), new TopicFilter(name), new Address(name));
      patterns.carry(Message.of("to " + name));
    }
    Collector deep = collector();
    ready(spoke().subscribe(new TopicFilter("*." + "*.".repeat(30) + "#"), deep));
    patience().await(hub().publish(new Topic("1" + ".2".repeat(31)), Message.of("deep")));
    deep.awaitText("deep");
  }

  private EveryPattern everyPattern(String name) {
    return new EveryPattern(this, topic(name), filter(name), address(name));
  }

  private static void assertTooLarge(String pattern, Category category) {
    assertThat(category).as(pattern).isEqualTo(Category.TOO_LARGE);
  }

  private static Payload payloadOf(int size) {
    byte[] bytes = new byte[size];
    new Random(SEED).nextBytes(bytes);
    return Payload.wrap(bytes, 0, size);
  }

  private static String textOf(int length) {
    char[] text = new char[length];
    Arrays.fill(text, 'x');
    return new String(text);
  }

  /** Exactly as many bytes as are allowed. */
  private static Headers manyHeaders() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 1_024; i++) {
      many.put(String.format("h%04d", i), "123456789");
    }
    return new Headers(many);
  }
}
