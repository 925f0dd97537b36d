package io.belfry.transport.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Optional;

/**
 * What comes from a socket, acknowledged by the kernel at once, where it can be told to. A broker
 * that leaves Nagle's algorithm on, as Mosquitto does, holds back a small packet until the one
 * before is acknowledged, and the kernel takes its time for that if there is nothing to send: 40 ms
 * for every reply.
 */
final class PromptInput extends FilterInputStream {

  private static final String QUICK_ACK = "TCP_QUICKACK";

  private final Socket socket;
  private final Optional<SocketOption<Boolean>> quickAck;

  /**
   * Makes a stream.
   *
   * @param in what is read
   * @param socket where it comes from, be it through TLS
   */
  PromptInput(InputStream in, Socket socket) {
    super(in);
    this.socket = socket;
    this.quickAck = quickAck(socket);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (quickAck.isPresent()) {
      socket.setOption(quickAck.get(), true); // The kernel forgets it after a while.
    }
    return count;
  }

  @SuppressWarnings("unchecked") // That is the type of the option with this name.
  private static Optional<SocketOption<Boolean>> quickAck(Socket socket) {
    return socket.supportedOptions().stream()
        .filter(option -> option.name().equals(QUICK_ACK))
        .map(option -> (SocketOption<Boolean>) option)
        .findFirst();
  }
}
