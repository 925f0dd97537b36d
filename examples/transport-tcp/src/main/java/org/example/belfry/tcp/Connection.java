package org.example.belfry.tcp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One TCP connection after the greeting, on either side: a thread that reads and one that writes.
 * Whatever ends it, the reading thread notices, and cleans up. Safe for any thread.
 */
final class Connection {

  private static final int OUTBOX_BYTES = 8 << 20;
  private static final int BUFFER = 1 << 16;

  private final Socket socket;
  private final TcpConfig config;
  private final Duration patience;
  private final Outbox outbox = new Outbox(OUTBOX_BYTES);
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Makes a connection of a socket; nothing is read or written yet.
   *
   * @param patience how long a send waits for room
   */
  Connection(Socket socket, TcpConfig config, Duration patience) {
    this.socket = socket;
    this.config = config;
    this.patience = patience;
  }

  /** Starts to write what is sent, and a heartbeat where there is nothing to send. */
  void startWriting(String threadName) {
    daemon(threadName, this::write).start();
  }

  /**
   * Reads until the connection ends, for whatever reason.
   *
   * @param receiver gets each frame, and must not take its time; what it throws ends the connection
   * @param atEnd is told why it has ended, when nothing more will come
   */
  void read(Consumer<Frame> receiver, Consumer<String> atEnd) {
    String why = readToEnd(receiver);
    abort();
    try {
      atEnd.accept(why);
    } finally {
      ended.countDown();
    }
  }

  /**
   * Sends a frame, and waits for room.
   *
   * @return whether it was taken: false if there was no room in time, or the connection has ended
   */
  boolean send(byte[] frame) {
    return outbox.put(frame, patience);
  }

  /**
   * Sends a frame that the other side must get, without waiting: where there is no room even in the
   * reserve, the connection ends, so that both sides begin anew.
   *
   * @return whether it was taken
   */
  boolean offer(Frame frame) {
    boolean isTaken = outbox.offer(frame.encode());
    if (!isTaken && !hasEnded()) {
      abort();
    }
    return isTaken;
  }

  /** Whether nothing more can be sent. */
  boolean hasEnded() {
    return outbox.isClosed();
  }

  /** Ends the connection at once. */
  void abort() {
    outbox.close();
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody waits for it.
    }
  }

  /** Takes nothing more to send. When all is written, the other side learns that this was all. */
  void finish() {
    outbox.close();
  }

  /**
   * Waits until the other side has ended the connection, too, and ends it if that does not come.
   */
  void awaitEnd(long deadline) {
    try {
      ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    abort();
  }

  private String readToEnd(Consumer<Frame> receiver) {
    try {
      socket.setSoTimeout(Math.toIntExact(config.heartbeatTimeout().toMillis()));
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
      while (true) {
        Frame frame = Frame.read(in);
        if (frame.kind() != Kind.HEARTBEAT) {
          receiver.accept(frame);
        }
      }
    } catch (EOFException e) {
      return "the other side has closed the connection.";
    } catch (SocketTimeoutException e) {
      return "the other side was silent for " + config.heartbeatTimeout().toMillis() + " ms.";
    } catch (IOException | RuntimeException e) {
      return "the connection has failed (" + e + ").";
    }
  }

  private void write() {
    byte[] heartbeat = Frame.HEARTBEAT.encode();
    try {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
      while (!outbox.isClosed() || !outbox.isEmpty()) {
        Optional<byte[]> next = outbox.take(config.heartbeat());
        out.write(next.orElse(heartbeat));
        if (outbox.isEmpty()) {
          out.flush(); // What has gathered travels together.
        }
      }
      socket.shutdownOutput();
    } catch (IOException | InterruptedException e) {
      abort();
    }
  }

  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
