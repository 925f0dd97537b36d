package io.belfry.transport.jms;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes transports over a broker that speaks Jakarta Messaging, such as Artemis. */
public final class JmsProvider implements TransportProvider {

  private static final Set<Capability> ALWAYS = Set.of(
      Capability.STORED_WORK,
      Capability.REDELIVERY,
      Capability.EXPIRY,
      Capability.PRIORITY,
      Capability.SELECTORS,
      Capability.SHARED_SUBSCRIPTIONS,
      Capability.NATIVE_WILDCARDS,
      Capability.RECONNECT);

  /** Made by {@link java.util.ServiceLoader}. */
  public JmsProvider() {}

  @Override
  public String name() {
    return "jms";
  }

  @Override
  public List<SettingKey<?>> settings() {
    return JmsConfig.KEYS;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities(true, true, true, Integer.MAX_VALUE);
  }

  @Override
  public Transport open(Settings settings, Side side) {
    JmsConfig config = JmsConfig.from(settings);
    Capabilities can = capabilities(
        config.persistent(), config.isEncrypted(), config.hasCredentials(), config.maxPayload());
    JmsTransport transport = new JmsTransport(config, can);
    transport.open();
    return transport;
  }

  @Override
  public boolean isConfined(Settings settings) {
    return Confinement.holds(JmsConfig.from(settings).url());
  }

  /**
   * No subscription outlives its connection, so the broker writes no publication to disk for us: of
   * those, not more is known than that the broker has them.
   */
  private static Capabilities capabilities(
      boolean isPersistent, boolean isEncrypted, boolean hasCredentials, int maxPayload) {
    Set<Capability> features = EnumSet.copyOf(ALWAYS);
    addIf(isPersistent, features, Capability.DURABLE_WORK);
    addIf(isEncrypted, features, Capability.ENCRYPTION);
    addIf(hasCredentials, features, Capability.AUTHENTICATION);
    return new Capabilities(
        features,
        Acknowledgement.ACCEPTED,
        isPersistent ? Acknowledgement.PERSISTED : Acknowledgement.ACCEPTED,
        maxPayload);
  }

  private static void addIf(boolean holds, Set<Capability> features, Capability capability) {
    if (holds) {
      features.add(capability);
    }
  }
}
