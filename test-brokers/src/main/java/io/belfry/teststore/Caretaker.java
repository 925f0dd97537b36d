package io.belfry.teststore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Ends a server and deletes its directory when it is closed, and also when this JVM ends, however
 * that happens. It is a process that waits for the end of its input, whose other end this JVM
 * holds: not even {@code kill -9} keeps the system from closing that.
 */
final class Caretaker implements AutoCloseable {

  /**
   * The file that the server keeps has its process in the first line, and the id of its piece of
   * System V memory in the seventh. Where the server was killed, file and memory are left. The
   * process is asked for its arguments first: after a kill, the number may be somebody else's.
   */
  private static final String SCRIPT = """
      trap '' HUP INT TERM
      cat > /dev/null
      file=$1/data/postmaster.pid
      process=$(sed -n 1p "$file" 2> /dev/null)
      memory=$(sed -n '7s/.* //p' "$file" 2> /dev/null)
      runs() {
        { cat "/proc/$process/cmdline" || ps -o args= -p "$process"; } 2> /dev/null |
          tr '\\0' ' ' | grep -qF -- "$1/"
      }
      if [ -n "$process" ] && runs "$1"; then
        kill -QUIT "$process"
        tries=0
        while runs "$1" && [ "$tries" -lt 100 ]; do
          tries=$((tries + 1))
          sleep 0.1
        done
        runs "$1" && kill -KILL "$process"
      fi
      if [ -e "$file" ] && [ -n "$memory" ]; then
        ipcrm -m "$memory" 2> /dev/null
      fi
      # What is still ending may write once more.
      tries=0
      until rm -rf -- "$1" 2> /dev/null || [ "$tries" -ge 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
      done
      """;

  private static final int END_SECONDS = 30;

  private final Path directory;
  private final Process process;

  private Caretaker(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /** Makes a directory that will be looked after. */
  static Caretaker ofNewDirectory() throws IOException {
    Path directory = Files.createTempDirectory("belfry-postgres-");
    try {
      PostgresPrograms.handOver(directory);
      return new Caretaker(directory, process(directory));
    } catch (IOException e) {
      Files.delete(directory);
      throw e;
    }
  }

  private static Process process(Path directory) throws IOException {
    return new ProcessBuilder("sh", "-c", SCRIPT, "belfry-caretaker", directory.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  Path directory() {
    return directory;
  }

  /** Returns when all is gone. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("The server in " + directory + " did not end.");
      }
    } catch (InterruptedException e) {
      // It goes on by itself.
      Thread.currentThread().interrupt();
    }
  }
}
