package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Life: what is closed leaves nothing behind, whatever was going on. */
abstract class TidinessRules extends Rules {

  private static final int LIVES = 50;

  TidinessRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void li06_close_in_the_middle_of_traffic_harms_nothing() {
    Collector arrived = subscribed(hub(), "news");
    pull(hub(), "work", collector());
    serve(hub(), "echo", CompletableFuture::completedStage);
    Transport closing = spoke();
    Message hello = Message.of("hello");
    List<CompletableFuture<Void>> senders = List.of(
        sendingUntilClosed(() -> closing.publish(topic("news"), hello)),
        sendingUntilClosed(() -> closing.publish(topic("news"), hello)),
        sendingUntilClosed(() -> closing.push(address("work"), hello)),
        sendingUntilClosed(() -> request(closing, "echo", "hello")));
    arrived.awaitSize(20);

    patience().await(scene().closing(closing));

    awaitAll(senders);
    assertThat(ask(newSpoke(), "echo", "well?")).isEqualTo("well?");
  }

  @Test
  void li07_after_close_no_thread_and_no_socket_is_left() {
    Footprint before = scene().footprint();

    Life life = new Life();
    life.use();
    life.end();

    before.awaitNothingMore(patience());
  }

  @Test
  void li08_opening_and_closing_can_be_repeated() {
    Footprint before = scene().footprint();

    for (int i = 0; i < LIVES; i++) {
      new Life().end();
    }
    Life last = new Life();
    last.use();
    last.end();

    before.awaitNothingMore(patience());
  }

  /** Sends without a pause; each send must come to its end, and in the end they must fail. */
  private CompletableFuture<Void> sendingUntilClosed(Supplier<CompletionStage<?>> send) {
    return CompletableFuture.runAsync(
        () -> {
          while (!patience().await(send.get().handle((value, failure) -> isClosed(failure)))) {
            // Not yet.
          }
        },
        scene().threads());
  }

  private static boolean isClosed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
    return cause instanceof TransportException e && e.category() == Category.CLOSED;
  }

  /** A hub and a spoke from their opening to their end. */
  private final class Life {
    private final Transport hub = open(Side.HUB);
    private final Transport spoke = open(Side.SPOKE);

    private Transport open(Side side) {
      return scene().open(side, scene().bed().settings(side));
    }

    void use() {
      new EveryPattern(TidinessRules.this, hub, topic("life"), filter("life"), address("life"))
          .carry(spoke, Message.of("from the spoke"));
      new EveryPattern(TidinessRules.this, spoke, topic("all"), filter("all"), address("all"))
          .carry(hub, Message.of("from the hub"));
    }

    void end() {
      patience().await(scene().closing(spoke));
      patience().await(scene().closing(hub));
    }
  }
}
