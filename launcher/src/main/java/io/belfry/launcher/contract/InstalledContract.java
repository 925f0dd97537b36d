package io.belfry.launcher.contract;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The contract as JUnit finds it. JUnit makes its objects by itself and hands nothing over, so the
 * beds come from a place that both know; there is one run at a time.
 */
final class InstalledContract extends TransportContract {

  private static final AtomicReference<Supplier<TestBed>> BEDS =
      new AtomicReference<>(InstalledContract::none);

  static void with(Supplier<TestBed> beds) {
    BEDS.set(beds);
  }

  static void withNone() {
    BEDS.set(InstalledContract::none);
  }

  @Override
  protected TestBed testBed() {
    return BEDS.get().get();
  }

  private static TestBed none() {
    throw new IllegalStateException("No transport is put to the contract now.");
  }
}
