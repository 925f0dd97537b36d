package io.belfry.compare.role;

import io.belfry.client.ClientOptions;
import io.belfry.client.NotificationClient;
import io.belfry.compare.load.Ear;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Listening;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Start;
import io.belfry.service.TopicSpec;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Optional;

/** Makes players that use the notification service. */
final class ServiceCasting {

  /** Longer than any fault lasts: who publishes through the service need not try again himself. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Part part;
  private final Transport transport;
  private final NotificationClient client;
  private final Topic topic;

  ServiceCasting(Part part, Transport transport) {
    this.part = part;
    this.transport = transport;
    this.topic = new Topic(part.meeting());
    ClientOptions usual = ClientOptions.DEFAULTS;
    this.client = new NotificationClient(
        transport, new ClientOptions(usual.deadline(), PATIENCE, usual.backoff()));
  }

  Player cast() {
    try {
      return part.role() == Role.ANNOUNCE ? announcer() : listener();
    } catch (RuntimeException | Error e) {
      client.close();
      throw e;
    }
  }

  private Player announcer() {
    Casting.await(client.createTopic(new TopicSpec(topic, Mode.REPLACE, "")));
    return Casting.sender(
        part,
        this::close,
        payload -> client.publish(
            new Publication(topic, new Content(Content.TEXT, payload), Optional.empty())));
  }

  /** From the first event on, whenever it comes: that is what a log is for. */
  private Player listener() {
    Ear ear = Casting.ear(part);
    Listening listening = client.listen(TopicFilter.exactly(topic), new Start.From(1), event -> {
      Casting.takeTime(part);
      ear.hear(event.content().payload(), event.seq());
    });
    Casting.await(listening.ready());
    return new Player(part, Optional.empty(), Optional.of(ear), this::close);
  }

  private void close() {
    client.close();
    transport.close();
  }
}
