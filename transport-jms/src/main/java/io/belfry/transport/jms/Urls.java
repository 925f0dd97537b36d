package io.belfry.transport.jms;

import java.util.Map;

/** The url of each connection to the broker, by what it is for. */
final class Urls {

  /** In the url of a client other than Artemis's: how many messages may be fetched ahead. */
  private static final String AHEAD = "{ahead}";

  private static final int FOR_SUBSCRIPTIONS = 1_000;

  private Urls() {}

  /** For subscriptions, replies and sends. */
  static String main(JmsConfig config) {
    return config.isArtemis() ? ArtemisUrl.main(config) : plain(config, FOR_SUBSCRIPTIONS);
  }

  /** For workers and services that hold so many messages, the one at work included. */
  static String fetching(JmsConfig config, int prefetch) {
    return config.isArtemis() ? ArtemisUrl.fetching(config, prefetch) : plain(config, prefetch - 1);
  }

  private static String plain(JmsConfig config, int ahead) {
    return config.url().with(Map.of()).replace(AHEAD, Integer.toString(ahead));
  }
}
