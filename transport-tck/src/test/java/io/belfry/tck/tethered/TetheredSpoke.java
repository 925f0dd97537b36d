package io.belfry.tck.tethered;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.tck.broken.Altered;
import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A spoke that sends nothing unless its tether has carried it to the hub. */
class TetheredSpoke extends Altered {

  private final Tether tether;

  TetheredSpoke(Transport memory, Tether tether) {
    super(memory);
    this.tether = tether;
  }

  /** What is seen on the wire. */
  byte[] onTheWire(Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(message.headers().toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(message.payload().toBytes());
    return bytes.toByteArray();
  }

  @Override
  public CompletionStage<Void> publish(Topic topic, Message message) {
    return afterTheWire(message, () -> inner.publish(topic, message));
  }

  @Override
  public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
    return untilTorn(afterTheWire(request, () -> inner.request(service, request, deadline)));
  }

  /** The answer, if it comes before the tether is torn. */
  CompletionStage<Message> untilTorn(CompletionStage<Message> answer) {
    CompletionStage<Message> torn = tether.torn().thenApply(nothing -> {
      throw new TransportException(Category.UNREACHABLE, "The tether was torn.");
    });
    return answer.applyToEither(torn, reply -> reply);
  }

  @Override
  public CompletionStage<Void> push(Address queue, Message work) {
    return afterTheWire(work, () -> inner.push(queue, work));
  }

  @Override
  public Health health() {
    Health health = inner.health();
    return tether.isUp() || !health.isHealthy()
        ? health
        : new Health(State.DOWN, "The tether is torn; open the spoke again.");
  }

  @Override
  public void close() {
    inner.close();
    tether.close();
  }

  private <T> CompletionStage<T> afterTheWire(Message message, Supplier<CompletionStage<T>> send) {
    if (inner.health().isHealthy()) {
      try {
        tether.carry(onTheWire(message));
      } catch (IOException e) {
        if (inner.health().isHealthy()) {
          return new TransportException(Category.UNREACHABLE, "The tether is torn.", e).asStage();
        }
      }
    }
    return send.get(); // Which fails by itself, if either side was closed.
  }
}
