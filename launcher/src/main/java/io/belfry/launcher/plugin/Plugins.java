package io.belfry.launcher.plugin;

import io.belfry.notifier.NotifierProvider;
import io.belfry.packing.PackingProvider;
import io.belfry.settings.SettingsException;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What comes along, and what other authors have made: each jar in the plug-in directory is one, and
 * so is each directory in it, with all its jars.
 */
public final class Plugins implements AutoCloseable {

  private static final String JAR = ".jar";

  private final Shelf<TransportProvider> transports = new Shelf<>("transport");
  private final Shelf<NotifierProvider> notifiers = new Shelf<>("notifier");
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  private Plugins() {}

  /**
   * Finds all.
   *
   * @param directory where plug-ins are; it need not exist
   * @return what there is, and what is wrong with the rest
   */
  public static Plugins load(Path directory) {
    Plugins plugins = new Plugins();
    plugins.take(Plugins.class.getClassLoader(), "");
    ApiLoader api = new ApiLoader();
    for (Path plugin : plugins.list(directory)) {
      plugins.tryTake(plugin, api);
    }
    return plugins;
  }

  /**
   * The transports.
   *
   * @return by their names
   */
  public Shelf<TransportProvider> transports() {
    return transports;
  }

  /**
   * The notifiers.
   *
   * @return by their names
   */
  public Shelf<NotifierProvider> notifiers() {
    return notifiers;
  }

  /**
   * What is wrong with plug-ins that are not used.
   *
   * @return a sentence for each
   */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /**
   * Insists that every plug-in can be used.
   *
   * @return this
   * @throws SettingsException with one sentence about the first that can't
   */
  public Plugins requireSound() {
    if (!troubles.isEmpty()) {
      throw new SettingsException(troubles.get(0));
    }
    return this;
  }

  /** Closes the plug-ins' jars. Nothing of theirs can be loaded after that. */
  @Override
  public void close() {
    for (URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        // Nothing was written there.
      }
    }
  }

  private void tryTake(Path plugin, ClassLoader api) {
    String name = plugin.getFileName().toString();
    try {
      URLClassLoader loader = open(name, jarsOf(plugin), api);
      loaders.add(loader);
      if (take(loader, name) == 0) {
        trouble(name, "it has neither a transport nor a notifier; is META-INF/services in it?");
      }
    } catch (LinkageError | ServiceConfigurationError | RuntimeException | IOException e) {
      trouble(name, reason(e));
    }
  }

  private static String reason(Throwable failure) {
    // ServiceLoader wraps what a provider throws when it is made.
    Throwable cause = failure.getCause() instanceof LinkageError inner ? inner : failure;
    if (cause instanceof UnsupportedClassVersionError) {
      return "it needs a newer Java than " + Runtime.version().feature() + ".";
    }
    return cause instanceof LinkageError
        ? "it was made for another version of Belfry, or lacks a library (" + cause + ")."
        : "it is broken (" + cause.getMessage() + ").";
  }

  private void trouble(String plugin, String sentence) {
    troubles.add("The plug-in " + plugin + " can't be used: " + sentence);
  }

  /** Takes what a loader has itself; its parent has been asked before. */
  private int take(ClassLoader loader, String origin) {
    // Whatever the wire: packing is there for all of them.
    return take(loader, origin, TransportProvider.class, PackingProvider::over, transports)
        + take(loader, origin, NotifierProvider.class, provider -> provider, notifiers);
  }

  /** Whatever does not fit shows now, and not in the middle of something. */
  private static String probe(Object plugin) {
    if (plugin instanceof TransportProvider provider) {
      Objects.requireNonNull(provider.capabilities());
      Objects.requireNonNull(provider.settings());
      return provider.name();
    }
    NotifierProvider provider = (NotifierProvider) plugin;
    Objects.requireNonNull(provider.settings());
    return provider.name();
  }

  private <P> int take(
      ClassLoader loader,
      String origin,
      Class<P> kind,
      UnaryOperator<P> furnished,
      Shelf<P> shelf) {
    List<P> found = ServiceLoader.load(kind, loader).stream()
        .filter(each -> each.type().getClassLoader() == loader)
        .map(ServiceLoader.Provider::get)
        .toList();
    for (P provider : found) {
      shelf
          .put(probe(provider), new Installed<>(furnished.apply(provider), origin))
          .ifPresent(sentence -> trouble(origin, sentence));
    }
    return found.size();
  }

  private static URLClassLoader open(String name, List<Path> jars, ClassLoader api)
      throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      requireJar(jar);
      urls.add(url(jar));
    }
    return new URLClassLoader(name, urls.toArray(URL[]::new), api);
  }

  /** A class loader passes over what is none, and says nothing. */
  private static void requireJar(Path jar) throws IOException {
    new JarFile(jar.toFile()).close();
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private static List<Path> jarsOf(Path plugin) throws IOException {
    if (!Files.isDirectory(plugin)) {
      return List.of(plugin);
    }
    try (Stream<Path> files = Files.list(plugin)) {
      return files.filter(file -> file.toString().endsWith(JAR)).sorted().toList();
    }
  }

  private List<Path> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(JAR) || Files.isDirectory(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      troubles.add(
          "The plug-in directory " + directory + " can't be read (" + e.getMessage() + ").");
      return List.of();
    }
  }
}
