package io.belfry.transport.jms;

import io.belfry.message.Message;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Optional;

/**
 * A message with all that is written outside on it.
 *
 * @param place where it goes
 * @param content what is in it
 * @param isPersistent whether the broker writes it to disk
 * @param timeToLive for how many milliseconds it is worth delivering; 0 for ever
 * @param stamp what else is written on it
 */
record Letter(Place place, Message content, boolean isPersistent, long timeToLive, Stamp stamp) {

  /** The header of an application that may send a message twice: the broker takes the first. */
  static final String ID = "belfry-id";

  /** Not a header: no header has capitals. */
  static final String STATUS = "BelfryStatus";

  private static final String ARTEMIS_DUPLICATE_ID = "_AMQ_DUPL_ID";
  private static final int USUAL_PRIORITY = 4;

  private static final Outcome UNREADABLE =
      Outcome.failure(Category.INTERNAL, "The reply is no message that this transport can read.");

  /** Writes something on a message. */
  @FunctionalInterface
  interface Stamp {
    void put(BytesMessage message) throws JMSException;
  }

  /** A publication or a piece of work. */
  static Letter of(Place place, Message content, boolean isPersistent) {
    if (content.headers().isEmpty()) {
      return new Letter(place, content, isPersistent, 0, message -> {});
    }
    long timeToLive = content.expiry().map(Duration::toMillis).orElse(0L);
    Optional<String> id = content.headers().get(ID).filter(given -> !given.isEmpty());
    return new Letter(place, content, isPersistent, timeToLive, message -> {
      if (id.isPresent()) {
        message.setStringProperty(ARTEMIS_DUPLICATE_ID, id.get());
      }
    });
  }

  /** A request, which nobody needs to answer after its deadline. */
  static Letter request(
      Place service, Message content, Duration deadline, String number, Destination replyTo) {
    long most = Math.max(1, deadline.toMillis());
    long timeToLive =
        content.expiry().map(Duration::toMillis).map(own -> Math.min(own, most)).orElse(most);
    return new Letter(service, content, false, timeToLive, message -> {
      message.setJMSCorrelationID(number);
      message.setJMSReplyTo(replyTo);
    });
  }

  /** The outcome of a request. */
  static Letter reply(Place requester, String number, Outcome outcome) {
    return new Letter(requester, outcome.message(), false, 0, message -> {
      message.setJMSCorrelationID(number);
      message.setStringProperty(STATUS, outcome.status());
    });
  }

  /** Under what a reply to this request is expected: its correlation, or else its own id. */
  static String number(jakarta.jms.Message request) throws JMSException {
    String correlation = request.getJMSCorrelationID();
    return correlation != null ? correlation : String.valueOf(request.getJMSMessageID());
  }

  /** The status of a reply; one that has none is from a stranger, and is a reply. */
  static Outcome outcome(jakarta.jms.Message reply, int maxPayload) throws JMSException {
    String status = reply.getStringProperty(STATUS);
    return Envelope.read(reply, maxPayload)
        .map(content -> new Outcome(status == null ? Outcome.OK : status, content))
        .orElse(UNREADABLE);
  }

  int priority() {
    return content.headers().isEmpty() ? USUAL_PRIORITY : content.priority().orElse(USUAL_PRIORITY);
  }
}
