package io.belfry.launcher.profile;

/**
 * What somebody has written for a setting.
 *
 * @param text the value, which may be a secret
 * @param origin where it stands, such as {@code mine.conf, line 3}
 */
public record Written(String text, String origin) {

  /** Never shows the value. */
  @Override
  public String toString() {
    return "Written[" + origin + "]";
  }
}
