package io.belfry.torture.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The history of one actor.
 *
 * @param actor its name
 * @param lines what happened, in order
 */
public record History(String actor, List<Line> lines) {

  private static final String ENDING = ".history";

  /** Copies the lines. */
  public History {
    lines = List.copyOf(lines);
  }

  /**
   * Reads all histories of a directory.
   *
   * @param directory where they are
   * @return each, by the actor's name
   * @throws UncheckedIOException if one can't be read
   * @throws IllegalArgumentException if one has a line that is none
   */
  public static Map<String, History> readAll(Path directory) {
    Map<String, History> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
        String name = file.getFileName().toString();
        String actor = name.substring(0, name.length() - ENDING.length());
        all.put(actor, read(directory, actor));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one history. A last line without an end is left out: its writer was killed before it had
   * written it, so what it tells of had not happened yet.
   *
   * @param directory where it is
   * @param actor the actor's name
   * @return the history, empty if there is none
   * @throws UncheckedIOException if it can't be read
   * @throws IllegalArgumentException if it has a line that is none
   */
  public static History read(Path directory, String actor) {
    Path file = file(directory, actor);
    if (!Files.exists(file)) {
      return new History(actor, List.of());
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      List<Line> lines = new ArrayList<>();
      int start = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        lines.add(Lines.read(text.substring(start, end)));
        start = end + 1;
      }
      return new History(actor, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Only the entries of one kind.
   *
   * @param kind the kind
   * @param <E> the kind
   * @return them, in order
   */
  public <E extends Entry> Stream<E> entries(Class<E> kind) {
    return lines.stream().map(Line::entry).filter(kind::isInstance).map(kind::cast);
  }

  static Path file(Path directory, String actor) {
    return directory.resolve(actor + ENDING);
  }
}
