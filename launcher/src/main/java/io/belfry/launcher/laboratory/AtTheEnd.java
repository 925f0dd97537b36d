package io.belfry.launcher.laboratory;

/**
 * Has something closed also when this process is asked to end in the middle of a comparison, so
 * that no files are left.
 */
final class AtTheEnd implements AutoCloseable {

  private final Thread hook;

  private AtTheEnd(Thread hook) {
    this.hook = hook;
  }

  /** Something whose second close does nothing, and which closes this, too. */
  static AtTheEnd close(Closing thing) {
    Thread hook = new Thread(thing::close, "belfry-lab-end");
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtTheEnd(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The end has begun, and this is part of it.
    }
  }

  /** What is to be done. */
  @FunctionalInterface
  interface Closing {
    void close();
  }
}
