package io.belfry.launcher.laboratory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM beside this one, with a program of ours that ends with its input. */
final class Child implements Living {

  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts it; returns when it is ready.
   *
   * @param what it is, to be told of
   * @param program has a method main that runs an {@link Errand}
   * @param heap how much memory it may have for objects, such as {@code 512m}
   * @param log where its errors go
   * @throws IllegalStateException with one sentence, if it does not become ready
   */
  static Child start(String what, Class<?> program, String heap, Order order, Path log) {
    try {
      Child child = new Child(new ProcessBuilder(Jvm.command(program, heap))
          .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start());
      child.begin(what, order, log);
      return child;
    } catch (IOException e) {
      throw new IllegalStateException(what + " can't be started: " + e.getMessage(), e);
    }
  }

  private void begin(String what, Order order, Path log) throws IOException {
    Thread ear = new Thread(this::listen, "belfry-lab-ear-" + process.pid());
    ear.setDaemon(true);
    ear.start();
    try {
      tell(order);
      if (ready.get(START.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It is told below.
    }
    kill();
    throw new IllegalStateException(what + " did not start: " + Words.last(log));
  }

  private void tell(Order order) throws IOException {
    try {
      OutputStream input = process.getOutputStream();
      input.write((order.written() + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      } // Or else it has said why it has ended.
    }
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals(Errand.READY)) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      // It has ended.
    }
    ready.complete(false);
  }

  @Override
  public long id() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void kill() {
    Living.kill(process);
  }
}
