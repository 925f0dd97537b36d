package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header names as names of JMS properties. */
class PropertyNamesTest {

  private static final long SEED = 7_716;
  private static final String FIRST = "abcdefghijklmnopqrstuvwxyz";
  private static final String MORE = FIRST + "0123456789-_.-_.-_.";
  private static final int MANY = 20_000;

  private static final Set<String> RESERVED =
      Set.of("NULL", "TRUE", "FALSE", "NOT", "AND", "OR", "BETWEEN", "LIKE", "IN", "IS", "ESCAPE");

  @Test
  void any_name_comes_back_as_it_was_and_no_two_are_written_alike() {
    Map<String, String> written = new HashMap<>();
    Random random = new Random(SEED);
    for (int i = 0; i < MANY; i++) {
      String header = randomName(random);
      String property = PropertyNames.encode(header);
      assertThat(PropertyNames.decode(property)).contains(header);
      assertThat(written.getOrDefault(property, header)).isEqualTo(header);
      written.put(property, header);
      requireIdentifier(property);
    }
  }

  @Test
  void a_word_of_selectors_is_no_property() {
    for (String word : RESERVED) {
      String header = word.toLowerCase(Locale.ROOT);
      requireIdentifier(PropertyNames.encode(header));
      assertThat(PropertyNames.decode(PropertyNames.encode(header))).contains(header);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unit, unit",
    "content-type, content_HYPHEN_type",
    "a.b_c, a_DOT_b_c",
    "a_-_b, a__HYPHEN__b",
    "and, and_WORD_",
    "jmstype, jmstype"
  })
  void a_hyphen_and_a_dot_become_words(String header, String property) {
    assertThat(PropertyNames.encode(header)).isEqualTo(property);
    assertThat(PropertyNames.decode(property)).contains(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JMSXDeliveryCount",
        "JMS_AMQP_HEADER",
        "_AMQ_DUPL_ID",
        "BelfryStatus",
        "myProperty",
        "mqtt.Content",
        "_HYPHEN_a",
        "1st",
        "größe",
        "unit_WORD_",
        ""
      })
  void what_no_header_is_written_as_is_left_out(String property) {
    assertThat(PropertyNames.decode(property)).isEmpty();
  }

  @Test
  void a_name_that_a_client_of_amqp_gives_as_it_is_counts() {
    assertThat(PropertyNames.decode("content-type")).contains("content-type");
    assertThat(PropertyNames.decode("a.b")).contains("a.b");
  }

  @Test
  void names_that_are_used_once_are_forgotten() {
    for (String name : List.of("first", "last")) {
      for (int i = 0; i < MANY; i++) {
        assertThat(PropertyNames.encode(name + "-" + i)).isEqualTo(name + "_HYPHEN_" + i);
      }
    }
  }

  private static String randomName(Random random) {
    StringBuilder name = new StringBuilder();
    name.append(FIRST.charAt(random.nextInt(FIRST.length())));
    int length = random.nextInt(64);
    for (int i = 0; i < length; i++) {
      name.append(MORE.charAt(random.nextInt(MORE.length())));
    }
    return name.toString();
  }

  /** The rule of JMS. */
  private static void requireIdentifier(String property) {
    assertThat(property.chars().skip(1).allMatch(Character::isJavaIdentifierPart))
        .isTrue();
    assertThat(Character.isJavaIdentifierStart(property.charAt(0))).isTrue();
    assertThat(RESERVED).doesNotContain(property.toUpperCase(Locale.ROOT));
    assertThat(property).doesNotStartWith("JMS");
  }
}
