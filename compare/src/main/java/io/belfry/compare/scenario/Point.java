package io.belfry.compare.scenario;

import java.util.Map;

/**
 * One combination of what a scenario varies.
 *
 * @param size the bytes of a payload
 * @param rate messages a second, all publishers together
 * @param publishers how many send
 * @param subscribers how many receive; with request and reply those who serve
 * @param layer what they use
 * @param varied of these, what the scenario varies, by the name of the setting, in order
 */
public record Point(
    int size,
    double rate,
    int publishers,
    int subscribers,
    Layer layer,
    Map<String, String> varied) {

  /**
   * The same at another rate.
   *
   * @param other messages a second
   * @return the point
   */
  public Point at(double other) {
    return new Point(size, other, publishers, subscribers, layer, varied);
  }
}
