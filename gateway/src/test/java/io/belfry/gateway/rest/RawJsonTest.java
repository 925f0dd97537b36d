package io.belfry.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | {\"op\":\"x\"}",
        "` ` | {\"op\":\"x\"}",
        "{} | {\"op\":\"x\"}",
        "` { } ` | { \"op\":\"x\"}",
        "{\"a\":1} | {\"a\":1,\"op\":\"x\"}",
        "` {\"a\": {} }\n` | {\"a\": {} ,\"op\":\"x\"}",
      })
  void fields_are_put_before_the_last_brace(String object, String more) {
    assertThat(RawJson.with(Payload.of(object), Map.of("op", "x")).text()).isEqualTo(more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "[]", "\"{}\"", "{}x", "null", "\u00a0{}"})
  void what_is_no_object_is_refused(String body) {
    assertThatThrownBy(() -> RawJson.with(Payload.of(body), Map.of("op", "x")))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("from '{' to '}'");
  }

  @Test
  void without_more_fields_it_stays_as_it_is() {
    assertThat(RawJson.with(Payload.of("{\"a\":1}"), Map.of()).text()).isEqualTo("{\"a\":1}");
    assertThat(RawJson.under("b", Payload.of("{}")).text()).isEqualTo("{\"b\":{}}");
  }
}
