package io.belfry.gateway.rest;

import io.belfry.gateway.Shown;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/**
 * What somebody has asked for.
 *
 * @param request the whole
 * @param arguments what stands in path and query
 * @param body what stands in the body; empty where none is taken
 * @param asking asks the service in the same name
 * @param shown what is shown besides the service
 */
record Asked(
    Request request, Map<String, Object> arguments, Payload body, Asking asking, Shown shown) {

  /**
   * The topic in the path.
   *
   * @throws IllegalArgumentException if it is none
   */
  Topic topic() {
    return new Topic(String.valueOf(arguments.get("topic")));
  }
}
