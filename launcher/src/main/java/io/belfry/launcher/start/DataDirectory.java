package io.belfry.launcher.start;

import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that belongs to one server at a time. */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "server.lock";

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes it, and makes it if it is not there. */
  static DataDirectory take(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel lock =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(lock)) {
        lock.close();
        throw new SettingsException("The data directory " + path + " is in use by another server;"
            + " stop that one, or set data.directory to another.");
      }
      return new DataDirectory(path, lock);
    } catch (IOException e) {
      throw new SettingsException("The data directory " + path + " can't be written (" + e
          + "); set data.directory to one that can.");
    }
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
