package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Contestant;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run.Mark;
import io.belfry.compare.result.Run.Slice;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The page alone is enough, and whatever comes into it stays what it is. */
class PageTest {

  private static final String EVIL = "</script><script>alert(1)</script><b a='\"&amp;";
  private static final Pattern IN_TAG = Pattern.compile("<[a-zA-Z][^>]*>");
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"comparison\">(.*?)</script>");

  @TempDir
  private Path directory;

  @Test
  void it_loads_nothing() throws IOException {
    String page = Page.of(Sample.full());
    assertThat(page).doesNotContain("@import", "url(", "http://", "https://");
    assertThat(tags(page)).noneMatch(tag -> tag.contains(" src=") || tag.startsWith("<link"));
    assertThat(tags(page).stream().filter(tag -> tag.contains(" href=")))
        .isNotEmpty()
        .allMatch(tag -> tag.contains(" href=\"#"));
    assertThat(page).contains("content=\"default-src 'none'; style-src 'unsafe-inline';");
  }

  @Test
  void its_only_script_is_data() throws IOException {
    assertThat(tags(Page.of(Sample.full())).stream().filter(tag -> tag.startsWith("<script")))
        .containsExactly("<script type=\"application/json\" id=\"comparison\">");
  }

  @Test
  void what_is_linked_is_there() throws IOException {
    String page = Page.of(Sample.full());
    Pattern.compile("href=\"#([^\"]+)\"")
        .matcher(page)
        .results()
        .forEach(link -> assertThat(page).contains(" id=\"" + link.group(1) + "\""));
  }

  @Test
  void the_comparison_can_be_taken_out_of_it() throws IOException {
    Path file = directory.resolve("page.html");
    Page.write(Sample.full(), file);
    String data =
        DATA.matcher(Files.readString(file)).results().findFirst().orElseThrow().group(1);
    Path json = directory.resolve("data.json");
    Files.writeString(json, data);
    assertThat(ComparisonJson.read(json)).isEqualTo(Sample.full());
  }

  @Test
  void whatever_comes_in_is_only_text() throws Exception {
    Comparison evil = evil();
    String page = Page.of(evil);
    assertThat(page).doesNotContain("<script>", "alert(1)</script>", "<b a");
    String data = DATA.matcher(page).results().findFirst().orElseThrow().group(1);
    assertThat(JSON.std.mapFrom(data)).containsEntry("command", EVIL);
    assertWellFormed(page);
  }

  @Test
  void it_is_well_formed() throws Exception {
    assertWellFormed(Page.of(Sample.full()));
    assertWellFormed(Page.of(Sample.of()));
  }

  @Test
  void every_chart_has_a_label_and_a_table() throws IOException {
    String page = Page.of(Sample.full());
    List<String> figures = Pattern.compile("<figure>(.*?)</figure>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .toList();
    assertThat(figures)
        .hasSizeGreaterThan(20)
        .allSatisfy(figure -> assertThat(figure)
            .contains(
                "<figcaption>", "<svg ", "role=\"img\" aria-label=\"", "<table ", "<caption>"));
  }

  @Test
  void no_chart_has_a_place_that_is_no_number() throws IOException {
    String page = Page.of(Sample.comparison(
        "",
        List.of(
            finding("none", Map.of("size", "a"), "zero")
                .exactly(Metric.RESPONSE_P99, 0, 0, 0)
                .build(),
            finding("none", Map.of("size", "b"), "zero")
                .exactly(Metric.SUSTAINED, 0)
                .build(),
            finding("none", Map.of("size", "c"), "nothing")
                .failing("It never began.", 0)
                .build(),
            finding("reqrep", Map.of(), "zero")
                .responding(0, 0)
                .exactly(Metric.THROUGHPUT, 0, 0)
                .build(),
            finding("broker-restart", Map.of(), "one")
                .accounting(Account.NONE)
                .running(List.of(new Slice(0, 0, 0, 0)), List.of(new Mark(-5, "early")))
                .build())));
    assertThat(tags(page)).noneMatch(tag -> tag.contains("NaN") || tag.contains("Infinity"));
    assertThat(page).contains("It never began.");
  }

  @Test
  void unlike_promises_stand_out_without_colour() throws IOException {
    String page = Page.of(Sample.full());
    assertThat(page)
        .contains("<th scope=\"row\">delivery ≠</th><td class=\"unlike\">at most once</td>");
    assertThat(page).contains("<th scope=\"row\">order</th><td class=\"\">per publisher</td>");
    assertThat(page).contains(Likeness.SENTENCE);
  }

  @Test
  void losses_stand_out_and_nothing_does_not() throws IOException {
    assertThat(Page.of(Sample.full()))
        .contains("<td class=\"flaw\">5,650</td>", "<td class=\"\">0</td>")
        .doesNotContain("<td class=\"flaw\">0<");
  }

  private static Comparison evil() {
    Map<String, String> map = Map.of(EVIL, EVIL);
    Finding finding = finding(EVIL, map, EVIL)
        .promising(map)
        .responding(1_000, 5_000)
        .warning(EVIL)
        .running(List.of(new Slice(0, 1, 1, 1)), List.of(new Mark(0, EVIL)))
        .failing(EVIL, 3)
        .build();
    Finding other =
        finding(EVIL, Map.of(EVIL, "2"), EVIL).responding(1_000, 5_000).build();
    return new Comparison(
        EVIL,
        EVIL,
        map,
        map,
        List.of(new Contestant(EVIL, map, map)),
        List.of(new Comparison.Described(EVIL, EVIL, EVIL, EVIL, map)),
        List.of(finding, other));
  }

  /** As XML, which forgives nothing; what HTML leaves open is closed for that. */
  private static void assertWellFormed(String page) throws Exception {
    String xml = page.replace("<!DOCTYPE html>", "")
        .replaceAll("(<meta [^>]*[^/])>", "$1/>")
        .replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("(?s)(<script[^>]*>).*?</script>", "$1</script>");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    assertThat(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))))
        .isNotNull();
  }

  private static List<String> tags(String page) {
    return IN_TAG.matcher(page).results().map(MatchResult::group).toList();
  }
}
