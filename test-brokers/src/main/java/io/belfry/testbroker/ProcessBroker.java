package io.belfry.testbroker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** A broker that is a program of its own beside this one. */
public final class ProcessBroker implements ControlledBroker, Freezable {

  private static final int TRIES = 3;

  private final Kind kind;
  private final Addresses addresses;
  private final TemporaryDirectory directory;
  private final ServerProcess process;

  private ProcessBroker(
      Kind kind, Addresses addresses, TemporaryDirectory directory, ServerProcess process) {
    this.kind = kind;
    this.addresses = addresses;
    this.directory = directory;
    this.process = process;
  }

  /** What a kind of broker needs to run. */
  interface Program {

    /** Writes its files, and says what the process is. */
    ServerProcess prepare(TemporaryDirectory directory, Addresses addresses) throws Exception;
  }

  /** Starts it, on other ports if somebody takes the chosen ones in the meantime. */
  static ProcessBroker start(Kind kind, Program program) throws Exception {
    for (int i = 1; ; i++) {
      try {
        return startOnce(kind, program);
      } catch (IOException e) {
        if (i == TRIES || !String.valueOf(e.getMessage()).contains("in use")) {
          throw e;
        }
      }
    }
  }

  private static ProcessBroker startOnce(Kind kind, Program program) throws Exception {
    Addresses addresses = Addresses.free(kind.protocols());
    TemporaryDirectory directory = TemporaryDirectory.named(kind.title());
    try {
      ServerProcess process = program.prepare(directory, addresses);
      process.start();
      return new ProcessBroker(kind, addresses, directory, process);
    } catch (Exception e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public InetSocketAddress at(Protocol protocol) {
    return addresses.at(protocol);
  }

  /** The process, while it runs. */
  synchronized Optional<ProcessHandle> handle() {
    return process.handle();
  }

  /** Where it has its files. */
  Path files() {
    return directory.path();
  }

  @Override
  public synchronized void start() throws Exception {
    process.start();
  }

  @Override
  public synchronized void stop() throws Exception {
    process.stop();
  }

  @Override
  public synchronized void kill() throws Exception {
    process.kill();
  }

  @Override
  public synchronized void freeze() throws Exception {
    process.signal("STOP");
  }

  @Override
  public synchronized void thaw() throws Exception {
    process.signal("CONT");
  }

  @Override
  public synchronized void close() {
    try {
      process.kill();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
