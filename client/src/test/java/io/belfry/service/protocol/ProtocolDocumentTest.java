package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document shows is what is spoken. */
class ProtocolDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "protocol.md");
  private static final int MAX_PAYLOAD = 1024 * 1024;

  private static final Pattern EXCHANGE =
      Pattern.compile("(?s)Request:\n\n```json\n(.*?)```\n\nReply:\n\n```json\n(.*?)```\n");
  private static final Pattern EVENT =
      Pattern.compile("(?s)An event:\n\n```\n(.*?)\n\n(.*?)\n```\n");
  private static final Pattern BEACON = Pattern.compile("(?s)A beacon:\n\n```json\n(.*?)```\n");
  private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z-]+)$");
  private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");
  private static final Pattern FIELD = Pattern.compile("\"([A-Za-z0-9]+)\":");

  static List<MatchResult> exchanges() throws IOException {
    return EXCHANGE.matcher(document()).results().toList();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void an_example_is_answered_as_it_is_shown(MatchResult exchange) {
    Message request = Message.of(exchange.group(1));
    Message reply = Message.of(exchange.group(2));

    Message answer = Waiting.value(
        new ServiceEndpoint(answering(request, reply), MAX_PAYLOAD).onRequest(request));

    assertThat(Json.read(answer.payload())).isEqualTo(Json.read(reply.payload()));
  }

  @Test
  void each_operation_has_a_section_with_an_example() throws IOException {
    List<String> names = Operations.ALL.stream().<String>map(Operation::name).toList();

    assertThat(groups(HEADING, document())).containsAll(names);
    assertThat(exchanges().stream().map(one -> operation(one.group(1)))).containsAll(names);
  }

  @Test
  void each_code_stands_in_the_table() throws IOException {
    assertThat(groups(CODE, document()))
        .isEqualTo(Arrays.stream(Code.values())
            .map(Code::name)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void each_field_of_every_record_is_in_an_example() throws IOException {
    String examples = exchanges().stream()
        .map(exchange -> exchange.group(1) + exchange.group(2))
        .collect(Collectors.joining());
    Samples samples = new Samples(13);
    for (int i = 0; i < 10; i++) {
      Exchanges.ALL.forEach(exchange ->
          assertThat(groups(FIELD, examples)).containsAll(withoutTopics(text(exchange, samples))));
    }
  }

  @Test
  void the_event_is_one() throws IOException {
    MatchResult event = only(EVENT);
    Headers headers = Headers.NONE;
    for (String line : event.group(1).split("\n", -1)) {
      String[] header = line.split(": ", 2);
      headers = headers.with(header[0], header[1]);
    }
    Message message = new Message(headers, Payload.of(event.group(2)));

    assertThat(EventCodec.decode(new Topic("weather.paris"), message).map(EventCodec::encode))
        .contains(message);
  }

  @Test
  void the_beacon_is_one() throws IOException {
    Message beacon = Message.of(only(BEACON).group(1));

    assertThat(BeaconCodec.decode(beacon)
            .map(BeaconCodec::encode)
            .map(message -> Json.read(message.payload())))
        .contains(Json.read(beacon.payload()));
  }

  /** A service that answers as the example does. */
  private static NotificationService answering(Message request, Message reply) {
    return ScriptedService.following(call -> {
      Operation<?, ?> operation = Envelope.request(request.payload()).operation();
      try {
        Object answer = operation.answer(reply);
        return CompletableFuture.completedStage(
            answer instanceof Arguments.Nothing ? null : answer);
      } catch (ServiceException e) {
        return e.asStage();
      }
    });
  }

  private static String operation(String request) {
    return ((JsonObject) Json.read(Payload.of(request))).fields().get("op").toString();
  }

  private static <A, R> String text(Exchanges<A, R> exchange, Samples samples) {
    A arguments = exchange.arguments().apply(samples);
    R answer = exchange.answer().apply(samples);
    return exchange
            .operation()
            .request(arguments, Headers.NONE, MAX_PAYLOAD)
            .payload()
            .text()
        + exchange
            .operation()
            .reply(answer, MAX_PAYLOAD)
            .orElseThrow()
            .payload()
            .text();
  }

  /** Without the fields whose names are topics. */
  private static TreeSet<String> withoutTopics(String json) {
    return groups(FIELD, json.replaceAll("\"heads\":\\{[^}]*}", "\"heads\":0"));
  }

  private static TreeSet<String> groups(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static MatchResult only(Pattern pattern) throws IOException {
    List<MatchResult> all = pattern.matcher(document()).results().toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static String document() throws IOException {
    return Files.readString(DOCUMENT);
  }
}
