package io.belfry.notifier.smtp;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of mails, for each language and each kind of notice: a subject, a text and a page. Some
 * come along; a directory may replace them one by one, and add languages.
 */
final class Templates {

  static final String CHANGES = "changes";
  static final String CONFIRMATION = "confirmation";

  private static final String DEFAULT = "en";
  private static final List<String> COME_ALONG = List.of(DEFAULT, "ko");
  private static final List<String> KINDS = List.of(CHANGES, CONFIRMATION);
  private static final List<String> PARTS = List.of("subject", "txt", "html");

  private final Map<String, Wording> wordings = new HashMap<>();

  /**
   * How one kind of notice is told in one language.
   *
   * @param subject the subject, a line
   * @param text the mail as plain text
   * @param page the mail in HTML
   */
  record Wording(Template subject, Template text, Template page) {}

  private Templates() {}

  /**
   * Reads them all.
   *
   * @param directory with a directory for each language, such as {@code ko} or {@code pt-br}
   * @throws SettingsException if a file is missing, unknown or no template
   */
  static Templates read(Optional<Path> directory) {
    Templates all = new Templates();
    COME_ALONG.forEach(language -> all.read(language, Optional.empty()));
    directory.ifPresent(place -> list(place).forEach(language -> {
      list(language).forEach(Templates::requireKnown);
      all.read(name(language), Optional.of(language));
    }));
    return all;
  }

  /** The languages that there are. */
  Set<String> languages() {
    return wordings.keySet().stream()
        .map(each -> each.substring(0, each.indexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** In this language, or in one that is less particular, or in English. */
  Wording of(String language, String kind) {
    for (String tag = language.toLowerCase(Locale.ROOT); !tag.isEmpty(); tag = shortened(tag)) {
      Wording wording = wordings.get(tag + "/" + kind);
      if (wording != null) {
        return wording;
      }
    }
    return Optional.ofNullable(wordings.get(DEFAULT + "/" + kind)).orElseThrow();
  }

  private static String shortened(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }

  private void read(String language, Optional<Path> directory) {
    for (String kind : KINDS) {
      List<Template> parts = PARTS.stream()
          .map(part -> template(language, directory, kind + "." + part))
          .toList();
      wordings.put(language + "/" + kind, new Wording(parts.get(0), parts.get(1), parts.get(2)));
    }
  }

  private static Template template(String language, Optional<Path> directory, String file) {
    Optional<Path> own = directory.map(place -> place.resolve(file)).filter(Files::exists);
    try {
      String source =
          own.isPresent() ? Files.readString(own.get()) : thatComesAlong(language, file);
      return Mustache.compiler().escapeHTML(file.endsWith(".html")).compile(source);
    } catch (IOException e) {
      throw new SettingsException(
          "The template " + own.orElseThrow() + " can't be read: " + e + ".");
    } catch (MustacheException e) {
      throw new SettingsException(
          "The template " + own.map(Path::toString).orElse(file) + " is none: " + e.getMessage());
    }
  }

  private static String thatComesAlong(String language, String file) {
    try (InputStream source =
        Templates.class.getResourceAsStream("templates/" + language + "/" + file)) {
      if (source == null) {
        throw new SettingsException("The templates for '" + language + "' lack the file " + file
            + "; a new language needs all of them.");
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireKnown(Path file) {
    if (KINDS.stream()
        .noneMatch(kind -> PARTS.stream().anyMatch(part -> name(file).equals(kind + "." + part)))) {
      throw new SettingsException(
          "The file " + file + " is no template that is used; they are named"
              + " changes or confirmation, and .subject, .txt or .html.");
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new SettingsException("The directory of templates " + directory
          + " can't be read; it should have a directory for each language.");
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
