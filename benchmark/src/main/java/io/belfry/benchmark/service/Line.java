package io.belfry.benchmark.service;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;

/**
 * Where the sides of a transport meet.
 *
 * @param provider which transport
 * @param settings the same for all sides
 */
record Line(TransportProvider provider, Settings settings) {

  Transport open(Side side) {
    return provider.open(settings, side);
  }
}
