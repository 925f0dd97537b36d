package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Parameter.number;
import static io.belfry.gateway.rest.Parameter.text;

import io.belfry.gateway.rest.Route.Takes;
import io.belfry.service.protocol.Operation;
import io.belfry.service.protocol.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** All that can be asked for, besides the stream. */
final class Routes {

  static final List<Route> ALL = List.of(
      get("/topics", asks(Operations.TOPICS), text("filter"), text("after"), number("limit")),
      post("/topics", asks(Operations.CREATE_TOPIC)),
      get("/topics/{topic}", Contents::describe, text("topic")),
      new Route(
          "POST",
          new Template("/topics/{topic}"),
          List.of(text("topic")),
          Takes.CONTENT,
          Contents::publish),
      get("/topics/{topic}/snapshot", Contents::show, text("topic")),
      get(
          "/topics/{topic}/events",
          asks(Operations.REPLAY_EVENTS),
          text("topic"),
          number("from"),
          number("to"),
          number("limit")),
      get("/snapshots", asks(Operations.SNAPSHOT), text("filter"), text("after"), number("limit")),
      get(
          "/events",
          Routes::replayLog,
          text("filter"),
          text("epoch"),
          number("after"),
          number("limit")),
      get(
          "/heads",
          asks(Operations.HEADS_OF_TOPICS),
          text("filter"),
          text("after"),
          number("limit")),
      get("/status", asks(Operations.STATUS_OF_SERVICE)),
      post("/fences", asks(Operations.DRAW_FENCE)),
      post("/subscriptions", Subscriptions::claim),
      post("/subscriptions/position", asks(Operations.ADVANCE)),
      delete("/subscriptions", asks(Operations.UNSUBSCRIBE), text("subscriber"), text("filter")),
      post("/emails", asks(Operations.REGISTER_EMAIL)),
      post("/emails/confirmations", asks(Operations.CONFIRM_EMAIL)),
      post("/emails/cancellations", asks(Operations.UNREGISTER_EMAIL)),
      get(
          "/mailboxes",
          asks(Operations.LIST_MAILBOXES),
          text("state"),
          number("after"),
          number("limit")),
      post("/mailboxes/{id}/steerings", asks(Operations.STEER_MAILBOX), number("id")),
      get("/letters", CaughtLetters::list),
      get("/session", Sessions::tell),
      post("/session", Sessions::begin),
      delete("/session", Sessions::end),
      get("/openapi.json", Documents::openapi),
      get("/asyncapi.json", Documents::asyncapi));

  private Routes() {}

  /** Asks the service with what stands in path, query and body, and hands on what it answers. */
  private static Deed asks(Operation<?, ?> operation) {
    return asked ->
        asked.asking().ask(operation, asked.arguments(), asked.body()).thenApply(Answer::json);
  }

  /** Of all topics where no filter is named: here is no other way to say which. */
  private static CompletionStage<Answer> replayLog(Asked asked) {
    Map<String, Object> arguments = new LinkedHashMap<>(Map.of("filter", "#"));
    arguments.putAll(asked.arguments());
    return asked.asking().ask(Operations.REPLAY_EVENTS, arguments).thenApply(Answer::json);
  }

  private static Route get(String template, Deed deed, Parameter... parameters) {
    return route("GET", template, Takes.NOTHING, deed, parameters);
  }

  private static Route post(String template, Deed deed, Parameter... parameters) {
    return route("POST", template, Takes.ARGUMENTS, deed, parameters);
  }

  private static Route delete(String template, Deed deed, Parameter... parameters) {
    return route("DELETE", template, Takes.NOTHING, deed, parameters);
  }

  private static Route route(
      String method, String template, Takes takes, Deed deed, Parameter... parameters) {
    return new Route(method, new Template(template), List.of(parameters), takes, deed);
  }
}
