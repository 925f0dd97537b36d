package io.belfry.tck;

import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A bed for something that wraps a transport: it has to keep the contract as what is in it does.
 *
 * @param bed the surroundings of the transport in it
 * @param wrapping wraps the transport's provider
 * @param added settings of the wrapping
 */
public record WrappedBed(
    TestBed bed, UnaryOperator<TransportProvider> wrapping, Map<String, String> added)
    implements TestBed {

  /** Copies the settings. */
  public WrappedBed {
    added = Map.copyOf(added);
  }

  @Override
  public TransportProvider provider() {
    return wrapping.apply(bed.provider());
  }

  @Override
  public TransportProvider registered() {
    return bed.registered();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return with(bed.settings(side));
  }

  @Override
  public Optional<Broker> broker() {
    return bed.broker();
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return bed.spokeSettingsThrough(detour).map(this::with);
  }

  @Override
  public Optional<Map<String, String>> strangerSettings() {
    return bed.strangerSettings().map(this::with);
  }

  @Override
  public void close() {
    bed.close();
  }

  private Map<String, String> with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(added);
    return all;
  }
}
