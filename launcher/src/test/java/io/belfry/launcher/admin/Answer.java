package io.belfry.launcher.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an HTTP server has answered, word by word.
 *
 * @param status the number
 * @param head all lines before the body
 * @param body the rest
 */
public record Answer(int status, String head, String body) {

  private static final int PATIENCE_MILLIS = 20_000;

  /** Asks for a page. */
  public static Answer get(int port, String path, String... headers) throws IOException {
    return ask("GET", port, path, headers);
  }

  /** Asks anything. */
  public static Answer ask(String method, int port, String path, String... headers)
      throws IOException {
    try (Socket socket = connect(port)) {
      String further = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      send(
          socket,
          method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + further + "\r\n");
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = all.split("\r\n\r\n", 2);
      return new Answer(Integer.parseInt(all.split(" ")[1]), parts[0], parts[1]);
    }
  }

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The body, if it is JSON. */
  public Map<String, Object> json() throws IOException {
    return JSON.std.mapFrom(body);
  }
}
