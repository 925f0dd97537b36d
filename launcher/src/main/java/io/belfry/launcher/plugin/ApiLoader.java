package io.belfry.launcher.plugin;

import io.belfry.transport.TransportProvider;
import java.security.CodeSource;

/**
 * Shows plug-ins the SPI and Java itself, and nothing else: what libraries Belfry uses, and in
 * which versions, is none of their business.
 */
final class ApiLoader extends ClassLoader {

  private static final String OURS = "io.belfry.";
  private static final CodeSource API =
      TransportProvider.class.getProtectionDomain().getCodeSource();

  ApiLoader() {
    super("belfry-api", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(OURS)) {
      Class<?> found = Class.forName(name, false, ApiLoader.class.getClassLoader());
      if (API.equals(found.getProtectionDomain().getCodeSource())) {
        return found;
      }
    }
    throw new ClassNotFoundException(name);
  }
}
