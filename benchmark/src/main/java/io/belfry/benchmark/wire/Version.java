package io.belfry.benchmark.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions of libraries, as Maven noted them in their jars. */
public final class Version {

  private Version() {}

  /** The version of an artifact on the class path. */
  public static String of(String group, String artifact) {
    String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = Version.class.getResourceAsStream(path)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "(version unknown)");
    } catch (IOException e) {
      return "(version unknown)";
    }
  }
}
