package io.belfry.compare.scenario;

import io.belfry.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/** The settings of a scenario. */
final class Keys {

  static final SettingKey<String> MEANING =
      SettingKey.text("meaning", "", "one sentence about it, for the report");
  static final SettingKey<Pattern> PATTERN =
      SettingKey.choice("pattern", Pattern.PUBSUB, "what is done with messages");
  static final SettingKey<Fault> FAULT =
      SettingKey.choice("fault", Fault.NONE, "what goes wrong meanwhile");
  static final SettingKey<String> SIZE =
      SettingKey.text("size", "100", "bytes of a payload, at least 68; a list varies it");
  static final SettingKey<String> RATE = SettingKey.text(
      "rate",
      "1000",
      "messages a second, all publishers together; for a search, where it begins; a list varies it");
  static final SettingKey<String> PUBLISHERS =
      SettingKey.text("publishers", "1", "how many send; a list varies it");
  static final SettingKey<String> SUBSCRIBERS = SettingKey.text(
      "subscribers",
      "1",
      "how many receive, work, or serve; a list varies it. Where one of them is slow, late or cut"
          + " off, it is the first");
  static final SettingKey<String> LAYER = SettingKey.text(
      "layer",
      "bare",
      "what they use: bare, the transport alone, or service, the notification service over it; a"
          + " list does both");
  static final SettingKey<Duration> WARM_UP =
      SettingKey.duration("warm-up", "1s", "how long messages flow before it is measured");
  static final SettingKey<Duration> DURATION =
      SettingKey.duration("duration", "2s", "how long it is measured");
  static final SettingKey<Integer> REPEATS =
      SettingKey.number("repeats", 1, 1_000, 3, "how often each point is repeated");
  static final SettingKey<Duration> AFTER = SettingKey.duration(
      "after", "1s", "how long all goes well before the fault begins, or the late one joins");
  static final SettingKey<Duration> LASTING =
      SettingKey.duration("lasting", "1s", "how long what is broken stays so");
  static final SettingKey<Duration> PAUSE =
      SettingKey.duration("pause", "0s", "how long the slow subscriber takes for each message");
  static final SettingKey<Integer> QUEUE = SettingKey.number(
      "queue",
      1,
      10_000_000,
      10_000,
      "how many messages may wait at a subscriber of the bare transport; the oldest is dropped");
  static final SettingKey<Duration> PATIENCE = SettingKey.duration(
      "patience", "2s", "how long is waited at the end after the last thing that came");
  static final SettingKey<Boolean> SEARCH = SettingKey.flag(
      "search", false, "whether the highest rate is searched for that holds the goal");
  static final SettingKey<Double> GOAL_PERCENT = SettingKey.decimal(
      "goal.percent", 0, 100, 99, "of 100 response times so many have to be within the limit");
  static final SettingKey<Duration> GOAL_LIMIT =
      SettingKey.duration("goal.limit", "50ms", "the limit of response times in a search");

  static final List<SettingKey<?>> ALL = List.of(
      MEANING,
      PATTERN,
      FAULT,
      SIZE,
      RATE,
      PUBLISHERS,
      SUBSCRIBERS,
      LAYER,
      WARM_UP,
      DURATION,
      REPEATS,
      AFTER,
      LASTING,
      PAUSE,
      QUEUE,
      PATIENCE,
      SEARCH,
      GOAL_PERCENT,
      GOAL_LIMIT);

  private Keys() {}
}
