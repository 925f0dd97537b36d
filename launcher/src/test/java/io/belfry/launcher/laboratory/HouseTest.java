package io.belfry.launcher.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.client.NotificationClient;
import io.belfry.compare.venue.House;
import io.belfry.compare.venue.House.Mail;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service at a wiring. */
@Timeout(120)
class HouseTest {

  private static final Topic TOPIC = new Topic("finance.stock");

  /** By the name of its file, a mail came in some millisecond. */
  private static final long ROUNDING = 1_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt"})
  void mails_come_with_their_times(String transport) {
    try (Plugins plugins = Plugins.load(Path.of("none"));
        Venue venue = target(transport, plugins).open()) {
      serve(venue, venue.wiring(), plugins);
    }
  }

  @Test
  void it_is_a_spoke_where_a_hub_stands_by_itself() {
    try (Plugins plugins = Plugins.load(Path.of("none"));
        Venue venue = target("zeromq", plugins).open();
        Middle hub = venue.mortal()) {
      serve(venue, hub.wiring(), plugins);
    }
  }

  private static void serve(Venue venue, Wiring wiring, Plugins plugins) {
    try (House house = venue.house(wiring);
        Transport wire = new InstalledWires(plugins).open(wiring, Side.SPOKE);
        NotificationClient client = new NotificationClient(wire)) {
      assertThat(house.mails()).isEmpty();
      Waiting.value(client.createTopic(TopicSpec.of(TOPIC)));
      Waiting.value(client.registerEmail(
          new EmailRegistration(new TopicFilter("finance.#"), "esmeralda@example.org", "en")));
      long published = System.nanoTime();
      Waiting.value(client.publish(Publication.of(TOPIC, "the bells ring")));
      Waiting.within(Duration.ofSeconds(30), "a mail came", () -> !house.mails().isEmpty());
      List<Mail> mails = house.mails();
      assertThat(mails).singleElement().satisfies(mail -> {
        assertThat(mail.to()).isEqualTo("esmeralda@example.org");
        assertThat(mail.text()).contains("the bells ring");
        assertThat(mail.at()).isBetween(published - ROUNDING, System.nanoTime());
      });
    }
  }

  private static Target target(String transport, Plugins plugins) {
    return TargetList.named(List.of(transport), new Equipment(plugins, Path.of("none")))
        .get(0);
  }
}
