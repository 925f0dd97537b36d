package io.belfry.transport.mqtt;

import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * What workers of a queue say to each other.
 *
 * @param kind what it says
 * @param from the worker that says it
 * @param room for how much it has room, where that is what it says
 */
record Note(Kind kind, String from, int room) {

  /** What can be said. */
  enum Kind {
    /** I hold more than I may. */
    OFFER,
    /** I have room for so much. */
    TAKE
  }

  private static final String KIND = "note";
  private static final String FROM = "from";
  private static final String ROOM = "room";
  private static final int MOST_DIGITS = 9;

  MqttMessage encode() {
    MqttMessage message = new MqttMessage(new byte[0]);
    message.setQos(1);
    message.setProperties(new org.eclipse.paho.mqttv5.common.packet.MqttProperties());
    Codec.add(message, KIND, kind == Kind.OFFER ? "offer" : "take");
    Codec.add(message, FROM, from);
    Codec.add(message, ROOM, Integer.toString(room));
    return message;
  }

  /** The note in a message; nothing if it is work, or nonsense. */
  static Optional<Note> parse(MqttMessage message) {
    String kind = Codec.get(message, KIND);
    String from = Codec.get(message, FROM);
    if (kind == null || from == null || !Wires.isWorker(from)) {
      return Optional.empty();
    }
    return switch (kind) {
      case "offer" -> Optional.of(new Note(Kind.OFFER, from, 0));
      case "take" -> Optional.of(new Note(Kind.TAKE, from, number(Codec.get(message, ROOM))));
      default -> Optional.empty();
    };
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Integer.parseInt(text)
        : 0;
  }
}
