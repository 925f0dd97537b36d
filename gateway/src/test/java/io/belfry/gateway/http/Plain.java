package io.belfry.gateway.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks over a bare socket, with whatever headers. */
public final class Plain {

  private Plain() {}

  /**
   * The whole answer to a request that has no body, to which the end of the connection is added.
   */
  public static String ask(int port, String line, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\n");
      List.of(headers).forEach(header -> request.append(header).append("\r\n"));
      if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
        request.append("Host: localhost:").append(port).append("\r\n");
      }
      boolean isUpgrade =
          List.of(headers).stream().anyMatch(header -> header.startsWith("Upgrade:"));
      request.append(isUpgrade ? "Connection: Upgrade, close" : "Connection: close");
      request.append("\r\n\r\n");
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
