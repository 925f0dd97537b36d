package io.belfry.gateway.bayeux;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.common.JSONContext;
import org.cometd.server.JSONContextServer;
import org.cometd.server.ServerMessageImpl;

/**
 * How messages are read and written. Not by what CometD brings: that would make objects of classes
 * that a message names, and other numbers of large ones.
 */
final class Messages implements JSONContextServer {

  private static final int MOST = 1_000;

  /**
   * Reads messages.
   *
   * @throws IllegalArgumentException with a sentence; CometD would write all into its log if it
   *     were the exception that is declared
   */
  @Override
  public List<ServerMessage.Mutable> parse(String json) {
    Object read = Json.read(json);
    List<?> all = read instanceof List<?> list ? list : List.of(read);
    if (all.size() > MOST) {
      throw new IllegalArgumentException("At most " + MOST + " messages can be sent at once.");
    }
    List<ServerMessage.Mutable> messages = new ArrayList<>();
    for (Object one : all) {
      messages.add(message(one));
    }
    return messages;
  }

  private static ServerMessage.Mutable message(Object one) {
    if (!(one instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("A message is an object.");
    }
    ServerMessageImpl message = new ServerMessageImpl();
    fields.forEach((name, value) -> message.put(String.valueOf(name), value));
    Fields.check(message);
    return message;
  }

  @Override
  public JSONContext.AsyncParser newAsyncParser() {
    return new Body(this::parse);
  }

  @Override
  public String generate(ServerMessage.Mutable message) {
    String made = JSONContextServer.super.generate(message);
    return made == null ? Json.write(message) : made;
  }

  @Override
  public JSONContext.Parser getParser() {
    return new JSONContext.Parser() {
      @Override
      @SuppressWarnings("unchecked")
      public <R> R parse(java.io.Reader from, Class<R> type) {
        StringWriter text = new StringWriter();
        try {
          from.transferTo(text);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return (R) Json.read(text.toString());
      }
    };
  }

  @Override
  public JSONContext.Generator getGenerator() {
    return Json::write;
  }
}
