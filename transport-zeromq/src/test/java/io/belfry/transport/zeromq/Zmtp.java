package io.belfry.transport.zeromq;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.zeromq.SocketType;

/** A TCP connection that speaks ZMTP by hand, so that it can say what no library would. */
final class Zmtp implements AutoCloseable {

  static final int FRAME = 0x02;
  static final int COMMAND = 0x06;

  private static final int GREETING = 64;
  private static final int TIME_LIMIT_MILLIS = 5_000;

  private final Socket socket;

  Zmtp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIME_LIMIT_MILLIS);
  }

  /** A connection on which the handshake of ZMTP 3 with the NULL mechanism is done. */
  static Zmtp greeted(int port, SocketType type) throws IOException {
    Zmtp peer = new Zmtp(port);
    peer.send(greeting("NULL"));
    peer.input().readFully(new byte[GREETING]);
    peer.send(ready(type));
    peer.skipFrame();
    return peer;
  }

  /** The greeting of ZMTP 3. */
  static byte[] greeting(String mechanism) {
    byte[] greeting = ByteBuffer.allocate(GREETING)
        .put((byte) 0xff)
        .position(9)
        .put((byte) 0x7f)
        .put((byte) 3)
        .put((byte) 0)
        .put(mechanism.getBytes(StandardCharsets.US_ASCII))
        .array();
    return greeting;
  }

  /** The greeting of ZMTP 2, and an empty identity. */
  static byte[] greetingOfZmtp2(SocketType type) {
    return ByteBuffer.allocate(14)
        .put((byte) 0xff)
        .position(9)
        .put((byte) 0x7f)
        .put((byte) 1)
        .put((byte) type.type())
        .array();
  }

  /** The start of ZMTP 1: an empty identity, and the long form of a length. */
  static byte[] lengthOfZmtp1(long length) {
    return ByteBuffer.allocate(11)
        .put(new byte[] {1, 0, (byte) 0xff})
        .putLong(length)
        .array();
  }

  /** A frame's first bytes: its flags and a length of eight bytes. */
  static byte[] length(int flags, long length) {
    return ByteBuffer.allocate(1 + Long.BYTES).put((byte) flags).putLong(length).array();
  }

  private static byte[] ready(SocketType type) {
    byte[] command = ascii("\5READY");
    byte[] name = ascii("\13Socket-Type");
    byte[] value = ascii(type.name());
    int size = command.length + name.length + Integer.BYTES + value.length;
    return ByteBuffer.allocate(2 + size)
        .put((byte) 0x04)
        .put((byte) size)
        .put(command)
        .put(name)
        .putInt(value.length)
        .put(value)
        .array();
  }

  /** Sends as much as the other side takes, which may cut the connection off at any time. */
  void send(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      // It has heard enough.
    }
  }

  /** Whether the other side has closed the connection, once all that it has said is read. */
  boolean isCutOff() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void skipFrame() throws IOException {
    DataInputStream in = input();
    in.readUnsignedByte();
    in.readFully(new byte[in.readUnsignedByte()]);
  }

  private DataInputStream input() throws IOException {
    return new DataInputStream(socket.getInputStream());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
