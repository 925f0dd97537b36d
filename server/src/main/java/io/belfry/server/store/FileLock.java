package io.belfry.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a database file for one store. The lock is that of the system, so it ends with the process,
 * however that ends. The file {@code FILE.lock} stays: removing it could let two in.
 */
final class FileLock implements AutoCloseable {

  /**
   * What this process holds. The system would let a process in twice, and worse, drop the lock when
   * the second channel is closed.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private FileLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Locks a database file, which need not exist yet; its directory is made if there is none. */
  static FileLock of(Path file) {
    try {
      Path real = real(file);
      if (Files.isDirectory(real)) {
        throw new StoreException("The store's file " + file + " is a directory; name a file.");
      }
      return lock(file, real.resolveSibling(real.getFileName() + ".lock"));
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.SETUP,
          "The store's file " + file + " can't be made or written; choose a directory that can ("
              + e + ").",
          e);
    }
  }

  private static FileLock lock(Path file, Path path) throws IOException {
    if (!HELD.add(path)) {
      throw taken(file);
    }
    boolean isLocked = false;
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      isLocked = channel.tryLock() != null;
      if (!isLocked) {
        channel.close();
        throw taken(file);
      }
      return new FileLock(path, channel);
    } finally {
      if (!isLocked) {
        HELD.remove(path);
      }
    }
  }

  private static Path real(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path directory = absolute.getParent();
    if (directory == null) {
      return absolute;
    }
    Files.createDirectories(directory);
    return directory.toRealPath().resolve(absolute.getFileName());
  }

  private static StoreException taken(Path file) {
    return new StoreException("The store's file " + file + " is in use by another server; stop it,"
        + " or use PostgreSQL, which several servers can share.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.FAULT, "The lock " + path + " can't be given back.", e);
    } finally {
      HELD.remove(path);
    }
  }
}
