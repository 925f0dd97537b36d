package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in our categories and with a sentence that says what to do. */
final class Failures {

  /** From this reason code on, a reason code of MQTT is a failure. */
  static final int FIRST_FAILURE = 0x80;

  private static final int LAST_REASON = 0xff;

  /** The reason code of a message that was taken, though nobody has subscribed to it. */
  static final int NO_SUBSCRIBERS = 0x10;

  private Failures() {}

  static TransportException closed(String what) {
    return new TransportException(Category.CLOSED, what + " is closed.");
  }

  static TransportException lost(BrokerAddress broker, String why) {
    return new TransportException(
        Category.UNREACHABLE,
        "The connection to the broker at "
            + broker
            + " was lost, and whether this was done is not known: "
            + why);
  }

  static TransportException noRoom() {
    return new TransportException(
        Category.TIMED_OUT,
        "The broker has not acknowledged enough of what was sent before within the send time-out.");
  }

  static TransportException notConnected(BrokerAddress broker, String why) {
    return new TransportException(
        Category.UNREACHABLE, "There is no connection to the broker at " + broker + ": " + why);
  }

  /** Why there is no connection, by what Paho threw. */
  static TransportException connecting(BrokerAddress broker, Throwable thrown) {
    if (cause(thrown, CertificateException.class) != null) {
      return new TransportException(
          Category.CONFIGURATION,
          "The certificate of the broker at "
              + broker
              + " is not trusted; set 'trust-store' to a key store with its certificate or that of"
              + " its authority, and call the host by the name in the certificate.",
          thrown);
    }
    SSLException refusal = cause(thrown, SSLException.class);
    if (refusal != null) {
      return encrypting(broker, thrown, refusal);
    }
    return isReply(thrown)
        ? refusedConnection(broker, ((MqttException) thrown).getReasonCode())
        : unreachable(broker, thrown);
  }

  /** Whether the broker itself has said it; what is not MQTT's are Paho's own codes. */
  private static boolean isReply(Throwable thrown) {
    return thrown instanceof MqttException e
        && e.getReasonCode() > 0
        && e.getReasonCode() <= LAST_REASON;
  }

  /**
   * Why there is no connection to a broker that has asked for a certificate. With TLS 1.3 it says
   * that it does not like ours when the handshake is over for us, and the connection often breaks
   * before that has arrived; what Paho then makes of it depends on what it was just doing.
   */
  static TransportException greeting(BrokerAddress broker, Throwable thrown) {
    boolean isSaid = isReply(thrown)
        || cause(thrown, CertificateException.class) != null
        || cause(thrown, SSLException.class) != null;
    return isSaid ? connecting(broker, thrown) : encrypting(broker, thrown, thrown);
  }

  private static TransportException encrypting(
      BrokerAddress broker, Throwable thrown, Throwable why) {
    return new TransportException(
        Category.REFUSED,
        "TLS with the broker at "
            + broker
            + " failed: "
            + why
            + ". Does it speak TLS on this port, and does it accept our certificate in"
            + " 'key-store'?",
        thrown);
  }

  static TransportException noAnswer(BrokerAddress broker) {
    return new TransportException(
        Category.UNREACHABLE,
        "The broker at " + broker + " does not answer within the connect time-out.");
  }

  /** What a reason code of a PUBACK, SUBACK or UNSUBACK says, if it is one of a failure. */
  static TransportException refused(String what, int code) {
    return switch (code) {
      case 0x87 ->
        new TransportException(
            Category.REFUSED,
            "The broker does not allow " + what + " (not authorised); ask for the right to it.");
      case 0x97 ->
        new TransportException(
            Category.REFUSED, "The broker has no room for " + what + " (quota exceeded).");
      case 0x95 ->
        new TransportException(Category.TOO_LARGE, "The broker finds " + what + " too large.");
      default ->
        new TransportException(
            Category.REFUSED,
            String.format("The broker has refused %s (MQTT reason code 0x%02x).", what, code));
    };
  }

  private static TransportException refusedConnection(BrokerAddress broker, int code) {
    String start = "The broker at " + broker + " does not let us in: ";
    return switch (code) {
      case 0x04, 0x05, 0x86, 0x87 ->
        new TransportException(Category.REFUSED, start + "check 'user' and 'password'.");
      case 0x02, 0x85 ->
        new TransportException(Category.CONFIGURATION, start + "it does not like the 'client-id'.");
      case 0x01, 0x84 ->
        new TransportException(Category.REFUSED, start + "it does not speak MQTT 5.");
      case 0x03, 0x88, 0x89, 0x97, 0x9f ->
        new TransportException(
            Category.UNREACHABLE, start + "it has no room for another client now.");
      default ->
        new TransportException(
            Category.REFUSED, start + String.format("MQTT reason code 0x%02x.", code));
    };
  }

  private static TransportException unreachable(BrokerAddress broker, Throwable thrown) {
    return new TransportException(
        Category.UNREACHABLE,
        "The broker at " + broker + " can't be reached; is it running? " + inShort(thrown),
        thrown);
  }

  /** What was thrown underneath, or what Paho says if nothing was. */
  static String inShort(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "No reason is known.";
    }
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    if (cause instanceof MqttException e
        && e.getReasonCode() == MqttClientException.REASON_CODE_SERVER_DISCONNECTED) {
      return "The broker has ended the connection.";
    }
    return "(" + cause + ")";
  }

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
