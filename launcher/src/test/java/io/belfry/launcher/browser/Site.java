package io.belfry.launcher.browser;

import io.belfry.gateway.Gateway;
import io.belfry.launcher.Cli;
import io.belfry.launcher.laboratory.Relay;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Deployment;
import io.belfry.launcher.start.EdgeGateway;
import io.belfry.message.Topic;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** A server, a gateway that reaches it over a wire, and a relay before that. */
final class Site implements AutoCloseable {

  private final Plugins plugins = Plugins.load(Path.of("none"));
  private final Profile profile;
  private Deployment server;
  private final EdgeGateway edge;
  private final Relay relay;

  private Site(Profile profile) throws IOException {
    this.profile = profile.with("gateway.enabled", "false", "test");
    this.server = Deployment.start(this.profile, plugins);
    this.edge = EdgeGateway.open(profile, plugins, hint -> {});
    Gateway gateway = edge.gateway();
    this.relay = Relay.to(new InetSocketAddress("127.0.0.1", gateway.port()));
  }

  static Site open(String wire, Path data) throws IOException {
    Cli cli = Cli.of(wire, data);
    try (Plugins none = Plugins.load(Path.of("none"))) {
      return new Site(cli.profile(none));
    }
  }

  /** A page of the gateway itself. */
  String near(String page) {
    return edge.gateway().url() + page;
  }

  /** A page behind the relay. */
  String far(String page) {
    return "http://127.0.0.1:" + relay.address().getPort() + page;
  }

  Relay relay() {
    return relay;
  }

  void create(String... topics) {
    for (String topic : topics) {
      Waiting.value(service().createTopic(TopicSpec.of(new Topic(topic))));
    }
  }

  /** Begins to publish some numbers. */
  List<CompletionStage<Published>> begin(String topic, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> service().publish(Publication.of(new Topic(topic), Integer.toString(i))))
        .toList();
  }

  /** Publishes some numbers. */
  void publish(String topic, int count) {
    begin(topic, count).forEach(Waiting::value);
  }

  private NotificationService service() {
    return server.server().service();
  }

  /** Ends the server, and starts it again. */
  void restart() {
    server.close();
    server = Deployment.start(profile, plugins);
  }

  @Override
  public void close() {
    relay.close();
    edge.close();
    server.close();
    plugins.close();
  }
}
