package io.belfry.gateway.live;

import static io.belfry.gateway.House.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.House;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.NotificationServer;
import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogWalkTest {

  private static final TopicFilter ALL = new TopicFilter("#");
  private static final Topic BELL = new Topic("bell");
  private static final Topic CLOCK = new Topic("clock");

  @TempDir
  private Path directory;

  @Test
  void a_topic_is_ahead_only_until_the_log_has_caught_up() {
    try (NotificationServer server = NotificationServer.start(House.server(directory), List.of())) {
      NotificationService service = server.service();
      publish(service, BELL, CLOCK, CLOCK, BELL, CLOCK);
      String epoch = join(service.status()).epoch();

      Walk.Leg leg = join(walk(epoch, 1, Map.of(BELL, 1L, CLOCK, 2L)).next(service));

      assertThat(leg.told())
          .extracting(told -> told.kind() + " " + told.after().orElseThrow())
          .containsExactly(
              "EVENT " + epoch + "/4", "EVENT " + epoch + "/5", "PLACE " + epoch + "/5");
      assertThat(leg.onward()).isEqualTo(walk(epoch, 5, Map.of()));
    }
  }

  @Test
  void what_was_had_already_is_told_as_a_place_only() {
    try (NotificationServer server = NotificationServer.start(House.server(directory), List.of())) {
      NotificationService service = server.service();
      publish(service, BELL, CLOCK, CLOCK);
      String epoch = join(service.status()).epoch();

      Walk.Leg leg = join(walk(epoch, 1, Map.of(CLOCK, 2L)).next(service));

      assertThat(leg.told())
          .extracting(told -> told.kind() + " " + told.after().orElseThrow())
          .containsExactly("PLACE " + epoch + "/3");
    }
  }

  private static LogWalk walk(String epoch, long offset, Map<Topic, Long> ahead) {
    return new LogWalk(ALL, new Cursor(epoch, offset, ahead));
  }

  private static void publish(NotificationService service, Topic... topics) {
    join(service.createTopic(TopicSpec.of(BELL)));
    join(service.createTopic(TopicSpec.of(CLOCK)));
    for (Topic topic : topics) {
      join(service.publish(Publication.of(topic, "ding")));
    }
  }
}
