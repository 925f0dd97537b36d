package io.belfry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.config.Tls;
import io.belfry.gateway.http.Plain;
import io.belfry.gateway.page.Shown;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.service.Token;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatewayTest {

  private static final String PASSWORD = "bronze and tin";

  @TempDir
  private Path directory;

  @Test
  void others_are_not_let_in_where_no_token_is_needed() {
    assertThatThrownBy(() -> House.open(House.server(directory), anywhere(), Shown.NOTHING))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("auth.tokens");
  }

  @Test
  void others_are_let_in_with_a_token() throws IOException {
    Token token = Tokens.generate();
    Access access = Access.guarded(List.of(
        Grant.of("ringer", token, EnumSet.of(Role.SUBSCRIBE), List.of(new TopicFilter("#")))));
    try (House house =
        House.open(House.server(directory).withAccess(access), anywhere(), Shown.NOTHING)) {
      int port = house.gateway().port();
      String stream = "GET /api/v1/stream?topic=none";
      assertThat(Plain.ask(port, stream))
          .startsWith("HTTP/1.1 401 ")
          .contains("WWW-Authenticate: Bearer");
      assertThat(Plain.ask(port, stream, "Authorization: Bearer wrong"))
          .startsWith("HTTP/1.1 401 ");
      assertThat(Plain.ask(port, stream, "Authorization: Bearer " + token.secret()))
          .startsWith("HTTP/1.1 404 ");
      assertThat(Plain.ask(port, stream, "Cookie: belfry-token=" + token.secret()))
          .startsWith("HTTP/1.1 404 ");
      assertThat(Plain.ask(port, stream + "&token=" + token.secret())).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void a_port_that_is_taken_is_named() {
    try (House house = House.open(directory)) {
      assertThatThrownBy(() -> Gateway.open(
              GatewayConfig.local(house.gateway().port()), house.service(), Shown.NOTHING))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("gateway.port");
    }
  }

  @Test
  void with_a_key_store_it_encrypts() throws Exception {
    Path keys = keyStore();
    GatewayConfig config = new GatewayConfig(
        "127.0.0.1",
        0,
        List.of(),
        Optional.of(new Tls(keys, PASSWORD)),
        Limits.DEFAULTS,
        Times.DEFAULTS);
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      String url = "https://localhost:" + house.gateway().port();
      HttpClient http = HttpClient.newBuilder().sslContext(trusting(keys)).build();
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/stream"))
          .header("Origin", url)
          .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
      assertThat(house.gateway().url()).startsWith("https://");
      assertThat(config.toString()).doesNotContain(PASSWORD);
    }
  }

  private static GatewayConfig anywhere() {
    return new GatewayConfig(
        "0.0.0.0", 0, List.of(), Optional.empty(), Limits.DEFAULTS, Times.DEFAULTS);
  }

  private Path keyStore() throws IOException, InterruptedException {
    Path file = directory.resolve("keys.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "gateway",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    return file;
  }

  private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(file), PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gateway", store.getCertificate("gateway"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
