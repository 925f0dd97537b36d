package io.belfry.transport.jms;

import io.belfry.transport.Loopback;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a url leads to brokers on this machine only. Each JMS client reads urls in its own way,
 * so only what is written plainly is taken for that: one address, or several in parentheses, and no
 * parameter that could lead elsewhere.
 */
final class Confinement {

  private static final String ONE =
      "(?:tcp|ssl|tls|tcps|nio|nio\\+ssl|amqps?|amqpwss?)://([^/?#,;:()@%\\s\\[\\]]+|\\[[^\\[\\]]+])(?::\\d{1,5})?";

  private static final Pattern ADDRESS = Pattern.compile(ONE);

  private static final Pattern ADDRESSES =
      Pattern.compile("(?:failover:)?\\(?" + ONE + "(?:," + ONE + ")*\\)?");

  /** The value is no url, and what follows it is none either. */
  private static final Pattern PARAMETER = Pattern.compile("([A-Za-z._-]+)=(?!.*://)[^#?()]*");

  private Confinement() {}

  static boolean holds(BrokerUrl url) {
    return ADDRESSES.matcher(url.address()).matches()
        && ADDRESS
            .matcher(url.address())
            .results()
            .allMatch(address -> Loopback.holds(address.group(1)))
        && areHarmless(url.parameters())
        && areHarmless(url.secrets());
  }

  private static boolean areHarmless(String parameters) {
    return parameters.isEmpty()
        || Stream.of(parameters.split("&", -1)).allMatch(Confinement::isHarmless);
  }

  private static boolean isHarmless(String parameter) {
    Matcher parts = PARAMETER.matcher(parameter);
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    return !name.equals("host") && !name.contains("proxy");
  }
}
