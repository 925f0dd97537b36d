package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Settings: each is described, none is ignored, and secrets stay secret. */
abstract class SettingsRules extends Rules {

  private static final String SECRET = "swordfish-swordfish-swordfish";

  private static final String HERE = "127.0.0.1";

  /** An address that belongs to nobody, by RFC 5737. */
  private static final String ELSEWHERE = "192.0.2.1";

  SettingsRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void se01_every_key_has_a_proper_name_a_type_a_meaning_and_a_valid_default() {
    assertThat(keys()).extracting(SettingKey::name).doesNotHaveDuplicates();
    for (SettingKey<?> key : keys()) {
      assertThat(key.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
      assertThat(key.type()).as("type of " + key).isNotBlank();
      assertThat(key.meaning()).as("meaning of " + key).isNotBlank();
    }
    assertThat(settings(Map.of()).shown()).hasSameSizeAs(keys());
  }

  @Test
  void se02_an_unknown_key_is_refused_with_a_suggestion() {
    for (SettingKey<?> key : keys()) {
      String misspelt = key.name() + "x";
      SettingsException refusal = catchThrowableOfType(
          SettingsException.class, () -> settings(Map.of(misspelt, "anything")));
      assertThat(refusal).hasMessageContaining(misspelt).hasMessageContaining(key.name());
    }
  }

  @Test
  void se03_the_provider_is_found_by_its_name() {
    assertThat(provider().name()).matches("[a-z][a-z0-9]*");
    Class<?> registered = scene().bed().registered().getClass();
    ClassLoader its = registered.getClassLoader(); // A plug-in has one of its own.
    assertThat(ServiceLoader.load(TransportProvider.class, its))
        .filteredOn(found -> found.getClass() == registered)
        .singleElement()
        .extracting(TransportProvider::name)
        .isEqualTo(provider().name());
  }

  @Test
  void se04_no_error_and_no_text_shows_a_secret() {
    List<SettingKey<?>> secrets = keys().stream().filter(SettingKey::isSecret).toList();
    appliesOnlyIf(!secrets.isEmpty(), "the transport has no secret settings");
    hub();
    for (SettingKey<?> secret : secrets) {
      Map<String, String> written = new HashMap<>(scene().bed().settings(Side.SPOKE));
      written.put(secret.name(), SECRET);
      assertThat(allThatIsSaid(written)).as(secret.name()).doesNotContain(SECRET);
    }
  }

  @Test
  void se05_what_other_machines_can_take_part_in_is_not_called_confined() {
    addressesAt(ELSEWHERE).ifPresent(written -> assertThat(isConfined(written)).isFalse());
    assertThat(isConfined(addressesAt(HERE).orElseGet(() -> scene().bed().settings(Side.SPOKE))))
        .isTrue();
  }

  private boolean isConfined(Map<String, String> written) {
    return provider().isConfined(settings(written));
  }

  /** Settings whose every address has that host, if there is a network. */
  private Optional<Map<String, String>> addressesAt(String host) {
    return scene()
        .bed()
        .spokeSettingsThrough(address -> new InetSocketAddress(host, address.getPort()));
  }

  private String allThatIsSaid(Map<String, String> written) {
    StringWriter said = new StringWriter();
    try {
      said.append(settings(written).toString());
      said.append(scene().newSpoke(written).health().detail());
    } catch (RuntimeException e) {
      e.printStackTrace(new PrintWriter(said));
    }
    return said.toString();
  }

  private Settings settings(Map<String, String> written) {
    return Settings.of(provider().name(), keys(), written);
  }

  private TransportProvider provider() {
    return scene().bed().provider();
  }

  private List<SettingKey<?>> keys() {
    return provider().settings();
  }
}
