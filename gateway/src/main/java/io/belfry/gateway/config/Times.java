package io.belfry.gateway.config;

import java.time.Duration;

/**
 * How long a gateway waits.
 *
 * @param heartbeat after how long a silent stream shows that it lives
 * @param session how long a session is kept for a browser that is away
 * @param recheck how often it is asked whether a token is still good
 */
public record Times(Duration heartbeat, Duration session, Duration recheck) {

  /** Half a minute is what most proxies bear; a minute is enough for a tunnel. */
  public static final Times DEFAULTS =
      new Times(Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(1));
}
