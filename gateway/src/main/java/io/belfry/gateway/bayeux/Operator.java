package io.belfry.gateway.bayeux;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.service.Content;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import io.belfry.service.protocol.Protocol;
import io.belfry.service.protocol.ServiceEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.cometd.bayeux.server.ServerMessage;

/** Has the service do what a message wants, in the forms of the protocol. */
final class Operator {

  private static final int LEAST = 8_192;
  private static final String JSON = "application/json";

  private final ServiceEndpoint endpoint;

  /**
   * Makes one.
   *
   * @param service what does the work
   * @param most the most bytes of a request and of an answer
   */
  Operator(NotificationService service, int most) {
    this.endpoint = new ServiceEndpoint(service, Math.max(LEAST, most));
  }

  /** Publishes what stands in a message on a topic's channel. */
  CompletionStage<Map<String, Object>> publish(ServerMessage message, Optional<Token> token) {
    if (!message.containsKey(ServerMessage.DATA_FIELD)) {
      throw refused("There is no 'data' that could be published.");
    }
    Map<String, Object> content = message.getData() instanceof String text
        ? Map.of("type", Content.TEXT, "text", text)
        : Map.of("type", JSON, "text", Json.write(message.getData()));
    String topic = Channels.topic(message.getChannel()).name();
    return ask("publish", Map.of("topic", topic, "content", content), token);
  }

  /** Does what a service channel is named after. */
  CompletionStage<Map<String, Object>> operate(ServerMessage message, Optional<Token> token) {
    String operation = message.getChannel().substring(Channels.SERVICES.length());
    Object data = message.getOrDefault(ServerMessage.DATA_FIELD, Map.of());
    if (!(data instanceof Map<?, ?> arguments)
        || arguments.containsKey("v")
        || arguments.containsKey("op")) {
      throw refused("The 'data' of " + Channels.SERVICES
          + "OPERATION is an object with the arguments, without 'v' and 'op'.");
    }
    return ask(operation, arguments, token);
  }

  /** Returns an object with {@code ok} or {@code error}. */
  private CompletionStage<Map<String, Object>> ask(
      String operation, Map<?, ?> arguments, Optional<Token> token) {
    Map<Object, Object> request = new LinkedHashMap<>();
    request.put("v", Protocol.VERSION);
    request.put("op", operation);
    request.putAll(arguments);
    Headers headers = token
        .map(shown -> Headers.of(Protocol.AUTHORIZATION, "Bearer " + shown.secret()))
        .orElse(Headers.NONE);
    return endpoint.onRequest(new Message(headers, Json.payload(request))).thenApply(reply -> {
      Map<String, Object> answer = new LinkedHashMap<>(Json.read(reply.payload()));
      answer.remove("v");
      return answer;
    });
  }

  private static ServiceException refused(String sentence) {
    return new ServiceException(Code.BAD_REQUEST, sentence);
  }
}
