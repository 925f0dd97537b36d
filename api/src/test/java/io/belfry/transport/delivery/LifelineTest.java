package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.belfry.transport.Health.State;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifelineTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(4));

  private final Wire wire = new Wire();
  private final Lifeline<String> lifeline =
      new Lifeline<>("the other end", "lifeline-test", wire, SHORT);

  @AfterEach
  void close() {
    lifeline.close();
    await()
        .until(() -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("lifeline-test")));
    assertThat(wire.open()).isEmpty();
  }

  @Test
  void an_open_lifeline_has_its_connection_and_is_up() {
    lifeline.open(Duration.ZERO);
    assertThat(lifeline.require()).isEqualTo("connection 1");
    assertThat(lifeline.health().state()).isEqualTo(State.UP);
  }

  @Test
  void what_does_not_answer_fails_the_opening_at_once() {
    wire.refuse(1, Category.UNREACHABLE);
    assertThat(failureOfOpening(Duration.ZERO).category()).isEqualTo(Category.UNREACHABLE);
    assertThat(wire.tries()).isEqualTo(1);
    assertThat(lifeline.health().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void with_patience_it_is_tried_again() {
    wire.refuse(5, Category.UNREACHABLE);
    lifeline.open(LONG);
    assertThat(lifeline.require()).isEqualTo("connection 6");
  }

  @Test
  void patience_ends() {
    wire.refuse(Integer.MAX_VALUE, Category.UNREACHABLE);
    assertThat(failureOfOpening(Duration.ofMillis(50)).category()).isEqualTo(Category.UNREACHABLE);
  }

  @Test
  void there_is_no_patience_with_a_refusal() {
    wire.refuse(1, Category.REFUSED);
    assertThat(failureOfOpening(LONG).category()).isEqualTo(Category.REFUSED);
    assertThat(wire.tries()).isEqualTo(1);
  }

  @Test
  void a_lost_connection_is_given_back_and_replaced_however_long_it_takes() {
    lifeline.open(Duration.ZERO);
    wire.refuse(4, Category.REFUSED);

    wire.lose("pulled out");

    await().until(() -> lifeline.current().isPresent());
    assertThat(lifeline.require()).isEqualTo("connection 6");
    assertThat(wire.open()).containsExactly("connection 6");
    assertThat(lifeline.health().state()).isEqualTo(State.UP);
  }

  @Test
  void while_there_is_none_health_and_failures_say_why() {
    lifeline.open(Duration.ZERO);
    CountDownLatch gate = wire.hold();

    wire.lose("It was pulled out.");

    assertThat(lifeline.health().state()).isEqualTo(State.DOWN);
    assertThat(lifeline.health().detail()).contains("the other end", "It was pulled out.");
    TransportException failure = catchThrowableOfType(TransportException.class, lifeline::require);
    assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
    assertThat(failure).hasMessageContaining("It was pulled out.");
    gate.countDown();
  }

  @Test
  void a_connection_that_is_lost_while_it_is_made_counts_as_none() {
    wire.loseWhileConnecting(1);
    lifeline.open(LONG);
    assertThat(lifeline.require()).isEqualTo("connection 2");
    assertThat(wire.open()).containsExactly("connection 2");
  }

  @Test
  void late_news_of_an_earlier_connection_harms_no_later_one() {
    lifeline.open(Duration.ZERO);
    Consumer<String> first = wire.lost;
    first.accept("once");
    await().until(() -> lifeline.current().isPresent());

    first.accept("and again");

    assertThat(lifeline.require()).isEqualTo("connection 2");
  }

  @Test
  void a_fault_of_the_connector_does_not_end_the_repair() {
    lifeline.open(Duration.ZERO);
    wire.breakDown();
    wire.lose("pulled out");
    await().until(() -> lifeline.current().isPresent());
    assertThat(lifeline.require()).isEqualTo("connection 3");
  }

  @Test
  void what_is_connected_after_the_closing_is_given_back() {
    lifeline.open(Duration.ZERO);
    CountDownLatch gate = wire.hold();
    wire.lose("pulled out");
    await().until(() -> wire.tries() == 2);

    lifeline.close();
    gate.countDown();

    await().until(() -> wire.made.size() == 2 && wire.open().isEmpty());
    assertThat(catchThrowableOfType(TransportException.class, lifeline::require).category())
        .isEqualTo(Category.CLOSED);
  }

  @Test
  void closing_ends_a_patient_opening() throws Exception {
    wire.refuse(Integer.MAX_VALUE, Category.UNREACHABLE);
    CompletableFuture<TransportException> failure = CompletableFuture.supplyAsync(
        () -> failureOfOpening(LONG), task -> new Thread(task).start());
    await().until(() -> wire.tries() > 2);
    lifeline.close();
    assertThat(failure.get(LONG.toSeconds() / 2, TimeUnit.SECONDS).category())
        .isEqualTo(Category.CLOSED);
  }

  private TransportException failureOfOpening(Duration patience) {
    return catchThrowableOfType(TransportException.class, () -> lifeline.open(patience));
  }

  /** Makes connections that are mere words, and fails as it is told. */
  private static final class Wire implements Lifeline.Line<String> {

    private final AtomicInteger tries = new AtomicInteger();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final List<String> givenBack = new CopyOnWriteArrayList<>();
    private final AtomicInteger toRefuse = new AtomicInteger();
    private final AtomicInteger toLose = new AtomicInteger();
    private volatile Category refusal = Category.UNREACHABLE;
    private volatile boolean isBroken;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Consumer<String> lost = why -> {};

    @Override
    public String connect(Consumer<String> whenLost) {
      String name = "connection " + tries.incrementAndGet();
      pass();
      if (isBroken) {
        isBroken = false;
        throw new IllegalStateException("broken");
      }
      if (toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new TransportException(refusal, "No.");
      }
      if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        whenLost.accept("dropped");
      }
      lost = whenLost;
      made.add(name);
      return name;
    }

    @Override
    public void disconnect(String connection) {
      givenBack.add(connection);
    }

    int tries() {
      return tries.get();
    }

    void refuse(int times, Category category) {
      refusal = category;
      toRefuse.set(times);
    }

    void loseWhileConnecting(int times) {
      toLose.set(times);
    }

    void breakDown() {
      isBroken = true;
    }

    CountDownLatch hold() {
      gate = new CountDownLatch(1);
      return gate;
    }

    void lose(String why) {
      lost.accept(why);
    }

    List<String> open() {
      return made.stream().filter(name -> !givenBack.contains(name)).toList();
    }

    private void pass() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
