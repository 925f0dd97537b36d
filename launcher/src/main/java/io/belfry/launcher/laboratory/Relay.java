package io.belfry.launcher.laboratory;

import io.belfry.tck.FreePorts;
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
 * Passes TCP connections on to an address. It holds nothing back: small packets go at once, as they
 * came. While it is cut, nobody listens: whoever was let in, and then shown out, would wait for an
 * answer.
 */
public final class Relay implements AutoCloseable {

  private static final int CHUNK = 65_536;

  private final InetSocketAddress target;
  private final InetSocketAddress address;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket entrance;
  private volatile boolean isCut;

  private Relay(InetSocketAddress target) throws IOException {
    this.target = target;
    // One that nobody is given meanwhile, while it is cut.
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.one());
    this.entrance = opened();
  }

  /**
   * Begins to pass on.
   *
   * @param target where to
   * @return the relay
   * @throws IOException if it finds no port
   */
  public static Relay to(InetSocketAddress target) throws IOException {
    return new Relay(target);
  }

  /**
   * Where it listens.
   *
   * @return the address, which stays the same
   */
  public InetSocketAddress address() {
    return address;
  }

  /** Resets every connection; until it is mended, nobody listens. */
  public synchronized void cut() {
    isCut = true;
    closeQuietly(entrance);
    sockets.forEach(this::reset);
  }

  /**
   * Lets connections through again.
   *
   * @throws IOException if the port can't be had any more
   */
  public synchronized void mend() throws IOException {
    if (isCut) {
      isCut = false;
      entrance = opened();
    }
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket opened() throws IOException {
    ServerSocket listening =
        new ServerSocket(address.getPort(), 0, InetAddress.getLoopbackAddress());
    start("accept", () -> accept(listening));
    return listening;
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket client = listening.accept();
        start("connect", () -> connect(client));
      }
    } catch (IOException e) {
      // It was cut.
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
