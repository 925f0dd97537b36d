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

  private static final int STEP = 15;
  private static final double MIDDLE = 50;
  private static final double INERTIA = 0.92;
  private static final double PULL = 0.01;
  private static final double PUSH = 0.5;

  static List<Sample> all(RandomGenerator random) {
    return List.of(
        replacing("market.bronze", "The price of bell metal", 1_000, price(random, "104.20")),
        replacing("market.rope", "The price of a bell rope", 3_000, price(random, "17.50")),
        replacing("tower.clock", "What the clock says", 5_000, Sample::time),
        replacing("demo.rectangle", "By how many degrees it is turned", 2_000, turning()),
        replacing("demo.chart", "Something that goes up and down", 100, wandering(random)),
        new Sample(
            new TopicSpec(new Topic("news.tower"), Mode.APPEND, "News from the tower"),
            Duration.ofSeconds(10),
            inTurns(NEWS)));
  }

  private static Sample replacing(
      String topic, String description, int millis, Supplier<String> next) {
    return new Sample(
        new TopicSpec(new Topic(topic), Mode.REPLACE, description),
        Duration.ofMillis(millis),
        next);
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

  /** Always onward: past the whole circle, so that it never turns back. */
  private static Supplier<String> turning() {
    return new Supplier<>() {
      private int degrees;

      @Override
      public synchronized String get() {
        degrees += STEP;
        return Integer.toString(degrees);
      }
    };
  }

  /** Like a weight on a spring that somebody pushes at random. */
  private static Supplier<String> wandering(RandomGenerator random) {
    return new Supplier<>() {
      private double place = MIDDLE;
      private double speed;

      @Override
      public synchronized String get() {
        speed = speed * INERTIA + (MIDDLE - place) * PULL + random.nextGaussian() * PUSH;
        place += speed;
        return BigDecimal.valueOf(place).setScale(2, RoundingMode.HALF_UP).toPlainString();
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
