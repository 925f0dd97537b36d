package io.belfry.launcher.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where settings come from, and which of them holds. */
class ProfilesTest {

  static final List<String> BUILT_IN = Profiles.BUILT_IN;

  private static final SettingKey<String> URL = SettingKey.text("url", "tcp://default", "Where.");
  private static final SettingKey<Optional<String>> PASSWORD =
      SettingKey.optionalText("password", "What nobody sees.").asSecret();
  private static final SettingKey<Duration> FIRST =
      SettingKey.duration("retry.first-pause", "1m", "How long.");
  private static final Section TRANSPORT =
      new Section("transport", List.of(SettingKey.text("name", "", "Which one."), URL, PASSWORD));
  private static final Section DELIVERY = new Section("delivery", List.of(FIRST));
  private static final Section BROKER =
      new Section("broker", List.of(SettingKey.optionalText("speaks", "Which protocol.")));
  private static final List<Section> ALL = List.of(TRANSPORT, DELIVERY, BROKER);
  private static final String FIRST_NAME = "delivery.retry.first-pause";
  private static final String FIRST_VARIABLE = "BELFRY_DELIVERY_RETRY_FIRST_PAUSE";

  @TempDir
  Path directory;

  @ParameterizedTest
  @FieldSource("BUILT_IN")
  void what_comes_along_names_its_transport_and_nothing_unknown(String name) {
    Profile profile = load(name);
    assertThat(profile.find("transport.name").orElseThrow().text()).isEqualTo(name);
    profile.requireKnown(ALL);
  }

  @Test
  void where_nothing_is_written_the_default_holds() {
    Profile profile = load("zeromq");
    assertThat(profile.find("transport.url")).isEmpty();
    assertThat(profile.settings(TRANSPORT).get(URL)).isEqualTo("tcp://default");
  }

