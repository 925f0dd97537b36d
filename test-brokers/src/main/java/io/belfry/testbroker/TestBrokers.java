package io.belfry.testbroker;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The brokers that tests can have on this machine. */
public final class TestBrokers {

  private TestBrokers() {}

  /**
   * Why there is no such broker here.
   *
   * @param kind which
   * @return a sentence that says what is missing, or nothing if it can be started
   */
  public static Optional<String> missing(Kind kind) {
    return switch (kind) {
      case EMBEDDED -> Optional.empty();
      case MOSQUITTO -> Mosquitto.missing();
      case ARTEMIS_PROCESS -> Artemis.missing();
      case DOCKER_MOSQUITTO -> MosquittoContainer.missing();
      case GIVEN_MQTT -> GivenBroker.missing(GivenBroker.MQTT_URL);
      case GIVEN_JMS -> GivenBroker.missing(GivenBroker.JMS_URL);
    };
  }

  /**
   * The kinds that can be started here.
   *
   * @param protocol which they are to speak
   * @return them, the fastest to start first
   */
  public static List<Kind> available(Protocol protocol) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.protocols().contains(protocol))
        .filter(kind -> missing(kind).isEmpty())
        .toList();
  }

  /**
   * Starts a broker; returns when it lets clients in.
   *
   * @param kind which
   * @param setup how it is to run
   * @return the running broker, to be closed by the caller
   * @throws Exception if it does not start; the message has what it printed
   */
  public static TestBroker start(Kind kind, Setup setup) throws Exception {
    return switch (kind) {
      case EMBEDDED -> EmbeddedTestBroker.start(setup);
      case MOSQUITTO -> Mosquitto.start(setup);
      case ARTEMIS_PROCESS -> Artemis.start(setup);
      case DOCKER_MOSQUITTO -> MosquittoContainer.start(setup);
      case GIVEN_MQTT -> GivenBroker.of(kind, GivenBroker.MQTT_URL, setup);
      case GIVEN_JMS -> GivenBroker.of(kind, GivenBroker.JMS_URL, setup);
    };
  }

  /**
   * Starts a broker that this machine may have or not; without it, the test is skipped, and says
   * why.
   *
   * @param kind which
   * @param setup how it is to run
   * @return the running broker, to be closed by the caller
   * @throws Exception if it does not start; the message has what it printed
   */
  public static TestBroker startOrSkip(Kind kind, Setup setup) throws Exception {
    Optional<String> missing = missing(kind);
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    return start(kind, setup);
  }
}
