package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the broker is, and the parameters that the JMS client is told in the same breath. What it
 * shows of itself is the address alone.
 *
 * @param address scheme, host and port, or several in parentheses
 * @param parameters what follows the question mark, as it is written
 * @param secrets more of them, which nobody must see
 */
record BrokerUrl(String address, String parameters, String secrets) {

  private static final Set<String> ENCRYPTED_SCHEMES =
      Set.of("ssl", "tls", "amqps", "amqpwss", "tcps", "nio+ssl");

  /** How Artemis is told in the url. */
  private static final String SSL = "sslenabled=true";

  /**
   * Takes a url apart.
   *
   * @throws TransportException with {@code CONFIGURATION} if it is none, or shows a password
   */
  static BrokerUrl parse(String url, Optional<String> secrets) {
    int end = url.lastIndexOf('?');
    String address = end < 0 ? url : url.substring(0, end);
    String parameters = end < 0 ? "" : url.substring(end + 1);
    requireNoSecret(url, parameters);
    if (address.indexOf(':') <= 0) {
      throw configuration("The setting 'url' must be like tcp://HOST:PORT.");
    }
    return new BrokerUrl(address, parameters, secrets.orElse(""));
  }

  /** The whole url with further parameters, of which those in the url win. */
  String with(Map<String, String> further) {
    StringBuilder all = new StringBuilder();
    append(all, parameters);
    append(all, secrets);
    further.forEach((name, value) -> {
      if (!isGiven(name)) {
        append(all, name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    });
    return all.isEmpty() ? address : address + "?" + all;
  }

  boolean isEncrypted() {
    String scheme = address.substring(0, address.indexOf(':')).toLowerCase(Locale.ROOT);
    return ENCRYPTED_SCHEMES.contains(scheme)
        || parameters.toLowerCase(Locale.ROOT).contains(SSL);
  }

  @Override
  public String toString() {
    return address;
  }

  private boolean isGiven(String name) {
    return ("&" + parameters + "&" + secrets).contains("&" + name + "=");
  }

  private static void append(StringBuilder all, String parameters) {
    if (!parameters.isEmpty()) {
      all.append(all.isEmpty() ? "" : "&").append(parameters);
    }
  }

  private static void requireNoSecret(String url, String parameters) {
    if (parameters.toLowerCase(Locale.ROOT).contains("password") || url.indexOf('@') >= 0) {
      throw configuration("The setting 'url' is shown to everybody, so it must hold no password;"
          + " use the settings for passwords, or 'secret-parameters'.");
    }
  }

  private static TransportException configuration(String sentence) {
    return new TransportException(Category.CONFIGURATION, sentence);
  }
}
