package io.belfry.gateway.page;

import io.belfry.message.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Something to send that seldom changes. Browsers keep it, and ask each time whether it is still
 * the same.
 *
 * @param type the media type
 * @param body the bytes
 * @param tag tells it from any other content
 */
record Asset(String type, Payload body, String tag) {

  private static final int TAG_LENGTH = 24;

  static final String HTML = "text/html; charset=utf-8";

  static Asset of(String type, byte[] body) {
    return new Asset(type, Payload.copyOf(body), '"' + digest(body).substring(0, TAG_LENGTH) + '"');
  }

  /** A file of this package; none if there is none. */
  static Optional<byte[]> read(String name) {
    try (InputStream found = Asset.class.getResourceAsStream(name)) {
      return found == null ? Optional.empty() : Optional.of(found.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(name + " can't be read: " + e.getMessage(), e);
    }
  }

  void send(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.ETAG, tag);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    if (request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true).contains(tag)) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      callback.succeeded();
      return;
    }
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.size());
    response.write(true, body.toBuffer(), callback);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
