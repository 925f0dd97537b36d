package io.belfry.launcher.contract;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import java.util.function.Supplier;

/**
 * The contract as JUnit finds it. JUnit makes its objects by itself and hands nothing over, so the
 * beds come from a place that both know; there is one run at a time.
 */
final class InstalledContract extends TransportContract {

  private static volatile Supplier<TestBed> its = InstalledContract::none;

  static void with(Supplier<TestBed> beds) {
    its = beds;
  }

  static void withNone() {
    its = InstalledContract::none;
  }

  @Override
  protected TestBed testBed() {
    return its.get();
  }

  private static TestBed none() {
    throw new IllegalStateException("No transport is put to the contract now.");
  }
}
