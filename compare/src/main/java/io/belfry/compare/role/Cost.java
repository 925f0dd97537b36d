package io.belfry.compare.role;

/**
 * What a process has spent while messages flowed.
 *
 * @param cpuNanos the time of all its processors
 * @param allocated bytes, by the threads that live at the end
 * @param heap the bytes that are in use, after a collection
 */
public record Cost(long cpuNanos, long allocated, long heap) {

  /** Nothing. */
  public static final Cost NONE = new Cost(0, 0, 0);

  /**
   * Both together.
   *
   * @param other of another process
   * @return the sum
   */
  public Cost plus(Cost other) {
    return new Cost(cpuNanos + other.cpuNanos, allocated + other.allocated, heap + other.heap);
  }
}
