package io.belfry.transport.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;

/**
 * The network channels of a transport. When a socket is closed, the library may lose a race against
 * itself: the last acknowledgement is taken before it has been signalled, the I/O thread fails at
 * the signal, and the connection that it was about to close stays open. So whatever is left at the
 * end is closed here.
 */
final class Channels {

  private static final int OPENED = zmq.ZMQ.ZMQ_EVENT_CONNECTED | zmq.ZMQ.ZMQ_EVENT_ACCEPTED;

  private final Set<SelectableChannel> channels = ConcurrentHashMap.newKeySet();

  /** Takes note of each connection of a socket, on the library's thread. */
  void watch(ZMQ.Socket socket) {
    socket.setEventHook(this::opened, OPENED);
  }

  void closeAll() {
    channels.forEach(Channels::close);
    channels.clear();
  }

  private void opened(ZEvent event) {
    channels.removeIf(channel -> !channel.isOpen());
    if (event.getValue() instanceof SelectableChannel channel) {
      channels.add(channel);
    }
  }

  private static void close(SelectableChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
