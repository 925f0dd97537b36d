package io.belfry.broker;

import io.netty.channel.ChannelPipeline;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.protocol.ProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.routing.RoutingHandler;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Shuts the door on whoever does not speak its protocol. The server takes such a connection for the
 * protocol of its own clients; where that is not spoken, it would keep what the stranger sends and
 * wait for more.
 */
@SuppressWarnings("rawtypes") // As the server has them.
final class Strangers implements ProtocolManager<BaseInterceptor, RoutingHandler> {

  private static final String FALLBACK = ActiveMQClient.DEFAULT_CORE_PROTOCOL;

  private Strangers() {}

  /** Has this stand where the server turns for want of something better. */
  static void refuseAt(ProtocolHandler handler, Door door) {
    Map<String, ProtocolManager> protocols = handler.getProtocolMap();
    ProtocolManager known = protocols.get(door.protocol());
    if (known == null) {
      throw new BrokerException("The broker can't speak " + door + "; its library is missing.");
    }
    protocols.put(door.acceptor() + " only", known);
    protocols.remove(door.protocol());
    protocols.put(FALLBACK, new Strangers());
  }

  /** The server closes the connection for it. */
  @Override
  public void addChannelHandlers(ChannelPipeline pipeline) {
    throw new IllegalStateException("This is not the protocol that is spoken at this port.");
  }

  @Override
  public boolean isProtocol(byte[] array) {
    return false;
  }

  @Override
  public boolean acceptsNoHandshake() {
    return false;
  }

  @Override
  public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {}

  @Override
  public @Nullable ConnectionEntry createConnectionEntry(
      Acceptor acceptorUsed, Connection connection) {
    return null;
  }

  @Override
  public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {}

  @Override
  public @Nullable ProtocolManagerFactory<BaseInterceptor> getFactory() {
    return null;
  }

  @Override
  public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {}

  @Override
  public List<String> websocketSubprotocolIdentifiers() {
    return List.of();
  }

  @Override
  public void setAnycastPrefix(String anycastPrefix) {}

  @Override
  public void setMulticastPrefix(String multicastPrefix) {}

  @Override
  public Map<SimpleString, RoutingType> getPrefixes() {
    return Map.of();
  }

  @Override
  public void setSecurityDomain(String securityDomain) {}

  @Override
  public @Nullable String getSecurityDomain() {
    return null;
  }

  @Override
  public @Nullable RoutingHandler getRoutingHandler() {
    return null;
  }
}
