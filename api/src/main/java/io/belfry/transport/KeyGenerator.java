package io.belfry.transport;

import java.nio.file.Path;
import java.util.List;

/** Makes a pair of keys, public and secret, in files that a transport's settings can name. */
@FunctionalInterface
public interface KeyGenerator {

  /**
   * Writes a new pair of keys. The secret file can be read by its owner alone. Blocks for the
   * files; safe for any thread.
   *
   * @param directory where to, made if it is missing
   * @param name the name of whoever will own the keys, and so of the files
   * @return the files written, the public one first
   * @throws TransportException with {@code CONFIGURATION}, if a file is there already or can't be
   *     written
   */
  List<Path> generate(Path directory, String name);
}
