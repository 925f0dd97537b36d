package io.belfry.service.protocol;

import io.belfry.service.Replay;

/** A replay of a topic if there is a {@code topic}, else of the log. */
record ReplayForm(Shape<Replay.OfTopic> ofTopic, Shape<Replay.OfLog> ofLog)
    implements Form<Replay> {

  @Override
  public Object toJson(Replay value) {
    return value instanceof Replay.OfTopic topic
        ? ofTopic.toJson(topic)
        : ofLog.toJson((Replay.OfLog) value);
  }

  @Override
  public Replay fromJson(Object json, Reading at) {
    if (!(json instanceof JsonObject object)) {
      throw at.expected("an object", json);
    }
    if (object.fields().containsKey("topic")) {
      return ofTopic.fromJson(json, at);
    }
    if (object.fields().containsKey("filter")) {
      return ofLog.fromJson(json, at);
    }
    throw at.fault("has neither 'topic' nor 'filter'; name one topic, or the topics of a filter.");
  }
}
