package io.belfry.transport.zeromq;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * Makes sockets that survive what a network and a stranger can do to them. Most options count only
 * when they are set before the socket is bound or connected, so all are set here.
 */
final class SocketFactory {

  /**
   * A fresh connection's handshake hangs now and then; the library's own patience is 30 seconds.
   */
  private static final int HANDSHAKE_MILLIS = 300;

  /** With keys, each step of it has something to compute. */
  private static final int CURVE_HANDSHAKE_MILLIS = 1_000;

  private static final int RECONNECT_MILLIS = 50;
  private static final int RECONNECT_MAX_MILLIS = 1_000;
  private static final int UNBOUNDED = 0;
  private static final long FIRST_IO_THREAD = 1;
  private static final long SECOND_IO_THREAD = 2;

  /**
   * To a publisher only subscriptions come. The library keeps them in a tree that is as deep as
   * they are long, and walks it by recursion, so that a huge one would end the thread that does.
   */
  private static final long MAX_SUBSCRIPTION = 1_024;

  private final ZContext context;
  private final ZeroMqConfig config;
  private final Optional<Curve> curve;
  private final Channels channels;
  private final Queue<ZMQ.Socket> connected = new ConcurrentLinkedQueue<>();

  SocketFactory(ZContext context, ZeroMqConfig config, Optional<Curve> curve, Channels channels) {
    this.context = context;
    this.config = config;
    this.curve = curve;
    this.channels = channels;
  }

  /** A socket that others connect to. */
  ZMQ.Socket bound(SocketType type, String endpoint) {
    ZMQ.Socket socket = prepared(type);
    curve.ifPresent(keys -> keys.applyAsServer(socket));
    if (type == SocketType.XPUB) {
      watchOver(socket);
    }
    try {
      socket.setIPv6(endpoint.contains("["));
      socket.bind(endpoint);
    } catch (ZMQException | ZError.IOException e) {
      socket.close();
      throw cannotBind(endpoint, e);
    }
    return socket;
  }

  /**
   * Subscribers never answer, so that one that has vanished is noticed by ZeroMQ's own heartbeats
   * alone. All other connections prove themselves by what is said on them, which costs less: with
   * heartbeats, the library sorts its timers on every turn of its thread. Hence a thread of its
   * own.
   */
  private void watchOver(ZMQ.Socket socket) {
    socket.setAffinity(SECOND_IO_THREAD);
    socket.setHeartbeatIvl((int) config.heartbeat().toMillis());
    socket.setHeartbeatTimeout((int) config.heartbeatTimeout().toMillis());
    socket.setHeartbeatTtl((int) config.heartbeatTimeout().toMillis());
  }

  /** A socket that connects, now and whenever the connection is lost. */
  ZMQ.Socket connected(SocketType type, String endpoint) {
    ZMQ.Socket socket = prepared(type);
    curve.ifPresent(keys -> keys.applyAsClient(socket));
    try {
      socket.setIPv6(endpoint.contains("["));
      socket.connect(endpoint);
    } catch (ZMQException | IllegalArgumentException e) {
      socket.close();
      throw new TransportException(
          Category.CONFIGURATION,
          "Can't connect to '" + endpoint + "': " + e.getMessage() + ".",
          e);
    }
    connected.add(socket);
    return socket;
  }

  /** What waits for a connection need not wait any longer, when the sockets are closed. */
  void forgetWhatWaits() {
    connected.forEach(socket -> socket.setLinger(0));
  }

  /** The socket that the library asks who may come in. */
  ZMQ.Socket gatekeeper() {
    ZMQ.Socket socket = context.createSocket(SocketType.ROUTER);
    socket.bind("inproc://zeromq.zap.01");
    return socket;
  }

  private ZMQ.Socket prepared(SocketType type) {
    ZMQ.Socket socket = context.createSocket(type);
    channels.watch(socket);
    socket.setAffinity(FIRST_IO_THREAD);
    long maxFrame = type == SocketType.XPUB
        ? MAX_SUBSCRIPTION
        : (long) config.maxPayload() + Frames.MAX_OVERHEAD;
    socket.setMaxMsgSize(maxFrame);
    socket.setMsgAllocator(new SafeAllocator(maxFrame));
    socket.setHandshakeIvl(curve.isPresent() ? CURVE_HANDSHAKE_MILLIS : HANDSHAKE_MILLIS);
    socket.setReconnectIVL(RECONNECT_MILLIS);
    socket.setReconnectIVLMax(RECONNECT_MAX_MILLIS);
    socket.setLinger((int) config.closeTimeout().toMillis());
    // A message that the library has decrypted, and then finds no room for, it hands over encrypted
    // later on. So with keys there must always be room.
    socket.setRcvHWM(curve.isPresent() ? UNBOUNDED : config.highWaterMark());
    // What goes out through a router is bounded elsewhere: by credit, or by what was asked for.
    socket.setSndHWM(type == SocketType.ROUTER ? UNBOUNDED : config.highWaterMark());
    if (type == SocketType.ROUTER) {
      socket.setRouterMandatory(true);
    }
    return socket;
  }

  private static TransportException cannotBind(String endpoint, RuntimeException e) {
    boolean isTaken = e instanceof ZMQException error && error.getErrorCode() == ZError.EADDRINUSE;
    String reason =
        isTaken ? "it is in use; choose another, or end what uses it" : e.getMessage() + "";
    return new TransportException(
        Category.CONFIGURATION, "Can't bind '" + endpoint + "': " + reason + ".", e);
  }
}
