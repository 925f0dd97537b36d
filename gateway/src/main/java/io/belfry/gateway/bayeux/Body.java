package io.belfry.gateway.bayeux;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.common.JSONContext;

/** The body of a request, until it is whole. */
final class Body implements JSONContext.AsyncParser {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Function<String, List<ServerMessage.Mutable>> parse;

  Body(Function<String, List<ServerMessage.Mutable>> parse) {
    this.parse = parse;
  }

  @Override
  public void parse(ByteBuffer part) {
    while (part.hasRemaining()) {
      bytes.write(part.get());
    }
  }

  @Override
  // As CometD has it: it always asks for the messages.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <R> R complete() {
    return (R) parse.apply(text());
  }

  private String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The messages are not in well-formed UTF-8.", e);
    }
  }
}
