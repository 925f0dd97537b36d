package io.belfry.gateway.rest;

import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a body as it comes, and only as much of it as is taken. */
final class Body {

  /**
   * How much more of a body that is too large is read in vain: whoever sends a little too much
   * shall hear why, not that the connection broke.
   */
  private static final int IN_VAIN = 4;

  private final Request request;
  private final int most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Payload> whole = new CompletableFuture<>();
  private long seen;

  private Body(Request request, int most) {
    this.request = request;
    this.most = most;
  }

  static CompletionStage<Payload> read(Request request, int most) {
    if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
      throw new Refusal(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "UNSUPPORTED_ENCODING",
          "Bodies are taken as they are; leave out Content-Encoding.");
    }
    Body body = new Body(request, most);
    if (request.getLength() > (long) most * IN_VAIN) {
      throw body.tooLarge();
    }
    body.more();
    return body.whole;
  }

  private void more() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::more);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        whole.completeExceptionally(new Refusal(
            HttpStatus.BAD_REQUEST_400, "BAD_REQUEST", "The body did not come to its end."));
        return;
      }
      take(chunk.getByteBuffer());
      chunk.release();
      if (chunk.isLast() || seen > (long) most * IN_VAIN) {
        end();
        return;
      }
    }
  }

  private void take(ByteBuffer part) {
    seen += part.remaining();
    if (seen <= most) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }
  }

  private void end() {
    if (seen > most) {
      whole.completeExceptionally(tooLarge());
    } else {
      byte[] all = bytes.toByteArray();
      whole.complete(Payload.wrap(all, 0, all.length));
    }
  }

  private ServiceException tooLarge() {
    return new ServiceException(
        Code.TOO_LARGE, "The body has more than the " + most + " bytes that are taken here.");
  }
}
