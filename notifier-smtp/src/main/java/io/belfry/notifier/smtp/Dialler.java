package io.belfry.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections, one at a time, and knows the socket of the last one: the library alone could
 * not be stopped by another thread.
 */
final class Dialler {

  private final SmtpConfig config;
  private final Session session;

  private @Nullable Socket socket;
  private boolean isCut;

  Dialler(SmtpConfig config, Session session) {
    this.config = config;
    this.session = session;
  }

  /** From now on it may be cut. */
  synchronized void begin() {
    isCut = false;
  }

  /** Closes what there is, and what comes before the next beginning. */
  synchronized void cut() {
    isCut = true;
    close(socket);
  }

  synchronized boolean isCut() {
    return isCut;
  }

  PipeliningTransport dial() throws IOException, MessagingException {
    PipeliningTransport transport = new PipeliningTransport(session, name());
    transport.connect(encryptedIfImplicit(plain()));
    if (config.login().isPresent() && !transport.supportsExtension("AUTH")) {
      transport.close();
      throw new MessagingException("It offers no login, but 'user' is set.");
    }
    return transport;
  }

  private URLName name() {
    return new URLName(
        "smtp",
        config.host(),
        config.port(),
        null,
        config.login().map(SmtpConfig.Login::user).orElse(null),
        config.login().map(login -> login.password().value()).orElse(null));
  }

  /** Tries all addresses of the server's name. */
  private Socket plain() throws IOException {
    IOException failure = new IOException("There is no such host.");
    for (InetAddress address : InetAddress.getAllByName(config.host())) {
      try {
        return plain(address);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private Socket plain(InetAddress address) throws IOException {
    Socket made = new Socket();
    hold(made);
    // The name goes with the address, or it would be looked up for the certificate's sake.
    InetAddress named = InetAddress.getByAddress(config.host(), address.getAddress());
    try {
      made.connect(
          new InetSocketAddress(named, config.port()),
          Math.toIntExact(config.connectTimeout().toMillis()));
      made.setTcpNoDelay(true);
      made.setSoTimeout(Math.toIntExact(config.timeout().toMillis()));
      return made;
    } catch (IOException e) {
      close(made);
      throw e;
    }
  }

  private Socket encryptedIfImplicit(Socket plain) throws IOException {
    if (config.encryption() != Encryption.IMPLICIT) {
      return plain;
    }
    try {
      SSLSocket encrypted =
          (SSLSocket) config.sockets().createSocket(plain, config.host(), config.port(), true);
      if (config.verifiesHost()) {
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
      }
      encrypted.startHandshake();
      return encrypted;
    } catch (IOException e) {
      close(plain);
      throw e;
    }
  }

  private synchronized void hold(Socket made) throws IOException {
    socket = made;
    if (isCut) {
      throw new IOException("It took too long.");
    }
  }

  private static void close(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
