package io.belfry.torture.stage;

import io.belfry.torture.cast.Instructions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;

/** A process that can be killed, and started again to do the same. */
final class Part implements AutoCloseable {

  private static final String READY = "ready";

  private final String name;
  private final Class<?> program;
  private final LongFunction<Instructions> instructions;
  private final Path logs;
  private Optional<Child> child = Optional.empty();
  private long starts;
  private boolean isMeantToRun;

  /** The instructions are made anew for each start, by its number. */
  Part(String name, Class<?> program, LongFunction<Instructions> instructions, Path logs) {
    this.name = name;
    this.program = program;
    this.instructions = instructions;
    this.logs = logs;
  }

  String name() {
    return name;
  }

  void start() throws IOException {
    isMeantToRun = true;
    child = Optional.of(Child.start(
        name, program, instructions.apply(starts++).arguments(), logs.resolve(name + ".log")));
  }

  void kill() throws InterruptedException {
    isMeantToRun = false;
    if (child.isPresent()) {
      child.get().kill();
    }
  }

  /** Whether it ended by itself. */
  boolean hasDied() {
    return isMeantToRun && child.filter(Child::isAlive).isEmpty();
  }

  /** Whether it was there before it ended. */
  boolean wasReady() {
    return child.filter(running -> running.hasSaid(READY)).isPresent();
  }

  boolean isReady() {
    return isMeantToRun && child.filter(Child::isAlive).isPresent() && wasReady();
  }

  Child child() {
    return child.orElseThrow();
  }

  /** It may end from now on. */
  void release() {
    isMeantToRun = false;
  }

  @Override
  public void close() {
    isMeantToRun = false;
    child.ifPresent(Child::close);
  }
}
