package io.belfry.transport.mqtt;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes to the broker, several packets at a time: Paho flushes after each packet, and each
 * flush asks the kernel. A packet is held back while it is known that a message follows which is on
 * its way to Paho's sender already.
 */
final class BundledOutput extends FilterOutputStream {

  private static final int BYTES = 65_536;
  private static final int MOST_PACKETS = 64;
  private static final int TYPE = 0xF0;
  private static final int PUBLISH = 0x30;

  private final AtomicInteger following;
  private boolean isWithin;
  private boolean isPublish;
  private int held;

  /**
   * Makes a stream, for the thread that sends alone.
   *
   * @param out where to
   * @param following how many messages are on their way to the sender; counted up by whoever sends
   *     them there, and down here
   */
  BundledOutput(OutputStream out, AtomicInteger following) {
    super(new BufferedOutputStream(out, BYTES));
    this.following = following;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!isWithin && length > 0) {
      isWithin = true;
      isPublish = (bytes[offset] & TYPE) == PUBLISH;
    }
    out.write(bytes, offset, length);
  }

  /** The end of a packet. */
  @Override
  public void flush() throws IOException {
    int left = isWithin && isPublish ? following.decrementAndGet() : following.get();
    isWithin = false;
    held++;
    if (left <= 0 || held >= MOST_PACKETS) {
      held = 0;
      out.flush();
    }
  }
}
