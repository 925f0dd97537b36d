package io.belfry.tck.tethered;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hub's end of all tethers: reads what comes, and answers each piece with one byte. */
final class Post implements AutoCloseable {

  private final ServerSocket entrance = new ServerSocket();
  private final Thread acceptor;
  private final Set<Socket> tethers = ConcurrentHashMap.newKeySet();

  Post(InetSocketAddress address) throws IOException {
    entrance.bind(address);
    acceptor = start(this::accept);
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket tether : tethers) {
        tether.close();
      }
      acceptor.join(); // Until then the address may still be taken.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket tether = entrance.accept();
        tethers.add(tether);
        start(() -> answer(tether));
      }
    } catch (IOException e) {
      // The hub was closed.
    }
  }

  private void answer(Socket tether) {
    try (tether) {
      DataInputStream in = new DataInputStream(tether.getInputStream());
      while (!entrance.isClosed()) {
        in.readNBytes(in.readInt());
        tether.getOutputStream().write(1);
      }
    } catch (IOException e) {
      // The spoke has gone.
    }
    tethers.remove(tether);
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "tether-post");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
