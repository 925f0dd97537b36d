package io.belfry.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Replay;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.TopicSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random operations on a log and on a simple model of it must answer the same. */
class ModelTest extends OnEachDatabase {

  private static final int STEPS = 800;
  private static final int MOST_KEPT = 120;
  private static final List<String> NAMES =
      List.of("a", "a.b", "a.b.c", "a.c", "B", "b", "b.c", "é", "한국.a", "𐐀.c", "a-b");
  private static final List<String> FILTERS =
      List.of("#", "*", "a.#", "a.*", "*.c", "*.*", "*.b.#", "한국.*", "none.#");

  private Random random;
  private ModelLog model;

  @Test
  void the_log_answers_as_the_model_does() {
    long seed = Long.getLong("belfry.seed", System.nanoTime());
    random = new Random(seed);
    model = new ModelLog(test.log().epoch());
    test.reopen(LogConfig.usual().keeping(new Retention(Optional.empty(), MOST_KEPT, 1L << 30)));
    for (int step = 0; step < STEPS; step++) {
      try {
        act(random.nextInt(100));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", step " + step + ": " + e.getMessage(), e);
      }
    }
  }

  private void act(int choice) {
    if (choice < 6) {
      create();
    } else if (choice < 56) {
      append();
    } else if (choice < 68) {
      replayTopic();
    } else if (choice < 84) {
      replayLog();
    } else if (choice < 90) {
      compareSnapshots();
    } else if (choice < 96) {
      compareHeads();
    } else {
      test.log().housekeep(OptionalLong.empty());
      model.housekeep(MOST_KEPT);
    }
  }

  private void create() {
    Mode mode = random.nextInt(4) == 0 ? Mode.APPEND : Mode.REPLACE;
    TopicSpec spec = new TopicSpec(topic(), mode, "");
    same(() -> test.log().createTopic(spec).spec(), () -> model.create(spec));
  }

  private void append() {
    Publication plain = Publication.of(topic(), "text " + random.nextInt(30));
    Publication publication =
        random.nextInt(3) == 0 ? plain.withKey("key " + random.nextInt(60)) : plain;
    same(
        () -> appended(publication),
        () -> model.append(publication, test.clock().instant()));
  }

  private Published appended(Publication publication) {
    try {
      return test.log().append(publication).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw (ServiceException) e.getCause();
    }
  }

  private void replayTopic() {
    long from = 1 + random.nextInt(40);
    Replay.OfTopic query =
        new Replay.OfTopic(topic(), from, from + random.nextInt(40), 1 + random.nextInt(20));
    same(() -> test.log().replay(query), () -> model.replay(query));
  }

  private void replayLog() {
    Replay.OfLog query = new Replay.OfLog(
        filter(),
        test.log().epoch(),
        random.nextInt((int) model.head() + 2),
        1 + random.nextInt(random.nextBoolean() ? 5 : 200));
    same(() -> test.log().replay(query), () -> model.replay(query));
  }

  private void compareSnapshots() {
    Selection selection = selection();
    same(() -> test.log().snapshot(selection), () -> model.snapshot(selection));
  }

  private void compareHeads() {
    Selection selection = selection();
    same(() -> test.log().heads(selection), () -> model.heads(selection));
  }

  private Selection selection() {
    Optional<Topic> after = random.nextBoolean() ? Optional.empty() : Optional.of(topic());
    return new Selection(filter(), after, 1 + random.nextInt(8));
  }

  private Topic topic() {
    return new Topic(NAMES.get(random.nextInt(NAMES.size())));
  }

  private TopicFilter filter() {
    return random.nextInt(3) == 0
        ? TopicFilter.exactly(topic())
        : new TopicFilter(FILTERS.get(random.nextInt(FILTERS.size())));
  }

  private static void same(Supplier<?> log, Supplier<?> model) {
    assertThat(answer(log)).isEqualTo(answer(model));
  }

  /** What was answered, or the code it was refused with. */
  private static Object answer(Supplier<?> question) {
    try {
      return question.get();
    } catch (ServiceException e) {
      return e.code();
    }
  }
}
