package io.belfry.gateway.rest;

import io.belfry.gateway.page.Letters;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * What somebody has asked for.
 *
 * @param request the whole
 * @param arguments what stands in path and query
 * @param body what stands in the body; empty where none is taken
 * @param asking asks the service in the same name
 * @param letters the mails that a mailbox has caught, if there is one
 */
record Asked(
    Request request,
    Map<String, Object> arguments,
    Payload body,
    Asking asking,
    Optional<Letters> letters) {

  /**
   * The topic in the path.
   *
   * @throws IllegalArgumentException if it is none
   */
  Topic topic() {
    return new Topic(String.valueOf(arguments.get("topic")));
  }
}
