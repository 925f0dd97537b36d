package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Event;
import io.belfry.service.NotificationService;
import io.belfry.service.protocol.Beacon;
import io.belfry.service.protocol.BeaconCodec;
import io.belfry.service.protocol.EventCodec;
import io.belfry.settings.Settings;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A model service that publishes on a transport of this process, with real threads. */
final class InprocWorld implements AutoCloseable {

  private static final AtomicInteger PLACES = new AtomicInteger();

  static final Pace QUICK =
      Pace.DEFAULTS.withSilence(Duration.ofMillis(150)).withBounds(50, 1_000_000);

  /** Takes silence for good news for so long that a test is over by then. */
  static final Pace PATIENT = Pace.DEFAULTS.withSilence(Duration.ofMinutes(5));

  final ModelService service = new ModelService(new ModelLog("e0", "0"));
  final Transport hub;
  final Listenings listenings;

  InprocWorld() {
    this(QUICK);
  }

  InprocWorld(Pace pace) {
    hub = new InprocProvider().open(settings(), Side.HUB);
    listenings = new Listenings(service, hub, pace);
  }

  /** Listenings that ask another service. */
  Listenings asking(NotificationService other) {
    return new Listenings(other, hub, QUICK);
  }

  Event publish(String topic) {
    Event event = publishUnheard(topic);
    hub.publish(event.topic(), EventCodec.encode(event));
    return event;
  }

  /** The wire loses it. */
  Event publishUnheard(String topic) {
    synchronized (service) {
      return service.log.append(new Topic(topic));
    }
  }

  void beacon(Beacon beacon) {
    hub.publish(Beacon.TOPIC, BeaconCodec.encode(beacon));
  }

  @Override
  public void close() {
    listenings.close();
    hub.close();
  }

  private static Settings settings() {
    Map<String, String> values =
        Map.of("place", "listening" + PLACES.incrementAndGet(), "close-timeout", "500ms");
    return Settings.of("inproc", new InprocProvider().settings(), values);
  }
}
