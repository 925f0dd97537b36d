package io.belfry.launcher.logging;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of this process, on its standard error output. */
public final class Logging {

  private static final Logger ROOT = Logger.getLogger("");

  /** Kept here, since Java forgets what it is told of a logger that nobody has. */
  private static final Logger OURS = Logger.getLogger("io.belfry");

  private Logging() {}

  /**
   * Begins to log in this way. Libraries are not heard from yet: what keeps a part from starting,
   * it says itself, in one sentence, and they would say it in a hundred lines.
   *
   * @param form how a line is written
   * @param least what matters less is left out
   * @param secrets what must not be seen, whatever is logged
   */
  public static void begin(Form form, Severity least, Collection<String> secrets) {
    System.setProperty("slf4j.provider", "org.slf4j.jul.JULServiceProvider");
    for (Handler each : ROOT.getHandlers()) {
      ROOT.removeHandler(each);
    }
    ROOT.addHandler(new LineHandler(form, new Masks(secrets), System.err));
    ROOT.setLevel(Level.OFF);
    OURS.setLevel(least.level());
  }

  /** From now on libraries are heard from when something is wrong. */
  public static void hearLibraries() {
    ROOT.setLevel(OURS.isLoggable(Level.WARNING) ? Level.WARNING : Level.SEVERE);
  }

  /** From now on libraries are not heard of: what they say of their own end helps nobody. */
  public static void quietLibraries() {
    ROOT.setLevel(Level.OFF);
  }

  /** Writes each record as soon as it is there. */
  static final class LineHandler extends Handler {

    private final Form form;
    private final Masks masks;
    private final PrintStream out;

    LineHandler(Form form, Masks masks, PrintStream out) {
      this.form = form;
      this.masks = masks;
      this.out = out;
    }

    @Override
    public void publish(LogRecord logged) {
      byte[] line = form.written(Line.of(logged, masks)).getBytes(StandardCharsets.UTF_8);
      synchronized (out) { // In one piece.
        out.write(line, 0, line.length);
        out.flush();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
