package io.belfry.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the pages' files, and that all of it fits together. */
final class ResourcesTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"/([a-z-]+\\.\\w+)\"");
  private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z-]+\\.js)'");
  private static final Pattern ID = Pattern.compile("\\bid=\"([a-z-]+)\"");
  private static final Pattern USED_ID = Pattern.compile("byId\\('([a-z-]+)'\\)");
  private static final Pattern POINTER =
      Pattern.compile("(?:for|list|aria-labelledby|aria-describedby)=\"([a-z -]+)\"");
  private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z-]+)\\)");

  /** What the policy would keep from working, and what would ask somebody else for something. */
  private static final Pattern FORBIDDEN = Pattern.compile(
      "<style|\\sstyle=|\\son[a-z]+=\"|<script(?! type=\"module\" src=\"/)|innerHTML|outerHTML"
          + "|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|javascript:"
          + "|(?:src|href|action|url|import|from)\\W{1,3}(?:https?:)?//|@import");

  private static final Map<String, String> FILES = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException, URISyntaxException {
    URL frame = Objects.requireNonNull(Frame.class.getResource("frame.html"));
    Path directory = Objects.requireNonNull(Path.of(frame.toURI()).getParent());
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        if (!name.endsWith(".class")) {
          FILES.put(name, Files.readString(file));
        }
      }
    }
  }

  @Test
  void everything_that_a_page_refers_to_is_there() {
    FILES.forEach((name, text) -> assertThat(FILES.keySet())
        .as(name)
        .containsAll(found(REFERENCE, text))
        .containsAll(found(IMPORT, text)));
  }

  @Test
  void every_file_is_used() {
    Set<String> used = FILES.values().stream()
        .flatMap(
            text -> Stream.concat(found(REFERENCE, text).stream(), found(IMPORT, text).stream()))
        .collect(Collectors.toSet());
    assertThat(FILES.keySet()).filteredOn(name -> !name.endsWith(".html")).allMatch(used::contains);
  }

  @Test
  void every_file_is_served_by_its_name() {
    Assets assets = new Assets();
    assertThat(FILES.keySet())
        .filteredOn(name -> !name.endsWith(".html"))
        .allMatch(name -> assets.at("/" + name).isPresent());
  }

  @Test
  void every_id_that_a_script_uses_is_in_its_page() {
    assertThat(pages()).hasSize(4).allSatisfy(page -> {
      Set<String> ids = found(ID, whole(page));
      for (String module : modules(page)) {
        assertThat(ids).as(page + " " + module).containsAll(found(USED_ID, text(module)));
      }
    });
  }

  @Test
  void an_id_is_there_once_and_what_points_to_one_finds_it() {
    assertThat(pages()).allSatisfy(page -> {
      String whole = whole(page);
      List<String> ids =
          ID.matcher(whole).results().map(found -> found.group(1)).toList();
      assertThat(ids).as(page).doesNotHaveDuplicates();
      assertThat(ids).as(page).containsAll(words(found(POINTER, whole)));
    });
  }

  @Test
  void every_field_has_a_label() {
    Pattern field = Pattern.compile("<(?:input|select|textarea) id=\"([a-z-]+)\"");
    Pattern any = Pattern.compile("<(?:input|select|textarea)\\b");
    assertThat(pages()).allSatisfy(page -> {
      String whole = whole(page);
      assertThat(any.matcher(whole).results().count())
          .isEqualTo(field.matcher(whole).results().count());
      assertThat(found(field, whole))
          .allSatisfy(id -> assertThat(whole).contains("<label for=\"" + id + "\">"));
    });
  }

  @Test
  void nothing_is_inline_and_nothing_comes_from_elsewhere() {
    FILES.forEach((name, text) -> assertThat(FORBIDDEN
            .matcher(text.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
            .results()
            .map(MatchResult::group)
            .toList())
        .as(name)
        .isEmpty());
  }

  @Test
  void every_colour_that_is_used_has_a_value_in_the_dark_too() {
    String style = text("page.css");
    String[] parts = style.split("\\* \\{ box-sizing", 2)[0].split("@media", 2);
    assertThat(found(VARIABLE, style)).allMatch(name -> parts[0].contains(name + ":"));
    assertThat(found(VARIABLE, style))
        .filteredOn(name -> !name.equals("--round"))
        .allMatch(name -> parts[1].contains(name + ":"));
  }

  private static List<String> pages() {
    return FILES.keySet().stream()
        .filter(name -> name.endsWith(".html") && text(name).startsWith("<script"))
        .toList();
  }

  /** As it is served. */
  private static String whole(String page) {
    return new Frame().live(page, "/").body().text();
  }

  /** The modules of a page, with those that they use. */
  private static Set<String> modules(String page) {
    Set<String> all = new LinkedHashSet<>();
    found(REFERENCE, text(page)).forEach(module -> gather(module, all));
    return all;
  }

  private static void gather(String module, Set<String> all) {
    if (module.endsWith(".js") && all.add(module)) {
      found(IMPORT, text(module)).forEach(next -> gather(next, all));
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> words(Set<String> lists) {
    return lists.stream().flatMap(list -> Stream.of(list.split(" "))).collect(Collectors.toSet());
  }

  private static String text(String name) {
    return Objects.requireNonNull(FILES.get(name), name);
  }
}
