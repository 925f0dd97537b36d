package io.belfry.benchmark.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a broker is reached.
 *
 * @param url where it listens
 * @param user who connects, if it wants to know
 * @param password how that is proven, never shown
 */
public record Access(String url, Optional<String> user, Optional<String> password) {

  private static final Pattern CREDENTIALS = Pattern.compile("//[^/,()?]*@");
  private static final Pattern PARAMETERS = Pattern.compile("[?;#][^,()]*");

  /** The URL without what could be a secret: credentials and parameters. */
  public String shownUrl() {
    return PARAMETERS.matcher(CREDENTIALS.matcher(url).replaceAll("//***@")).replaceAll("");
  }

  @Override
  public String toString() {
    return shownUrl() + user.map(name -> " as " + name).orElse("");
  }
}
