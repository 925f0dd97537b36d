package io.belfry.transport.mqtt;

import io.belfry.broker.BrokerUser;
import io.belfry.testbroker.Certificates;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Side;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** A place at a broker that wants to know who comes. */
final class SecureBed extends MqttBed {

  private final Certificates certificates;
  private final BrokerUser user;

  SecureBed(SharedBroker shared, Certificates certificates, BrokerUser user) throws Exception {
    super(shared);
    this.certificates = certificates;
    this.user = user;
  }

  @Override
  Map<String, String> settings(InetSocketAddress address) {
    Map<String, String> settings = super.settings(address);
    settings.put("url", "ssl://" + address.getHostString() + ":" + address.getPort());
    settings.put("user", user.name());
    settings.put("password", user.password());
    settings.put("trust-store", certificates.trustStore().toString());
    settings.put("trust-store-password", Certificates.PASSWORD);
    settings.put("key-store", certificates.clientStore().toString());
    settings.put("key-store-password", Certificates.PASSWORD);
    return settings;
  }

  @Override
  public Optional<Map<String, String>> strangerSettings() {
    Map<String, String> settings = settings(Side.SPOKE);
    settings.put("password", "guessed");
    return Optional.of(settings);
  }
}
