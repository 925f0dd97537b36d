package io.belfry.torture.cast;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which topics there are: a few at first, and more as time goes by. Of those whose content is made
 * up of all events, only the newest is published on: it would become too large else.
 *
 * @param began when the run began, in milliseconds
 */
record Repertoire(long began) {

  private static final int FIRST = 6;
  private static final int MILLIS_FOR_EACH = 2_500;
  private static final int APPENDING = 4;
  private static final double APPENDED_SHARE = 0.15;
  private static final String[] LEVELS = {"a", "b", "c"};

  /**
   * A topic.
   *
   * @param name its name
   * @param isAppending whether its content is made up of all events
   */
  record Piece(String name, boolean isAppending) {}

  Piece choose(Random random, long now) {
    int count = (int) (FIRST + (now - began) / MILLIS_FOR_EACH);
    boolean isAppending = random.nextDouble() < APPENDED_SHARE;
    int chosen = isAppending
        ? IntStream.range(0, count).filter(Repertoire::isAppending).max().orElseThrow()
        : random.nextInt(count);
    return piece(isAppending || !isAppending(chosen) ? chosen : chosen - 1);
  }

  private static Piece piece(int number) {
    String deeper = number % 7 == 5 ? ".deep" : "";
    return new Piece(LEVELS[number % LEVELS.length] + ".t" + number + deeper, isAppending(number));
  }

  private static boolean isAppending(int number) {
    return number % APPENDING == APPENDING - 1;
  }
}