  @Test
  void set_wins_over_the_environment_and_that_over_the_file() throws IOException {
    String file = write("transport.name = zeromq\ndelivery { retry { first-pause = 1 s } }");
    assertThat(first(Profiles.load(file, Map.of(), List.of(), ALL)))
        .isEqualTo(Duration.ofSeconds(1));
    Map<String, String> environment = Map.of(FIRST_VARIABLE, "2s");
    assertThat(first(Profiles.load(file, environment, List.of(), ALL)))
        .isEqualTo(Duration.ofSeconds(2));
    List<String> set = List.of(FIRST_NAME + "=3s", FIRST_NAME + " = 4s");
    assertThat(first(Profiles.load(file, environment, set, ALL))).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void each_value_tells_where_it_is_from() throws IOException {
    String file = write("transport.name = mqtt\n\ntransport.url = \"tcp://there\"");
    Profile profile =
        Profiles.load(file, Map.of(FIRST_VARIABLE, "2s"), List.of("transport.password=x"), ALL);
    assertThat(origin(profile, "transport.url")).isEqualTo(file + ", line 3");
    assertThat(origin(profile, FIRST_NAME)).isEqualTo("environment, " + FIRST_VARIABLE);
    assertThat(origin(profile, "transport.password")).isEqualTo("--set");
    assertThat(origin(profile, "broker.speaks")).isEqualTo("profile mqtt, line 3");
  }

  @Test
  void what_comes_along_for_a_transport_goes_with_it_wherever_it_is_named() {
    Profile profile = Profiles.load("zeromq", Map.of(), List.of("transport.name=jms"), ALL);
    assertThat(profile.find("broker.speaks").orElseThrow().text()).isEqualTo("jms");
  }

  @Test
  void a_list_is_what_has_commas_else() throws IOException {
    Profile profile = load(write("transport { name = zeromq, url = [\"tcp://a\", \"tcp://b\"] }"));
    assertThat(profile.settings(TRANSPORT).get(URL)).isEqualTo("tcp://a,tcp://b");
  }

  @Test
  void a_default_that_follows_from_others_gives_way_to_what_is_written() {
    Profile profile = load("zeromq").withDefault("transport.url", "tcp://derived", "the rest");
    assertThat(origin(profile, "transport.url")).isEqualTo("the rest");
    Profile written = Profiles.load("zeromq", Map.of(), List.of("transport.url=tcp://x"), ALL)
        .withDefault("transport.url", "tcp://derived", "the rest");
    assertThat(origin(written, "transport.url")).isEqualTo("--set");
  }

  @Test
  void an_unknown_setting_is_refused_with_what_was_meant() throws IOException {
    Profile profile = load(write("transport.name = zeromq\ntransport.ulr = x"));
    assertThatThrownBy(() -> profile.requireKnown(ALL))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'transport.ulr'")
        .hasMessageContaining("line 2")
        .hasMessageContaining("did you mean 'transport.url'?");
  }

  @Test
  void a_variable_that_is_meant_for_us_and_stands_for_nothing_is_refused() {
    assertRefused(
        () -> Profiles.load("zeromq", Map.of("BELFRY_TRANSPORT_ULR", "x"), List.of(), ALL),
        "BELFRY_TRANSPORT_ULR",
        "did you mean BELFRY_TRANSPORT_URL?");
    Profiles.load("zeromq", Map.of("BELFRY_OTHER", "x", "PATH", "/bin"), List.of(), ALL);
  }

  @Test
  void a_value_that_can_not_be_is_shown_with_its_place() throws IOException {
    Profile profile = load(write("transport.name = zeromq\n" + FIRST_NAME + " = soon"));
    assertRefused(
        () -> profile.settings(DELIVERY),
        "first-pause",
        "a duration",
        "'soon'",
        FIRST_NAME,
        "line 2");
  }

  @Test
  void secrets_are_masked() {
    Profile profile =
        Profiles.load("zeromq", Map.of(), List.of("transport.password=hush-hush"), ALL);
    Settings settings = profile.settings(TRANSPORT);
    assertThat(settings.shown()).containsEntry("password", "***");
    assertThat(settings.get(PASSWORD)).contains("hush-hush");
    assertThat(profile).asString().doesNotContain("hush");
    assertThat(profile.find("transport.password").orElseThrow()).asString().doesNotContain("hush");
  }

  @Test
  void what_can_not_be_read_is_told_in_a_sentence() throws IOException {
    assertRefused(() -> load("zeromk"), "'zeromk'", "did you mean 'zeromq'?");
    assertRefused(() -> load("carrier-pigeon"), "zeromq, mqtt, jms", ".conf");
    assertRefused(() -> load(directory + "/none.conf"), "none.conf", "check the path");
    assertRefused(() -> load(write("transport { name = zeromq")), "mine.conf", "bracket");
    assertRefused(
        () -> load(write("transport.name = x\na = ${nowhere.at.all}")), "${nowhere.at.all}");
    assertThatThrownBy(() -> load(write("transport.password = \"hush\nx = ]")))
        .hasMessageContaining("mine.conf, line 1")
        .hasMessageNotContaining("hush");
    Files.write(directory.resolve("bytes.conf"), new byte[] {-1, -2, -3});
    assertRefused(() -> load(directory + "/bytes.conf"), "UTF-8");
    assertRefused(() -> load(directory + "/"), "may be read");
    assertRefused(() -> load(write("delivery.retry = 1")), "names no transport");
    assertRefused(() -> load(write("transport.name = [{a = 1}]")), "transport.name", "line 1");
    assertRefused(
        () -> Profiles.load("zeromq", Map.of(), List.of("transport.url"), ALL),
        "--set name=value",
        "'transport.url'");
  }

  private static void assertRefused(ThrowingCallable call, String... said) {
    assertThatThrownBy(call)
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(said)
        .message()
        .doesNotContain("\n");
  }

  private static Profile load(String name) {
    return Profiles.load(name, Map.of(), List.of(), ALL);
  }

  private String write(String text) throws IOException {
    return Files.writeString(directory.resolve("mine.conf"), text).toString();
  }

  private static Duration first(Profile profile) {
    return profile.settings(DELIVERY).get(FIRST);
  }

  private static String origin(Profile profile, String setting) {
    return profile.find(setting).orElseThrow().origin();
  }
}
