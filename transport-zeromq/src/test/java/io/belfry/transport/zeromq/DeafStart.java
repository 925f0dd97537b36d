package io.belfry.transport.zeromq;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A way to a port that swallows the first connection and forwards all others. */
final class DeafStart implements AutoCloseable {

  private final int target;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "tck-deaf-start");
    thread.setDaemon(true);
    return thread;
  });

  DeafStart(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      sockets.add(entrance.accept()); // It is never read, and never answered.
      while (true) {
        Socket client = entrance.accept();
        Socket server = new Socket(entrance.getInetAddress(), target);
        sockets.add(client);
        sockets.add(server);
        threads.execute(() -> forward(client, server));
        threads.execute(() -> forward(server, client));
      }
    } catch (IOException | RejectedExecutionException e) {
      // The way was closed.
    }
  }

  private static void forward(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // One end has gone.
    }
  }
}
