package io.belfry.benchmark;

import io.belfry.benchmark.broker.BrokerProcess;
import io.belfry.benchmark.jms.RawJms;
import io.belfry.benchmark.mqtt.RawMqtt;
import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.Contestant;
import java.util.List;
import java.util.Optional;

/**
 * Where the contestants meet: the same broker for all of them, if they need one.
 *
 * @param contestants who takes part
 * @param broker what stands between the two sides, in words, if there is something
 * @param started the broker that was started for this
 */
record Arena(List<Contestant> contestants, Optional<String> broker, Optional<BrokerProcess> started)
    implements AutoCloseable {

  /** Opens it; nothing that makes no sense has been started then. */
  static Arena open(Options options) {
    Contestants.requireSense(options);
    boolean isBrokered = OverBroker.isFor(options.transport());
    if (options.overBroker().url().isPresent() || !isBrokered) {
      return at(options, options.overBroker().url(), Optional.empty());
    }
    BrokerProcess started = BrokerProcess.start(options.overBroker().isPersistent());
    try {
      String url = options.transport().equals("mqtt") ? started.mqttUrl() : started.jmsUrl();
      return at(options, Optional.of(url), Optional.of(started));
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static Arena at(Options options, Optional<String> url, Optional<BrokerProcess> started) {
    Optional<Access> access = url.map(each -> new Access(
        each,
        Optional.ofNullable(options.settings().get("user")),
        Optional.ofNullable(options.settings().get("password"))));
    Optional<String> broker = access.map(each ->
        started.map(BrokerProcess::version).orElseGet(() -> version(options.transport(), each))
            + ", " + each.shownUrl());
    return new Arena(Contestants.of(options, access), broker, started);
  }

  private static String version(String transport, Access access) {
    return switch (transport) {
      case "mqtt" -> RawMqtt.brokerVersion(access);
      case "jms" -> RawJms.brokerVersion(access);
      default -> "(version unknown)";
    };
  }

  /** Ends the broker, if it was started here. */
  @Override
  public void close() {
    started.ifPresent(BrokerProcess::close);
  }
}
