package io.belfry.tck.inproc;

import io.belfry.message.Address;
import io.belfry.transport.Capabilities;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.concurrent.ConcurrentHashMap;

/** Where hub and spokes meet: what a broker would be. Safe for any thread. */
final class Place {

  private static final ConcurrentHashMap<String, Place> PLACES = new ConcurrentHashMap<>();

  private final String name;
  private final Capabilities capabilities;
  private final Topics topics;
  private final ConcurrentHashMap<Address, Service> services = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Address, WorkQueue> queues = new ConcurrentHashMap<>();

  private Place(String name, Capabilities capabilities) {
    this.name = name;
    this.capabilities = capabilities;
    this.topics = new Topics(capabilities);
  }

  /** Makes a place. It has one hub. */
  static Place make(String name, Capabilities capabilities) {
    Place place = new Place(name, capabilities);
    if (PLACES.putIfAbsent(name, place) != null) {
      throw new TransportException(
          Category.CONFIGURATION, "The place '" + name + "' has a hub already; choose another.");
    }
    return place;
  }

  static Place find(String name) {
    Place place = PLACES.get(name);
    if (place == null) {
      throw new TransportException(
          Category.UNREACHABLE, "There is no place '" + name + "'; open its hub first.");
    }
    return place;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  boolean isOpen() {
    return PLACES.get(name) == this;
  }

  void close() {
    PLACES.remove(name, this);
  }

  Topics topics() {
    return topics;
  }

  Service service(Address address) {
    return services.computeIfAbsent(address, Service::new);
  }

  WorkQueue queue(Address address) {
    return queues.computeIfAbsent(address, unused -> new WorkQueue(capabilities));
  }
}
