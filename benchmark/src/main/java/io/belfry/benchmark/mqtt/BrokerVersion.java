package io.belfry.benchmark.mqtt;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.BreakdownException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a broker says of itself, where many do: Mosquitto, EMQX and others, but not Artemis. */
final class BrokerVersion {

  private static final String TOPIC = "$SYS/broker/version";
  private static final int PATIENCE_SECONDS = 1;

  private BrokerVersion() {}

  /**
   * Asks for name and version.
   *
   * @throws BreakdownException if the broker can't be reached
   */
  static String of(Access access) {
    CompletableFuture<String> version = new CompletableFuture<>();
    Peer peer = Peer.connect(
        access,
        (topic, message) ->
            version.complete(new String(message.getPayload(), StandardCharsets.UTF_8)));
    try (peer) {
      peer.awaitConnected(access);
      version.completeOnTimeout("(version unknown)", PATIENCE_SECONDS, TimeUnit.SECONDS);
      subscribe(peer, version);
      return version.join();
    }
  }

  private static void subscribe(Peer peer, CompletableFuture<String> version) {
    try {
      peer.subscribe(TOPIC, 0);
    } catch (BreakdownException e) {
      version.complete("(version not told)");
    }
  }
}
