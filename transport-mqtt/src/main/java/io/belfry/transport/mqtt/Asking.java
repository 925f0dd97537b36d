package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** The requesting side: each request carries where its reply is awaited, and its number. */
final class Asking {

  /** How long a request is worth answering, in milliseconds. */
  static final String DEADLINE = "deadline-ms";

  /** What the reply is: a reply proper where it is missing. */
  static final String STATUS = "status";

  /** Digits rather than bytes, so that a server written in a shell can give them back. */
  private static final HexFormat HEX = HexFormat.of();

  private static final int NUMBER_LENGTH = 16;

  private final Names names;
  private final Lane lane;
  private final Requests requests;
  private final String replies;
  private final Berth berth;

  /**
   * Begins to await replies.
   *
   * @param names what things are called
   * @param clientId the lane's client
   * @param lanes whose first sends and receives
   * @param requests the table of those outstanding
   */
  Asking(Names names, String clientId, Lanes lanes, Requests requests) {
    this.names = names;
    this.lane = lanes.first();
    this.requests = requests;
    this.replies = names.replies(clientId);
    this.berth = lanes.enter(
        BrokerFilter.own(replies), 1, first -> first.add(replies, (link, reply) -> take(reply)));
  }

  CompletionStage<Message> ask(Address service, Message request, Duration deadline) {
    return requests.send(
        service, deadline, number -> send(service, encode(request, number, deadline), number));
  }

  private void send(Address service, MqttMessage message, long number) {
    berth.ready().getNow(null); // Throws if the broker does not allow replies.
    lane.connection().require().publish(names.service(service), message, new Receipt() {
      @Override
      public void answered(int code) {
        if (code == Failures.NO_SUBSCRIBERS) {
          requests.fail(number, unserved(service));
        } else if (code >= Failures.FIRST_FAILURE) {
          requests.fail(number, Failures.refused("to ask '" + service + "'", code));
        }
      }

      @Override
      public void lost(TransportException why) {
        requests.fail(number, why);
      }
    });
  }

  static TransportException unserved(Address service) {
    return new TransportException(
        Category.UNREACHABLE, "Nobody serves '" + service + "' at this broker now.");
  }

  private MqttMessage encode(Message request, long number, Duration deadline) {
    MqttMessage message = Codec.encode(request, 1);
    long millis = Math.max(1, TimeUnit.MILLISECONDS.convert(deadline));
    MqttProperties properties = message.getProperties();
    properties.setResponseTopic(replies);
    properties.setCorrelationData(HEX.toHexDigits(number).getBytes(StandardCharsets.US_ASCII));
    Long own = properties.getMessageExpiryInterval();
    long seconds = Expiry.seconds(millis);
    properties.setMessageExpiryInterval(own == null ? seconds : Math.min(own, seconds));
    Codec.add(message, DEADLINE, Long.toString(millis));
    return message;
  }

  private void take(MqttMessage reply) {
    byte[] number = reply.getProperties().getCorrelationData();
    if (number != null && number.length == NUMBER_LENGTH) {
      String status = Codec.get(reply, STATUS);
      complete(number, new Outcome(status == null ? Outcome.OK : status, Codec.decode(reply)));
    }
  }

  private void complete(byte[] number, Outcome outcome) {
    String digits = new String(number, StandardCharsets.US_ASCII);
    try {
      requests.complete(HexFormat.fromHexDigitsToLong(digits), outcome);
    } catch (IllegalArgumentException e) {
      // It answers nothing that was asked here.
    }
  }
}
