package io.belfry.launcher.demo;

import io.belfry.message.Topic;
import io.belfry.service.Mode;
import io.belfry.service.TopicSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A topic that changes by itself.
 *
 * @param spec what it is
 * @param every how often it changes
 * @param next what it says next
 */
record Sample(TopicSpec spec, Duration every, Supplier<String> next) {

  private static final List<String> NEWS = List.of(
      "Seven bells have been cast for the new tower.",
      "The ringers practise on Thursday at eight.",
      "Emmanuel, the great bell, has been tuned to F sharp.",
      "The clock is put right: it was nine seconds fast.",
      "Two swifts nest under the roof again.");

  static List<Sample> all(RandomGenerator random) {
    return List.of(
        of("market.bronze", Mode.REPLACE, "The price of bell metal", 1, price(random, "104.20")),
        of("market.rope", Mode.REPLACE, "The price of a bell rope", 3, price(random, "17.50")),
        of("tower.clock", Mode.REPLACE, "What the clock says", 5, Sample::time),
        of("news.tower", Mode.APPEND, "News from the tower", 10, inTurns(NEWS)));
  }

  private static Sample of(
      String topic, Mode mode, String description, int seconds, Supplier<String> next) {
    return new Sample(
        new TopicSpec(new Topic(topic), mode, description), Duration.ofSeconds(seconds), next);
  }

  private static String time() {
    return LocalTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
  }

  /** It goes up and down by a percent at most, and never to nothing. */
  private static Supplier<String> price(RandomGenerator random, String first) {
    return new Supplier<>() {
      private BigDecimal price = new BigDecimal(first);

      @Override
      public synchronized String get() {
        BigDecimal change = BigDecimal.valueOf(random.nextDouble(-0.01, 0.01));
        price =
            price.add(price.multiply(change)).max(BigDecimal.ONE).setScale(2, RoundingMode.HALF_UP);
        return price.toPlainString();
      }
    };
  }

  private static Supplier<String> inTurns(List<String> texts) {
    return new Supplier<>() {
      private int count;

      @Override
      public synchronized String get() {
        return texts.get(count++ % texts.size());
      }
    };
  }
}
