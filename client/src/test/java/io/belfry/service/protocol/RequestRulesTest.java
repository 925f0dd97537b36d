package io.belfry.service.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Replay;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.TopicSpec;
import io.belfry.service.protocol.ScriptedService.Call;
import io.belfry.tck.Waiting;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request must be, and what a request that is not is told. */
class RequestRulesTest {

  private static final int MAX_PAYLOAD = 64 * 1024;

  private Optional<Call> performed = Optional.empty();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "                                     | it is empty",
        "{                                    | there is a fault at about character",
        "{'v':1,'op':'status'} x              | there is a fault at about character",
        "{'v':1,'op':'status'} {}             | something follows after its end",
        "{'v':1,'op':'status','op':'topics'}  | the field 'op' stands twice in one object",
        "{'v':1,'op':'confirm-email','code':'\\ud800'} | half a character",
        "{'v':1,'op':'\\udc00\\ud800'}        | half a character",
        "{'v':NaN,'op':'status'}              | there is a fault",
        "{'v':01,'op':'status'}               | there is a fault",
        "[]                                   | must be an object, not a list",
        "7                                    | must be an object, not a number",
        "null                                 | must be an object, not null",
        "{'op':'status'}                      | The field 'v' is missing.",
        "{'v':'1','op':'status'}              | The field 'v' must be a whole number",
        "{'v':1.0,'op':'status'}              | The field 'v' must be a whole number",
        "{'v':-1,'op':'status'}               | The field 'v' can't be negative.",
        "{'v':1}                              | The field 'op' is missing.",
        "{'v':1,'op':null}                    | The field 'op' must be a text, not null.",
        "{'v':1,'op':'status','now':1}        | 'now' is not known here; leave it out.",
        "{'v':1,'op':'topics','fliter':'#'}   | 'fliter' is not known here; did you mean 'filter'?",
        "{'v':1,'op':'topics','colour':1}     | there are filter, after, limit.",
        "{'v':1,'op':'topics','after':null}   | 'after' must be a text, not null.",
        "{'v':1,'op':'topics','filter':'a..b'}| empty level",
        "{'v':1,'op':'topics','filter':'#.a'} | '#' before its last level",
        "{'v':1,'op':'topics','limit':0}      | The limit must be from 1 to 1000, not 0.",
        "{'v':1,'op':'topics','limit':99999999999} | The limit must be from 1 to 1000",
        "{'v':1,'op':'topics','limit':1e2}    | 'limit' must be a whole number",
        "{'v':1,'op':'topics','limit':9223372036854775808} | a very large number",
        "{'v':1,'op':'create-topic'}          | The field 'topic' is missing.",
        "{'v':1,'op':'create-topic','topic':'belfry.x'} | reserved",
        "{'v':1,'op':'create-topic','topic':'a','mode':'REPLACE'} | must be 'replace' or 'append'",
        "{'v':1,'op':'publish','topic':'a'}   | The field 'content' is missing.",
        "{'v':1,'op':'publish','topic':'a','content':'x'} | 'content' must be an object, not a text",
        "{'v':1,'op':'publish','topic':'a','content':{}} | either 'text' or 'base64'",
        "{'v':1,'op':'publish','topic':'a','content':{'text':'','base64':''}} | either 'text' or",
        "{'v':1,'op':'publish','topic':'a','content':{'base64':'*'}} | alphabet of RFC 4648",
        "{'v':1,'op':'publish','topic':'a','content':{'txt':''}} | 'content.txt' is not known here",
        "{'v':1,'op':'publish','topic':'a','content':{'type':'ä','text':''}} | plain ASCII",
        "{'v':1,'op':'publish','topic':'a','content':{'text':''},'key':''} | key is empty",
        "{'v':1,'op':'replay','limit':5}      | neither 'topic' nor 'filter'",
        "{'v':1,'op':'replay','topic':'a','filter':'#'} | 'filter' is not known here",
        "{'v':1,'op':'replay','topic':'a','from':3,'to':2} | from 3 to 2",
        "{'v':1,'op':'replay','filter':'#','epoch':'e','after':-1} | 'after' can't be negative",
        "{'v':1,'op':'advance','registration':{},'cursor':'e/0'} | 'registration.subscriber' is missing",
        "{'v':1,'op':'advance','registration':{'subscriber':'s','filter':'#','fence':1},'cursor':'e'}"
            + " | This is no cursor",
      })
  void what_is_no_request_is_refused_with_a_sentence(String request, String sentence) {
    ServiceException refusal = refusal(quoted(request == null ? "" : request));

    assertThat(refusal).hasMessageContaining(sentence);
    assertThat(refusal.code()).isEqualTo(Code.BAD_REQUEST);
    assertThat(performed).isEmpty();
  }

  @Test
  void another_version_is_told_which_one_is_spoken() {
    ServiceException refusal = refusal("{\"v\":2,\"op\":\"dance\",\"whatever\":[{}]}");

    assertThat(refusal.code()).isEqualTo(Code.UNSUPPORTED_VERSION);
    assertThat(refusal).hasMessageContaining("version 1 is");
  }

  @Test
  void an_unknown_operation_is_told_what_there_is() {
    ServiceException refusal = refusal("{\"v\":1,\"op\":\"dance\"}");

    assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_OPERATION);
    Operations.ALL.forEach(known -> assertThat(refusal).hasMessageContaining(known.name()));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] request = "{\"v\":1,\"op\":\"confirm-email\",\"code\":\"é\"}".getBytes(ISO_8859_1);

    ServiceException refusal = refusal(Payload.copyOf(request));

    assertThat(refusal.code()).isEqualTo(Code.BAD_REQUEST);
    assertThat(refusal).hasMessageContaining("UTF-8");
  }

  @Test
  void what_is_nested_deeply_or_is_huge_is_refused() {
    String nested = "{\"v\":1,\"op\":\"status\",\"x\":" + "[".repeat(30_000);
    String digits = "{\"v\":" + "9".repeat(60_000) + ",\"op\":\"status\"}";
    String exponent = "{\"v\":1e999999999,\"op\":\"status\"}";
    String name = "{\"" + "v".repeat(60_000) + "\":1}";
    for (String request : new String[] {nested, digits, exponent, name}) {
      assertThat(refusal(request).code()).isEqualTo(Code.BAD_REQUEST);
    }
  }

  @Test
  void a_request_beyond_the_limit_is_not_read() {
    ServiceException refusal = refusal("x".repeat(MAX_PAYLOAD + 1));

    assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
    assertThat(refusal).hasMessageContaining("65536");
  }

  @Test
  void what_is_left_out_has_its_default() {
    assertThat(performed("{'v':1,'op':'topics'}"))
        .isEqualTo(new Selection(new TopicFilter("#"), Optional.empty(), 1_000));
    assertThat(performed("{'v':1,'op':'create-topic','topic':'a'}"))
        .isEqualTo(new TopicSpec(new Topic("a"), Mode.REPLACE, ""));
    assertThat(performed("{'v':1,'op':'publish','topic':'a','content':{'text':'b'}}"))
        .isEqualTo(new Publication(new Topic("a"), Content.of("b"), Optional.empty()));
    assertThat(performed("{'v':1,'op':'replay','topic':'a'}"))
        .isEqualTo(new Replay.OfTopic(new Topic("a"), 1, Long.MAX_VALUE, 1_000));
  }

  @Test
  void the_order_of_fields_means_nothing() {
    assertThat(performed("{'content':{'base64':'Yg=='},'topic':'a','op':'publish','v':1}"))
        .isEqualTo(new Publication(new Topic("a"), Content.of("b"), Optional.empty()));
  }

  private Object performed(String request) {
    ServiceException end = refusal(quoted(request));
    assertThat(end.code()).as(end.getMessage()).isEqualTo(Code.CLOSED);
    return performed.orElseThrow().arguments().get(0);
  }

  private ServiceException refusal(String request) {
    return refusal(Payload.of(request));
  }

  private ServiceException refusal(Payload request) {
    ServiceEndpoint endpoint =
        new ServiceEndpoint(ScriptedService.following(this::perform), MAX_PAYLOAD);
    Message reply = Waiting.value(endpoint.onRequest(Message.of(request)));
    return catchThrowableOfType(
        ServiceException.class, () -> Operations.STATUS_OF_SERVICE.answer(reply));
  }

  private CompletableFuture<Object> perform(Call call) {
    performed = Optional.of(call);
    return CompletableFuture.failedFuture(new ServiceException(Code.CLOSED, "It was called."));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
