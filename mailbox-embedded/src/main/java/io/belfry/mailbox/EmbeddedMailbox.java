package io.belfry.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that passes nothing on: whatever is sent to it, to whomever, is kept here. It
 * listens on the loopback alone.
 */
public final class EmbeddedMailbox implements AutoCloseable {

  private static final int MAX_CONNECTIONS = 100;
  private static final int MAX_BYTES = 16 << 20;

  private final MailboxDirectory directory;
  private final int most;
  private final InstantSource clock = InstantSource.system();
  private final Deque<String> kept;
  private final SMTPServer server;
  private int number;

  private EmbeddedMailbox(int port, MailboxDirectory directory, int most) throws IOException {
    this.directory = directory;
    this.most = most;
    directory.prepare();
    this.kept = new ArrayDeque<>(directory.names());
    this.server = SMTPServer.port(port)
        .bindAddress(InetAddress.getLoopbackAddress())
        .hostName("localhost")
        .softwareName("Belfry")
        .serverThreadName("belfry-mailbox")
        .maxConnections(MAX_CONNECTIONS)
        .maxMessageSize(MAX_BYTES)
        .messageHandlerFactory(context -> new Reception(this::keep))
        .build();
  }

  /**
   * Opens a mailbox.
   *
   * @param port where it listens; 0 for any that is free
   * @param directory where mails are kept, those of an earlier mailbox there included
   * @param most how many are kept; the oldest go
   * @return the mailbox, which takes mails
   * @throws IOException if the port is taken, or the directory can't be written to
   */
  public static EmbeddedMailbox open(int port, Path directory, int most) throws IOException {
    if (most < 1) {
      throw new IllegalArgumentException("At least one mail must be kept.");
    }
    EmbeddedMailbox mailbox = new EmbeddedMailbox(port, new MailboxDirectory(directory), most);
    try {
      mailbox.server.start();
    } catch (RuntimeException e) {
      throw new IOException(
          "No mailbox can listen on port " + port + " of the loopback; is" + " another running?",
          e);
    }
    return mailbox;
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return server.getPortAllocated();
  }

  /**
   * What has come.
   *
   * @return the mails
   */
  public MailboxDirectory directory() {
    return directory;
  }

  /** Takes no more; what is there stays. */
  @Override
  public void close() {
    server.stop();
  }

  private synchronized void keep(List<String> recipients, byte[] mail) throws IOException {
    kept.add(directory.add(clock.instant(), number++, recipients, mail));
    while (kept.size() > most) {
      directory.remove(kept.remove());
    }
  }
}
