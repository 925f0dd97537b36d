package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.BreakdownException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection to the server on this machine. Nothing of it outlives the selector's thread. */
final class Place implements AutoCloseable {

  private static final int FIRST_ROOM = 16 << 10;

  private final SocketChannel channel;
  private ByteBuffer in = ByteBuffer.allocate(FIRST_ROOM);

  Place(int port) throws IOException {
    this.channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** From now on the selector tells when something has come. */
  void register(Selector selector, Guest guest) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, guest);
  }

  /** Sends it all; what browsers say is short, so that the system always has room for it. */
  void send(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new BreakdownException(e);
    }
  }

  void send(String text) {
    send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Has the guest take what has come; what it leaves is there again the next time. */
  void receive(Guest guest) throws IOException {
    if (channel.read(in) < 0) {
      throw new BreakdownException("The server has closed the connection of a client.");
    }
    in.flip();
    guest.take(in);
    in.compact();
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
