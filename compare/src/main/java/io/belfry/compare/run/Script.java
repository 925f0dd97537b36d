package io.belfry.compare.run;

import io.belfry.compare.result.Run.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What is to happen when, and when it has happened. */
final class Script {

  /** Something that has happened, and when, in nanoseconds since the first message was due. */
  private record Happened(long at, String what) {}

  private record Step(long at, String what, Runnable deed, boolean isMarkedAfterwards) {}

  private final Deque<Step> steps = new ArrayDeque<>();
  private final List<Happened> happened = new ArrayList<>();

  /** Adds something that counts from its beginning. Steps are added in their order. */
  Script at(long nanos, String what, Runnable deed) {
    steps.add(new Step(nanos, what, deed, false));
    return this;
  }

  /** Adds something that counts from its end: when it is whole again. */
  Script until(long nanos, String what, Runnable deed) {
    steps.add(new Step(nanos, what, deed, true));
    return this;
  }

  boolean isOver() {
    return steps.isEmpty();
  }

  /** Does what is due. */
  void play(long start) {
    while (!steps.isEmpty() && System.nanoTime() - start >= steps.element().at()) {
      Step step = steps.remove();
      long begun = System.nanoTime();
      step.deed().run();
      long at = step.isMarkedAfterwards() ? System.nanoTime() : begun;
      happened.add(new Happened(at - start, step.what()));
    }
  }

  /** When the last thing was whole again; nothing if nothing was broken. */
  OptionalLong whole() {
    return happened.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(happened.get(happened.size() - 1).at());
  }

  List<Mark> marks() {
    return happened.stream()
        .map(each -> new Mark(TimeUnit.NANOSECONDS.toMillis(each.at()), each.what()))
        .toList();
  }
}
