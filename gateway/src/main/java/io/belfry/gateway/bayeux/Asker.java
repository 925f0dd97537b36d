package io.belfry.gateway.bayeux;

import io.belfry.gateway.http.Client;
import io.belfry.gateway.http.Credentials;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerMessage;
import org.eclipse.jetty.util.HostPort;

/** Who sends a message, as far as the message and its connection tell. */
final class Asker {

  private Asker() {}

  /**
   * The token that is shown: by the message itself, by the request, or by a cookie.
   *
   * @throws ServiceException if what the message shows can't be one
   */
  static Optional<Token> token(ServerMessage message) {
    Object told = Fields.object(Fields.object(message, "ext"), Replies.EXT).get("token");
    if (told != null) {
      return Optional.of(token(told));
    }
    BayeuxContext context = message.getBayeuxContext();
    String header = context.getHeader("Authorization");
    return header == null
        ? Optional.ofNullable(context.getCookie(Credentials.COOKIE))
            .flatMap(cookie -> Credentials.bearer("Bearer " + cookie))
        : Credentials.bearer(header);
  }

  private static Token token(Object told) {
    try {
      return new Token((String) told);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new ServiceException(Code.UNAUTHENTICATED, "ext.belfry.token is no token.", e);
    }
  }

  static Client client(ServerMessage message, Optional<Token> token) {
    InetSocketAddress remote = (InetSocketAddress) message.getBayeuxContext().getRemoteAddress();
    String address = remote.getAddress() == null
        ? remote.getHostString()
        : HostPort.normalizeHost(remote.getAddress().getHostAddress());
    return Client.of(token, address);
  }
}
