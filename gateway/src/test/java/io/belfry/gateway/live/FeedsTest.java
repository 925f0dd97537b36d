package io.belfry.gateway.live;

import static io.belfry.gateway.House.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.House;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.log.LogConfig;
import io.belfry.server.log.Retention;
import io.belfry.service.Gap;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedsTest {

  private static final TopicFilter ALL = new TopicFilter("#");
  private static final Topic BELL = new Topic("bell");
  private static final int FEW = 20;
  private static final int PAGE = 100;

  @TempDir
  private Path directory;

  @Test
  void a_slow_receiver_is_bounded_and_gets_all_in_the_end() {
    try (NotificationServer server = NotificationServer.start(House.server(directory), List.of());
        Feeds feeds = new Feeds(server.service(), Duration.ofMinutes(1))) {
      join(server.service().createTopic(TopicSpec.of(BELL)));
      Receiver slow = new Receiver(FEW);
      Receiver quick = new Receiver(Integer.MAX_VALUE);
      Following following = follow(feeds, ALL, new From.End(), slow);
      Following other = follow(feeds, ALL, new From.End(), quick);
      publish(server.service(), 1_000);
      assertThat(quick.take(1_000, other))
          .extracting(Receiver::seq)
          .containsExactlyElementsOf(upTo(1_000));
      assertThat(slow.count()).isBetween(FEW, FEW + PAGE);
      assertThat(slow.take(1_000, following))
          .extracting(Receiver::seq)
          .containsExactlyElementsOf(upTo(1_000));
      assertThat(slow.most()).isLessThan(FEW + PAGE);
    }
  }

  @Test
  void what_is_kept_no_more_is_told_as_a_gap() {
    ServerConfig usual = House.server(directory);
    ServerConfig forgetful = new ServerConfig(
        usual.name(),
        usual.store(),
        LogConfig.usual().keeping(new Retention(Optional.empty(), 10, Long.MAX_VALUE)),
        usual.subscriptions(),
        usual.mailboxes(),
        usual.delivery(),
        usual.access(),
        usual.beacon(),
        Duration.ofMillis(20));
    try (NotificationServer server = NotificationServer.start(forgetful, List.of());
        Feeds feeds = new Feeds(server.service(), Duration.ofMinutes(1))) {
      join(server.service().createTopic(TopicSpec.of(BELL)));
      Receiver slow = new Receiver(1);
      Following following = follow(feeds, ALL, new From.End(), slow);
      publish(server.service(), 500);
      await().until(() -> join(server.service().status()).first() > 400);
      List<Told> all = slow.take(1, following);
      await().until(() -> {
        slow.take(1, following);
        return all.stream().anyMatch(told -> isEvent(told) && Receiver.seq(told) == 500);
      });
      Gap gap =
          Receiver.gap(all.stream().filter(told -> !isEvent(told)).findFirst().orElseThrow());
      assertThat(gap.reason()).isEqualTo(Gap.Reason.EXPIRED);
      assertThat(all.stream().filter(FeedsTest::isEvent).map(Receiver::seq).toList())
          .isSorted()
          .endsWith(500L)
          .containsSequence(LongStream.rangeClosed(gap.to() + 1, 500).boxed().toList());
    }
  }

  @Test
  void many_receivers_share_one_listening_which_ends_with_the_last() {
    try (NotificationServer server = NotificationServer.start(House.server(directory), List.of())) {
      AtomicInteger listenings = new AtomicInteger();
      NotificationService counted = counting(server.service(), listenings);
      join(counted.createTopic(TopicSpec.of(BELL)));
      try (Feeds feeds = new Feeds(counted, Duration.ofMinutes(1))) {
        List<Following> all = new ArrayList<>();
        List<Receiver> receivers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
          receivers.add(new Receiver(FEW));
          all.add(follow(feeds, ALL, new From.End(), receivers.get(i)));
        }
        publish(counted, 3);
        for (int i = 0; i < 50; i++) {
          assertThat(receivers.get(i).take(3, all.get(i))).hasSize(3);
        }
        assertThat(listenings).hasValue(1);
        all.forEach(Following::close);
        await().until(() -> {
          int before = listenings.get();
          follow(feeds, ALL, new From.End(), new Receiver(FEW)).close();
          return listenings.get() > before;
        });
      }
    }
  }

  @Test
  void a_receiver_that_fails_hinders_no_other() {
    try (NotificationServer server = NotificationServer.start(House.server(directory), List.of());
        Feeds feeds = new Feeds(server.service(), Duration.ofMinutes(1))) {
      join(server.service().createTopic(TopicSpec.of(BELL)));
      Receiver broken = new Receiver(FEW) {
        @Override
        public synchronized void tell(Told told) {
          throw new IllegalStateException("The receiver is broken.");
        }
      };
      Receiver sound = new Receiver(FEW);
      follow(feeds, ALL, new From.End(), broken);
      Following following = follow(feeds, ALL, new From.End(), sound);
      publish(server.service(), 3);
      assertThat(sound.take(3, following)).extracting(Receiver::seq).containsExactly(1L, 2L, 3L);
      await().until(() -> broken.reason().isPresent());
    }
  }

  @Test
  void a_topic_that_is_not_there_is_refused() {
    try (NotificationServer server = NotificationServer.start(House.server(directory), List.of());
        Feeds feeds = new Feeds(server.service(), Duration.ofMinutes(1))) {
      Receiver receiver = new Receiver(FEW);
      Following following =
          feeds.follow(Optional.empty(), new TopicFilter("none"), new From.End(), receiver);
      assertThatThrownBy(() -> join(following.ready())).hasMessageContaining("none");
      assertThat(receiver.reason()).isPresent();
    }
  }

  private static Following follow(Feeds feeds, TopicFilter filter, From from, Receiver receiver) {
    Following following = feeds.follow(Optional.empty(), filter, from, receiver);
    join(following.ready());
    return following;
  }

  private static void publish(NotificationService service, int count) {
    for (int i = 0; i < count; i++) {
      var last = service.publish(Publication.of(BELL, "ding " + i));
      if (i == count - 1) {
        join(last);
      }
    }
  }

  private static boolean isEvent(Told told) {
    return told.kind() == Told.Kind.EVENT;
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static NotificationService counting(NotificationService service, AtomicInteger count) {
    return (NotificationService) Proxy.newProxyInstance(
        FeedsTest.class.getClassLoader(),
        new Class<?>[] {NotificationService.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("listen")) {
            count.incrementAndGet();
          }
          return method.invoke(service, arguments);
        });
  }
}
