package org.example.belfry.tcp;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A spoke that does not read as fast as others publish. */
class SlowSpokeTest {

  private static final int COUNT = 500;

  /** Silence alone would cut nobody off here. */
  private static final Map<String, String> PATIENT = Map.of(
      "heartbeat-timeout", "60s",
      "send-timeout", "60s",
      "slow-peer-patience", "300ms");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void it_is_cut_off_and_delays_nobody(boolean readsALittle) throws IOException {
    AtomicInteger received = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean(!readsALittle);
    try (Pair pair = new Pair(PATIENT);
        Stranger slow = Stranger.greeted(pair.endpoint())) {
      slow.say(Frame.of(Kind.SUBSCRIBE, 1, "#", Frame.NOTHING).encode());
      Waiting.value(pair.spoke()
          .subscribe(new TopicFilter("news"), (topic, message) -> received.incrementAndGet())
          .ready());
      Message news = Message.of(Payload.copyOf(new byte[Frame.MAX_PAYLOAD / 8]));

      CompletableFuture<Void> reading = Aside.run(() -> slow.readSlowlyWhile(() -> !over.get()));

      for (int i = 0; i < COUNT; i++) {
        Waiting.value(pair.hub().publish(new Topic("news"), news));
      }

      Waiting.until("all had arrived elsewhere", () -> received.get() == COUNT);
      over.set(true);
      Waiting.value(reading);
      slow.untilTurnedAway();
    }
  }
}
