package io.belfry.torture.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes the history of one actor. When a call returns, the entry is with the operating system, so
 * it outlives the process, however that ends. Safe for any thread.
 */
public final class HistoryWriter implements AutoCloseable {

  /** Not a channel: an interrupt would close it. */
  private final RandomAccessFile file;

  private HistoryWriter(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Goes on with a history, or begins one. What was written in part when the process before was
   * killed is cut off.
   *
   * @param directory where the histories are
   * @param actor the actor's name
   * @return the open history
   * @throws UncheckedIOException if it can't be written
   */
  public static HistoryWriter open(Path directory, String actor) {
    try {
      Path path = History.file(directory, actor);
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      file.setLength(wholeLines(file));
      file.seek(file.length());
      return new HistoryWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes an entry.
   *
   * @param entry what happened
   * @throws UncheckedIOException if it can't be written
   */
  public synchronized void write(Entry entry) {
    String line = Lines.write(new Line(System.currentTimeMillis(), entry)) + "\n";
    try {
      file.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long wholeLines(RandomAccessFile file) throws IOException {
    for (long end = file.length(); end > 0; end--) {
      file.seek(end - 1);
      if (file.read() == '\n') {
        return end;
      }
    }
    return 0;
  }
}
