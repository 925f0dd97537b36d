package io.belfry.compare.report;

import io.belfry.compare.result.Run.Slice;
import java.util.ArrayList;
import java.util.List;

/** Slices of a timeline, put together where there are too many. */
final class Slices {

  private Slices() {}

  /** As many neighbours together as it takes to have no more than so many. */
  static List<Slice> atMost(int most, List<Slice> slices) {
    int step = Math.max(1, (slices.size() + most - 1) / most);
    List<Slice> merged = new ArrayList<>();
    for (int from = 0; from < slices.size(); from += step) {
      merged.add(together(slices.subList(from, Math.min(slices.size(), from + step))));
    }
    return merged;
  }

  private static Slice together(List<Slice> slices) {
    return new Slice(
        slices.get(0).at(),
        slices.stream().mapToLong(Slice::sent).sum(),
        slices.stream().mapToLong(Slice::received).sum(),
        slices.stream().mapToLong(Slice::slowest).max().orElse(0));
  }

  /** How long one lasts, in milliseconds. */
  static long width(List<Slice> slices) {
    return slices.size() < 2
        ? 1
        : Math.max(1, slices.get(1).at() - slices.get(0).at());
  }
}
