package io.belfry.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.packing.form.Packs;
import io.belfry.settings.SettingKey;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the documents say of packing is so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuideTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void the_guide_has_every_setting_with_its_default() throws IOException {
    TransportProvider plain = new InprocProvider();
    String guide = Files.readString(DOCS.resolve("guide/packing.md"));

    List<SettingKey<?>> added = PackingProvider.over(plain).settings().stream()
        .filter(key -> !plain.settings().contains(key))
        .toList();

    assertThat(added)
        .hasSize(4)
        .allSatisfy(key ->
            assertThat(guide).contains("| `" + key.name() + "` | `" + key.defaultText() + "` |"));
  }

  @Test
  void the_bytes_of_the_specification_are_those_of_a_pack() throws IOException {
    String page = Files.readString(DOCS.resolve("wire.md"));
    Message pack = Packs.ofMessages(
        List.of(Message.of("12.5").with("unit", "EUR"), Message.of("7").with("unit", "EUR")));

    String bytes = HexFormat.of().formatHex(pack.payload().toBytes());

    assertThat(page.replaceAll("\\s", "")).contains("```" + bytes + "```");
    assertThat(page)
        .contains("content-type: " + pack.headers().get("content-type").orElseThrow());
  }
}
