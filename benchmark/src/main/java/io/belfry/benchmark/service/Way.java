package io.belfry.benchmark.service;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How publishers and subscribers reach the service.
 *
 * @param name what it is called
 * @param lines makes a place to meet, if there is a wire between
 */
record Way(String name, Optional<Supplier<Line>> lines) {

  /** Without anything between. */
  static final Way IN_PROCESS = new Way("belfry in process", Optional.empty());

  static Way over(String transport, Supplier<Line> lines) {
    return new Way("belfry over " + transport, Optional.of(lines));
  }
}
