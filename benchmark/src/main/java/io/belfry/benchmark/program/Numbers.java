package io.belfry.benchmark.program;

/** Numbers as they are written on a command line. */
public final class Numbers {

  private Numbers() {}

  /**
   * A whole number.
   *
   * @param option what it was given for
   * @param text how it is written
   * @param least the least that makes sense
   * @param most the most
   * @throws UsageException if it is something else
   */
  public static int whole(String option, String text, int least, int most) {
    double number = number(option, text, least, most);
    if (number != Math.rint(number)) {
      throw new UsageException(
          "The value of '" + option + "' must be a whole number, not '" + text + "'.");
    }
    return (int) number;
  }

  /**
   * A number.
   *
   * @param option what it was given for
   * @param text how it is written
   * @param least the least that makes sense
   * @param most the most
   * @throws UsageException if it is something else
   */
  public static double number(String option, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with the range.
    }
    throw new UsageException(String.format(
        "The value of '%s' must be a number from %s to %s, not '%s'.",
        option, plain(least), plain(most), text));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
