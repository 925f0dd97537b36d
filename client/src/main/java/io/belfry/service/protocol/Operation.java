package io.belfry.service.protocol;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * One operation of the protocol, as both sides see it. All there are stand in {@link Operations}.
 *
 * @param <A> its arguments
 * @param <R> its answer
 */
public final class Operation<A, R> {

  private final String name;
  private final Effect effect;
  private final Form<A> arguments;
  private final Form<R> answer;
  private final BiFunction<NotificationService, A, CompletionStage<R>> call;
  private final Shrinking<A, R> shrinking;

  Operation(
      String name,
      Effect effect,
      Form<A> arguments,
      Form<R> answer,
      BiFunction<NotificationService, A, CompletionStage<R>> call,
      Shrinking<A, R> shrinking) {
    this.name = name;
    this.effect = effect;
    this.arguments = arguments;
    this.answer = answer;
    this.call = call;
    this.shrinking = shrinking;
  }

  /**
   * Its name.
   *
   * @return the value of the field {@code op}
   */
  public String name() {
    return name;
  }

  /**
   * What it does to the service.
   *
   * @return the effect
   */
  public Effect effect() {
    return effect;
  }

  /**
   * What asks for it.
   *
   * @param with the arguments
   * @param headers the headers of the message, such as a token's
   * @param most the most bytes that the message's payload may have
   * @return the message
   * @throws ServiceException with {@code TOO_LARGE} if it would have more
   */
  public Message request(A with, Headers headers, int most) {
    return Json.write(Envelope.request(name, arguments.toJson(with)), most)
        .map(payload -> new Message(headers, payload))
        .orElseThrow(() -> new ServiceException(
            Code.TOO_LARGE,
            "The request has more than the " + most + " bytes that this transport takes."));
  }

  /**
   * What a reply says.
   *
   * @param reply what the service has sent
   * @return its answer
   * @throws ServiceException what the service refused it with; {@code INTERNAL} if the reply can't
   *     be read
   */
  public R answer(Message reply) {
    return Envelope.answer(reply.payload(), answer);
  }

  A arguments(JsonObject fields) {
    return arguments.fromJson(fields, Reading.REQUEST);
  }

  /** The payload of a reply, unless it has more bytes than that. */
  Optional<Message> reply(R result, int most) {
    return Json.write(Envelope.ok(answer.toJson(result)), most).map(Message::of);
  }

  CompletionStage<R> call(NotificationService service, A with) {
    return call.apply(service, with);
  }

  Shrinking<A, R> shrinking() {
    return shrinking;
  }
}
