package io.belfry.gateway.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all pages have around them. */
final class Frame {

  private static final Pattern PLACE = Pattern.compile("\\{(title|head|connection|main|counts)}");
  private static final Pattern TITLE = Pattern.compile("<h1>(.*?)</h1>");

  private static final String CONNECTION =
      "<p id=\"connection\" role=\"status\" data-state=\"connecting\">Connecting…</p>\n"
          + "<a id=\"enter\" href=\"/#login\" hidden>Log in</a>";
  private static final String NO_SCRIPT =
      "<noscript><p class=\"notice\">This page needs JavaScript; the API under /api/v1 does not."
          + "</p></noscript>\n";
  private static final String COUNTS = "<footer id=\"counts\"></footer>";

  private final String frame = text("frame.html");

  /** A page that is in a file: what belongs into its head, an empty line, and its content. */
  Asset live(String name, String path) {
    String[] parts = text(name).split("\n\n", 2);
    return Asset.of(
        Asset.HTML,
        fill(
                path,
                Map.of(
                    "title",
                    title(parts[1]),
                    "head",
                    parts[0],
                    "connection",
                    CONNECTION,
                    "main",
                    NO_SCRIPT + parts[1],
                    "counts",
                    COUNTS))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A page without scripts. */
  byte[] still(String main, String path) {
    return fill(path, Map.of("title", title(main), "main", main)).getBytes(StandardCharsets.UTF_8);
  }

  static String text(String name) {
    return Asset.read(name)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalStateException(name + " is missing."));
  }

  /** A text as HTML, in quotes or not. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** In one go, so that nothing is looked for in what was put in. */
  private String fill(String path, Map<String, String> values) {
    String link = "<a href=\"" + path + "\"";
    return PLACE
        .matcher(frame.replace(link, link + " aria-current=\"page\""))
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  private static String title(String main) {
    return Optional.of(TITLE.matcher(main))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElseThrow(() -> new IllegalStateException("A page has a heading."));
  }
}
