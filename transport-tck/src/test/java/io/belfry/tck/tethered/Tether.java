package io.belfry.tck.tethered;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The spoke's end of a TCP connection to the hub, with a heart that beats. Once torn, it stays so.
 */
final class Tether implements AutoCloseable {

  private static final int BEAT_MILLIS = 50;

  private final Socket socket = new Socket();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tether-heart");
        thread.setDaemon(true);
        return thread;
      });
  private final CompletableFuture<Void> torn = new CompletableFuture<>();
  private volatile boolean isUp = true;

  /** Connects, and waits for the first answer. A time-out of 0 never ends. */
  Tether(InetSocketAddress hub, int timeoutMillis) throws IOException {
    try {
      socket.connect(hub, timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      carry(new byte[0]);
    } catch (IOException e) {
      close();
      throw e;
    }
    heart.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  boolean isUp() {
    return isUp;
  }

  /** Completes when it is torn. */
  CompletionStage<Void> torn() {
    return torn;
  }

  /** Sends the bytes to the hub and waits for its answer. */
  synchronized void carry(byte[] bytes) throws IOException {
    try {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(frame);
      out.writeInt(bytes.length);
      out.write(bytes);
      socket.getOutputStream().write(frame.toByteArray());
      if (socket.getInputStream().read() < 0) {
        throw new IOException("The hub has gone.");
      }
    } catch (IOException e) {
      isUp = false;
      torn.complete(null);
      socket.close();
      throw e;
    }
  }

  @Override
  public void close() {
    isUp = false;
    heart.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void beat() {
    try {
      carry(new byte[0]);
    } catch (IOException e) {
      heart.shutdown();
    }
  }
}
