package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.transport.KeyGenerator;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the generator makes. */
class KeyGeneratorTest {

  private final KeyGenerator generator = new ZeroMqProvider().keyGenerator().orElseThrow();

  @TempDir
  private Path directory;

  @Test
  void a_secret_file_is_for_its_owner_alone() throws IOException {
    Path secret = generator.generate(directory, "hub").get(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
  }

  @Test
  void only_the_secret_file_holds_the_secret_key() throws IOException {
    List<Path> files = generator.generate(directory.resolve("new/folder"), "hub");
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("hub.key", "hub.key_secret");
    assertThat(Files.readString(files.get(0))).contains("public-key").doesNotContain("secret-key");
    KeyFile both = KeyFile.readSecret(files.get(1));
    assertThat(KeyFile.readPublic(files.get(0)).publicKey()).isEqualTo(both.publicKey());
    assertThat(both.secretKey()).hasSize(32).isNotEqualTo(both.publicKey());
  }

  @Test
  void each_pair_is_another() {
    KeyFile one = KeyFile.readSecret(generator.generate(directory, "one").get(1));
    KeyFile two = KeyFile.readSecret(generator.generate(directory, "two").get(1));
    assertThat(one.secretKey()).isNotEqualTo(two.secretKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.key", "hub.key_secret"})
  void a_file_is_never_overwritten(String name) throws IOException {
    Path existing = Files.writeString(directory.resolve(name), "precious");
    TransportException refusal = refusal(directory, "hub");
    assertThat(refusal).hasMessageContaining(existing.toString());
    assertThat(existing).hasContent("precious");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).as("no half of a pair is left").containsExactly(existing);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../hub", "a/b", "-x", ".hidden", "a b", "a\"b", "a\nb", "é"})
  void a_name_that_is_no_file_name_is_refused(String name) {
    refusal(directory, name);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_directory_that_cannot_be_made_is_told() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(refusal(file.resolve("folder"), "hub")).hasMessageContaining(file.toString());
  }

  private TransportException refusal(Path where, String name) {
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> generator.generate(where, name));
    assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
    assertThat(refusal).satisfies(Sentence::requireOne);
    return refusal;
  }
}
