package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.transport.Capability;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who is let in. */
abstract class StrangerRules extends Rules {

  StrangerRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ca12_a_stranger_is_not_let_in_or_takes_part() {
    Optional<Map<String, String>> credentials = scene().bed().strangerSettings();
    if (!capabilities().has(Capability.AUTHENTICATION)) {
      letIn(credentials.orElse(scene().bed().settings(Side.SPOKE)));
      return;
    }
    assertThat(credentials).as("settings of a stranger").isPresent();
    CompletableFuture<TransportException> opening = CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(
            TransportException.class, () -> scene().newSpoke(credentials.orElseThrow())),
        scene().threads());
    TransportException refusal = patience().await(opening);
    assertThat(refusal).as("refusal of a stranger").isNotNull();
    assertThat(refusal.category()).isIn(Category.REFUSED, Category.UNREACHABLE);
  }

  private void letIn(Map<String, String> settings) {
    Transport stranger = scene().newSpoke(settings);
    new EveryPattern(this, stranger, topic("open"), filter("open"), address("open"))
        .carry(stranger, Message.of("who am I?"));
  }
}
