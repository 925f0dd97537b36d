package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.gateway.Gateway;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.page.Shown;
import io.belfry.message.Address;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.access.Access;
import io.belfry.server.access.Grant;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.NotificationService;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway in front of a service, and a client that asks it. */
final class Running implements AutoCloseable {

  final Notices notices;
  final Gateway gateway;
  private final Optional<NotificationServer> server;
  private final HttpClient http = HttpClient.newHttpClient();

  private Running(
      Optional<NotificationServer> server,
      NotificationService service,
      Notices notices,
      Shown shown,
      List<String> origins) {
    this.server = server;
    this.notices = notices;
    this.gateway = Gateway.open(
        new GatewayConfig(
            "127.0.0.1", 0, origins, Optional.empty(), Limits.DEFAULTS, Times.DEFAULTS),
        service,
        shown);
  }

  static Running open(Path directory) {
    return open(directory, Access.open(), Shown.NOTHING);
  }

  static Running guarded(Path directory, Grant... grants) {
    return open(directory, Access.guarded(List.of(grants)), Shown.NOTHING);
  }

  /** As somebody sees it through a proxy. */
  static Running behind(Path directory, String origin) {
    return open(directory, Access.open(), Shown.NOTHING, List.of(origin));
  }

  static Running open(Path directory, Access access, Shown shown) {
    return open(directory, access, shown, List.of());
  }

  private static Running open(Path directory, Access access, Shown shown, List<String> origins) {
    Notices notices = new Notices();
    NotificationServer server = NotificationServer.start(
        ServerConfig.of(
                new Address("test"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("log.db")))
            .withAccess(access),
        List.of(),
        Optional.of(notices));
    return new Running(Optional.of(server), server.service(), notices, shown, origins);
  }

  /** In front of any other service. */
  static Running before(NotificationService service) {
    return new Running(Optional.empty(), service, new Notices(), Shown.NOTHING, List.of());
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, body, headers);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return http.send(request(method, path, bytes, headers), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> sendBytes(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return http.send(request(method, path, body, headers), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(gateway.url() + "/api/v1" + path))
        .timeout(Duration.ofSeconds(20))
        .method(
            method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  /** Sends what follows the first headers as it is, which the client's own care would not do. */
  String talk(String method, String path, String rest) throws IOException {
    return talk(method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\n"
        + "Connection: close\r\n" + rest);
  }

  private String talk(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Map<String, Object> json(HttpResponse<String> response) throws IOException {
    return JSON.std.mapFrom(response.body());
  }

  @Override
  public void close() {
    gateway.close();
    server.ifPresent(NotificationServer::close);
  }
}
