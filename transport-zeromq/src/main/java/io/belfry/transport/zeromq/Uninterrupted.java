package io.belfry.transport.zeromq;

import org.jspecify.annotations.Nullable;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;

/**
 * Calls into the library that hide a pending interrupt from it: it would take the interrupt for its
 * own, swallow it, and give up in the middle.
 */
final class Uninterrupted {

  private Uninterrupted() {}

  static boolean send(SocketBase socket, Msg message, int flags) {
    boolean interrupted = Thread.interrupted();
    boolean sent = socket.send(message, flags);
    while (!sent && socket.errno() == ZError.EINTR) {
      interrupted = true;
      sent = socket.send(message, flags);
    }
    restore(interrupted);
    return sent;
  }

  static @Nullable Msg receive(SocketBase socket, int flags) {
    boolean interrupted = Thread.interrupted();
    Msg message = socket.recv(flags);
    while (message == null && socket.errno() == ZError.EINTR) {
      interrupted = true;
      message = socket.recv(flags);
    }
    restore(interrupted);
    return message;
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
