package org.example.belfry.tcp;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Listens, and has a thread for each spoke that comes. */
final class Hub implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Hub.class.getName());
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final TcpConfig config;
  private final ServerSocket entrance;
  private final Thread acceptor = Connection.daemon("tcp-hub", this::accept);
  private final Exchange exchange;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private Hub(TcpConfig config, ServerSocket entrance) {
    this.config = config;
    this.entrance = entrance;
    this.exchange = new Exchange(config.queueBound());
  }

  /**
   * Begins to listen, on the loopback only: whoever can connect can take part.
   *
   * @throws TransportException with {@code CONFIGURATION}, if that can't be done there
   */
  static Hub open(TcpConfig config) {
    if (!config.endpoint().isLoopback()) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The endpoint '" + config.endpoint() + "' can be reached from other machines, and this"
              + " transport can't tell friend from stranger; use 127.0.0.1.");
    }
    Hub hub = new Hub(config, listen(config.endpoint()));
    hub.acceptor.start();
    return hub;
  }

  /** Ends in good order: what was sent to a spoke reaches it first, if it reads. */
  @Override
  public void close() {
    close(entrance);
    awaitFreePort();
    long deadline = System.nanoTime() + config.closeTimeout().toNanos();
    exchange.peers().forEach(Peer::finish);
    exchange.peers().forEach(peer -> peer.awaitEnd(deadline));
    sockets.forEach(Hub::close); // Those that have not greeted yet.
  }

  private static ServerSocket listen(Endpoint endpoint) {
    try {
      ServerSocket entrance = new ServerSocket();
      try {
        entrance.bind(endpoint.address());
        return entrance;
      } catch (IOException e) {
        entrance.close();
        throw e;
      }
    } catch (IOException e) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The hub can't listen at " + endpoint + " (" + e.getMessage() + "); choose another"
              + " 'endpoint', or end what listens there.",
          e);
    }
  }

  /** While a thread accepts, the address stays taken. */
  private void awaitFreePort() {
    try {
      acceptor.join(config.closeTimeout().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket socket = entrance.accept();
        Connection.daemon("tcp-hub-reader", () -> attend(socket)).start();
      } catch (IOException e) {
        pauseUnlessClosed(e);
      }
    }
  }

  /** Where there are too many open files, there will not be fewer at once. */
  private void pauseUnlessClosed(IOException trouble) {
    if (!entrance.isClosed()) {
      LOG.log(Level.WARNING, "Nobody is let in for now", trouble);
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** From the first byte to the last. */
  private void attend(Socket socket) {
    sockets.add(socket);
    try (socket) {
      if (entrance.isClosed()) {
        return; // Closed meanwhile, by another thread, which may have missed this one.
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(config.heartbeatTimeout().toMillis()));
      Greeting.ofHub(socket);
      serve(new Connection(socket, config, config.slowPeerPatience()));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, () -> "A stranger was turned away: " + e.getMessage());
    } finally {
      sockets.remove(socket);
    }
  }

  private void serve(Connection connection) {
    Peer peer = exchange.admit(connection);
    connection.send(Greeting.bytes()); // The spoke is let in: by now the hub is ready for it.
    connection.startWriting("tcp-hub-writer");
    connection.read(peer::receive, why -> {
      exchange.dismiss(peer);
      LOG.log(Level.DEBUG, () -> "A spoke has gone: " + why);
    });
  }

  private static void close(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      // Nobody waits for it.
    }
  }
}
