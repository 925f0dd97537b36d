package io.belfry.launcher.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes TCP connections on to an address, until it is cut. It holds nothing back: small packets go
 * at once, as they came.
 */
final class Relay implements AutoCloseable {

  private static final int CHUNK = 65_536;

  private final InetSocketAddress target;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  private Relay(InetSocketAddress target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  }

  static Relay to(InetSocketAddress target) throws IOException {
    Relay relay = new Relay(target);
    start("accept", relay::accept);
    return relay;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(entrance.getInetAddress(), entrance.getLocalPort());
  }

  void cut() {
    isCut = true;
    sockets.forEach(this::reset);
  }

  void mend() {
    isCut = false;
  }

  @Override
  public void close() {
    isCut = true;
    closeQuietly(entrance);
    sockets.forEach(this::reset);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        start("connect", () -> connect(client));
      }
    } catch (IOException e) {
      // The relay was closed.
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    sockets.add(client);
    sockets.add(server);
    try {
      server.connect(new InetSocketAddress(target.getHostString(), target.getPort()));
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      if (!isCut) { // A cut that comes later finds both sockets.
        start("back", () -> pump(server, client));
        pump(client, server);
      }
    } catch (IOException e) {
      // Nobody is there, or it was cut just now.
    }
    reset(client);
    reset(server);
  }

  private void pump(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int size = in.read(chunk); size >= 0; size = in.read(chunk)) {
        out.write(chunk, 0, size);
      }
    } catch (IOException e) {
      // One end has gone, or it was cut.
    }
    end(from);
    end(to);
  }

  /** What was passed on already still arrives. */
  private void end(Socket socket) {
    sockets.remove(socket);
    closeQuietly(socket);
  }

  /** The other side learns at once that nothing more comes, and loses what it has not read. */
  private void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It was closed already.
    }
    end(socket);
  }

  private static void start(String purpose, Runnable work) {
    Thread thread = new Thread(work, "belfry-lab-relay-" + purpose);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      // It was closed already; nobody waits for it.
    }
  }
}
