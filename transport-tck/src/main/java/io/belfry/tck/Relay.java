package io.belfry.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A TCP proxy on the loopback: two threads for each connection, one for each direction. */
final class Relay implements AutoCloseable {

  /** What becomes of bytes and connections. */
  enum Passage {
    FORWARDED,
    SWALLOWED,
    REFUSED
  }

  private static final int CHUNK = 16_384;

  private final InetSocketAddress target;
  private final ServerSocket entrance;
  private final Tap tap = new Tap();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Footprint.testThreads("tck-relay"));
  private volatile Passage passage = Passage.FORWARDED;

  Relay(InetSocketAddress target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(entrance.getInetAddress(), entrance.getLocalPort());
  }

  Tap tap() {
    return tap;
  }

  void let(Passage what) {
    passage = what;
  }

  void cut() {
    sockets.forEach(Relay::closeQuietly);
    sockets.clear();
  }

  @Override
  public void close() {
    passage = Passage.REFUSED;
    closeQuietly(entrance);
    cut();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        connect(entrance.accept());
      }
    } catch (IOException e) {
      // The relay was closed.
    }
  }

  private void connect(Socket client) {
    sockets.add(client);
    Socket server = new Socket();
    sockets.add(server);
    try {
      if (passage == Passage.REFUSED) {
        throw new IOException("refused");
      }
      server.connect(target);
      threads.execute(() -> pump(client, server));
      threads.execute(() -> pump(server, client));
    } catch (IOException | RejectedExecutionException e) {
      end(client, server);
    }
  }

  private void pump(Socket from, Socket to) {
    ByteArrayOutputStream heard = tap.stream();
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int size = in.read(chunk); size >= 0; size = in.read(chunk)) {
        if (passage == Passage.SWALLOWED) {
          new CountDownLatch(1).await(); // Until the relay is closed, while the buffers fill.
        }
        heard.write(chunk, 0, size);
        out.write(chunk, 0, size);
      }
    } catch (IOException | InterruptedException e) {
      // One end has gone, or the relay was closed.
    }
    end(from, to);
  }

  private void end(Socket one, Socket other) {
    closeQuietly(one);
    closeQuietly(other);
    sockets.remove(one);
    sockets.remove(other);
  }

  private static void closeQuietly(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      // It was closed already; nobody waits for it.
    }
  }
}
