package io.belfry.tck.broken;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.List;
import java.util.function.UnaryOperator;

/** The in-process transport, with something done to each transport that it opens. */
class AlteredProvider implements TransportProvider {

  private final TransportProvider inner = new InprocProvider();
  private final UnaryOperator<Transport> alteration;

  AlteredProvider(UnaryOperator<Transport> alteration) {
    this.alteration = alteration;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public List<SettingKey<?>> settings() {
    return inner.settings();
  }

  @Override
  public Capabilities capabilities() {
    return inner.capabilities();
  }

  @Override
  public Transport open(Settings settings, Side side) {
    return alteration.apply(inner.open(settings, side));
  }

  @Override
  public boolean isConfined(Settings settings) {
    return inner.isConfined(settings);
  }
}
