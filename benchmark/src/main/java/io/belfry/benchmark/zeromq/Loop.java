package io.belfry.benchmark.zeromq;

import org.zeromq.ZMQ;

/** A thread that reads from a socket, which it owns, until it is closed. */
final class Loop implements AutoCloseable {

  /** What is done with what arrives. */
  @FunctionalInterface
  interface Reader {
    void read(ZMQ.Socket socket, byte[] frame);
  }

  private final Peer peer;
  private final Reader reader;
  private final Thread thread;
  private volatile boolean closed;

  private Loop(String name, Peer peer, Reader reader) {
    this.peer = peer;
    this.reader = reader;
    this.thread = new Thread(this::run, name);
  }

  static Loop start(String name, Peer peer, Reader reader) {
    Loop loop = new Loop(name, peer, reader);
    loop.thread.setDaemon(true);
    loop.thread.start();
    return loop;
  }

  private void run() {
    ZMQ.Socket socket = peer.socket();
    while (!closed) {
      byte[] frame = socket.recv();
      if (frame != null) {
        reader.read(socket, frame);
      }
    }
    peer.close();
  }

  /** Tells the thread to end. */
  void end() {
    closed = true;
  }

  /** Ends the thread and waits for it. */
  @Override
  public void close() {
    end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
