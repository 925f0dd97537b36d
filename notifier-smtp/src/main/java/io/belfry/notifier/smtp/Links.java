package io.belfry.notifier.smtp;

import io.belfry.message.Topic;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where readers of a mail can go. The gateway answers there.
 *
 * @param web where the gateway is seen from outside, if it is
 */
record Links(Optional<URI> web) {

  /** The page of a topic. */
  Optional<String> topic(Topic topic) {
    return to("topics/" + encoded(topic.name()));
  }

  /** Where to confirm an address. */
  Optional<String> confirmation(String code) {
    return to("confirm?code=" + encoded(code));
  }

  /** Where to end a registration. */
  Optional<String> leaving(String code) {
    return to("unsubscribe?code=" + encoded(code));
  }

  /** RFC 8058 wants nothing less for what a mail program does by itself. */
  boolean isSafe() {
    return web.filter(uri -> "https".equals(uri.getScheme())).isPresent();
  }

  private Optional<String> to(String place) {
    return web.map(uri -> uri + place);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
