package io.belfry.benchmark.zeromq;

import io.belfry.benchmark.wire.BreakdownException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A socket with a context, and so an I/O thread, of its own, as in a process of its own. */
final class Peer implements AutoCloseable {

  /** With 100 it is much slower; with 10,000 no faster that could be told from chance. */
  private static final int HIGH_WATER_MARK = 1_000;

  private static final int RECEIVE_TIMEOUT_MILLIS = 200;
  private static final int SEND_TIMEOUT_MILLIS = 5_000;

  /** A handshake may hang for ever; then it is begun again. */
  private static final int HANDSHAKE_MILLIS = 300;

  private static final int CONNECT_SECONDS = 5;
  private static final int CLOSE_MILLIS = 2_000;

  private final ZMQ.Context context = ZMQ.context(1);
  private final CountDownLatch connections;
  private final ZMQ.Socket socket;

  private Peer(SocketType type, int connections) {
    this.connections = new CountDownLatch(connections);
    socket = context.socket(type);
    socket.setHWM(HIGH_WATER_MARK);
    socket.setLinger(0);
    socket.setHandshakeIvl(HANDSHAKE_MILLIS);
    socket.setReceiveTimeOut(RECEIVE_TIMEOUT_MILLIS);
    socket.setSendTimeOut(SEND_TIMEOUT_MILLIS);
    socket.setEventHook(event -> this.connections.countDown(), ZMQ.EVENT_HANDSHAKE_PROTOCOL);
  }

  /** A bound socket that expects a number of connections. */
  static Peer bound(SocketType type, int connections) {
    Peer peer = new Peer(type, connections);
    if (type == SocketType.XPUB) {
      peer.socket.setXpubNoDrop(true);
      peer.socket.setXpubVerbose(true); // tells of each subscriber, though all want the same
    }
    peer.socket.bind("tcp://127.0.0.1:*");
    return peer;
  }

  /** A socket, other than a subscriber, connected to a bound one. */
  static Peer connected(SocketType type, Peer to) {
    Peer peer = new Peer(type, 1);
    peer.socket.connect(to.socket.getLastEndpoint());
    return peer;
  }

  /** A subscriber connected to a bound publisher. */
  static Peer subscribed(byte[] prefix, Peer to) {
    Peer peer = new Peer(SocketType.SUB, 1);
    peer.socket.subscribe(prefix);
    peer.socket.connect(to.socket.getLastEndpoint());
    return peer;
  }

  ZMQ.Socket socket() {
    return socket;
  }

  void awaitConnections() {
    try {
      if (!connections.await(CONNECT_SECONDS, TimeUnit.SECONDS)) {
        throw new BreakdownException("Not all peers connected within " + CONNECT_SECONDS + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BreakdownException(e);
    }
  }

  /**
   * To be called by the thread that uses the socket, or after it has ended. The library may wait
   * for ever here, if one of its own signals got lost; then its threads are left behind.
   */
  @Override
  public void close() {
    socket.close();
    Thread ending = new Thread(context::term, "end of a raw context");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
