package io.belfry.transport.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;

/**
 * The socket of one Paho client, in place of Paho's own, which lets Nagle's algorithm hold back
 * small packets, loses its place in the stream when a read times out in the middle of a header, and
 * may wait for ever where a TLS connection is closed while a write is stuck.
 */
final class BrokerSocket implements NetworkModule {

  private final BrokerAddress address;
  private final Optional<Tls> tls;
  private final Duration timeout;
  private final Runnable beforeLoops;
  private final Socket plain = new Socket();
  private final AtomicInteger following = new AtomicInteger();
  private volatile Socket socket = plain;
  private volatile boolean wantsCertificate;

  /**
   * Makes a socket that is not yet connected.
   *
   * @param address the broker's
   * @param tls how to encrypt, if at all
   * @param timeout how long connecting and greeting may take, each
   * @param beforeLoops run on the thread that connects, before Paho begins its loops
   */
  BrokerSocket(BrokerAddress address, Optional<Tls> tls, Duration timeout, Runnable beforeLoops) {
    this.address = address;
    this.tls = tls;
    this.timeout = timeout;
    this.beforeLoops = beforeLoops;
  }

  /** A message is on its way to Paho's sender: what it writes until then may wait for it. */
  void expect() {
    following.incrementAndGet();
  }

  /** The message does not come after all. */
  void expectNoMore() {
    following.decrementAndGet();
  }

  @Override
  public void start() throws IOException {
    InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
    if (target.isUnresolved()) {
      throw new UnknownHostException(address.host());
    }
    int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
    plain.setTcpNoDelay(true);
    plain.connect(target, millis);
    if (tls.isPresent()) {
      plain.setSoTimeout(millis);
      socket = encrypted(tls.get());
      plain.setSoTimeout(0);
    }
  }

  private SSLSocket encrypted(Tls with) throws IOException {
    SSLSocket made = (SSLSocket)
        with.sockets().createSocket(plain, address.host(), address.port(), /* autoClose= */ true);
    if (with.verifiesHost()) {
      SSLParameters parameters = made.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      made.setSSLParameters(parameters);
    }
    made.startHandshake();
    // The broker names the signatures that it knows where it wants to see one of ours.
    wantsCertificate = made.getSession() instanceof ExtendedSSLSession session
        && session.getPeerSupportedSignatureAlgorithms().length > 0;
    return made;
  }

  /** Whether the broker has asked for a certificate of ours, by the end of the handshake. */
  boolean wantsCertificate() {
    return wantsCertificate;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    beforeLoops.run();
    return new ConnackMender(new PromptInput(socket.getInputStream(), plain));
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new BundledOutput(socket.getOutputStream(), following);
  }

  /** Closes without a farewell of TLS, which would wait for a write that is stuck. */
  @Override
  public void stop() throws IOException {
    plain.close();
  }

  @Override
  public String getServerURI() {
    return address.toString();
  }
}
