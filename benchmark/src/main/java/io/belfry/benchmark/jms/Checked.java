package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.BreakdownException;
import jakarta.jms.JMSException;

/** Calls of JMS, all of which may fail. */
final class Checked {

  /** A call with a result. */
  @FunctionalInterface
  interface Call<T> {
    T get() throws JMSException;
  }

  /** A call without one. */
  @FunctionalInterface
  interface Step {
    void run() throws JMSException;
  }

  private Checked() {}

  static <T> T get(Call<T> call) {
    try {
      return call.get();
    } catch (JMSException e) {
      throw new BreakdownException(e);
    }
  }

  static void run(Step step) {
    try {
      step.run();
    } catch (JMSException e) {
      throw new BreakdownException(e);
    }
  }
}
