package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.settings.Settings;
import io.belfry.transport.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which filter is put where; nothing is connected. */
class LanesTest {

  private static final long SEED = 7;

  private final MqttConfig config = MqttConfig.from(Settings.of("mqtt", MqttConfig.KEYS, Map.of()));

  private final Lanes lanes = new Lanes(config, task -> {}, why -> {});

  @Test
  void filters_that_do_not_overlap_share_the_first_lane() {
    assertThat(lane(BrokerFilter.open("a"))).isSameAs(lanes.first());
    assertThat(lane(BrokerFilter.open("b/#"))).isSameAs(lanes.first());
    assertThat(lane(BrokerFilter.shared("g", "c/+"))).isSameAs(lanes.first());
  }

  @Test
  void a_filter_that_is_covered_joins_the_one_that_covers_it() {
    Berth all = enter(BrokerFilter.open("a/#"));
    assertThat(enter(BrokerFilter.open("a/b"))).isSameAs(all);
    assertThat(enter(BrokerFilter.open("a/#"))).isSameAs(all);
  }

  @Test
  void a_filter_that_overlaps_goes_where_nothing_does() {
    enter(BrokerFilter.open("a/+"));
    Lane second = lane(BrokerFilter.open("+/b"));
    assertThat(second).isNotSameAs(lanes.first());
    assertThat(lane(BrokerFilter.open("a/#"))).isNotIn(lanes.first(), second);
    assertThat(lane(BrokerFilter.open("d/c"))).isSameAs(lanes.first());
  }

  @Test
  void members_of_groups_join_nobody_and_nobody_joins_them() {
    Lane first = lane(BrokerFilter.shared("red", "a"));
    Lane second = lane(BrokerFilter.shared("red", "a"));
    Lane third = lane(BrokerFilter.shared("blue", "a"));
    Lane plain = lane(BrokerFilter.open("#"));
    assertThat(List.of(first, second, third, plain)).doesNotHaveDuplicates();
  }

  @Test
  void what_is_for_one_purpose_is_joined_by_nobody() {
    enter(BrokerFilter.own("!belfry/reply/me"));
    assertThat(lane(BrokerFilter.open("#"))).isNotSameAs(lanes.first());
    assertThat(lane(BrokerFilter.own("a"))).isSameAs(lanes.first());
  }

  @Test
  void a_filter_stays_as_long_as_somebody_uses_it() {
    Berth all = enter(BrokerFilter.open("a/#"));
    enter(BrokerFilter.open("a/b"));
    lanes.leave(all).join();
    assertThat(enter(BrokerFilter.open("a/c"))).isSameAs(all);
    lanes.leave(all).join();
    lanes.leave(all).join();
    assertThat(enter(BrokerFilter.open("a/c"))).isNotSameAs(all);
  }

  @Test
  void a_lane_that_is_empty_is_not_used_again_but_for_the_first() {
    Berth one = enter(BrokerFilter.open("a"));
    Berth other = enter(BrokerFilter.open("#"));
    lanes.leave(one).join();
    lanes.leave(other).join();
    assertThat(enter(BrokerFilter.open("a")).lane()).isSameAs(lanes.first());
    assertThat(enter(BrokerFilter.open("#")).lane()).isNotSameAs(other.lane());
  }

  @Test
  void a_filter_that_was_refused_is_not_joined() {
    Berth refused = enter(BrokerFilter.open("a/#"));
    refused.ready().completeExceptionally(Failures.refused("it", 0x87));
    assertThat(enter(BrokerFilter.open("a/b"))).isNotSameAs(refused);
  }

  @Test
  void after_the_end_there_is_no_place() {
    lanes.end();
    assertThatThrownBy(() -> enter(BrokerFilter.open("a")))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void no_two_filters_of_a_lane_ever_overlap() {
    Random random = new Random(SEED);
    List<Berth> taken = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      if (!taken.isEmpty() && random.nextInt(3) == 0) {
        lanes.leave(taken.remove(random.nextInt(taken.size()))).join();
      } else {
        taken.add(enter(filter(random)));
      }
      assertApart(taken.stream().distinct().toList());
    }
  }

  private static void assertApart(List<Berth> berths) {
    for (Berth one : berths) {
      for (Berth other : berths) {
        if (one != other && one.lane() == other.lane()) {
          assertThat(one.filter().overlaps(other.filter()))
              .as(one.filter() + " overlaps " + other.filter())
              .isFalse();
        }
      }
    }
  }

  private static BrokerFilter filter(Random random) {
    List<String> levels = List.of("a", "b", "+");
    String pattern = levels.get(random.nextInt(3)) + "/" + levels.get(random.nextInt(3));
    String whole = random.nextInt(3) == 0 ? pattern + "/#" : pattern;
    return random.nextInt(4) == 0 ? BrokerFilter.shared("g", whole) : BrokerFilter.open(whole);
  }

  private Lane lane(BrokerFilter filter) {
    return enter(filter).lane();
  }

  private Berth enter(BrokerFilter filter) {
    return lanes.enter(filter, 1, lane -> {});
  }
}
