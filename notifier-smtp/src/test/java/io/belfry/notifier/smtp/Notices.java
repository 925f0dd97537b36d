package io.belfry.notifier.smtp;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Outcome.Kind;
import io.belfry.notifier.Recipient;
import io.belfry.settings.Settings;
import io.belfry.tck.Waiting;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices to send in tests, and notifiers that send them. */
final class Notices {

  static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private Notices() {}

  /** A notifier with short time-outs. */
  static Notifier open(int port, String... more) {
    Map<String, String> written = new HashMap<>(Map.of(
        "host", "localhost",
        "port", Integer.toString(port),
        "connections", "1",
        "connect-timeout", "2s",
        "timeout", "2s",
        "deadline", "5s",
        "hello-name", "test.example.org",
        "from", "Belfry <belfry@example.org>"));
    for (int i = 0; i < more.length; i += 2) {
      written.put(more[i], more[i + 1]);
    }
    SmtpProvider provider = new SmtpProvider();
    return provider.open(Settings.of("smtp", provider.settings(), written));
  }

  static Changes news(String text, String... addresses) {
    return notice("n1", "en", "finance.stock", text, addresses);
  }

  static Changes notice(String id, String language, String topic, String text, String... to) {
    return new Changes(
        id,
        language,
        new TopicFilter("finance.#"),
        Arrays.stream(to)
            .map(each -> new Recipient(each, Optional.of("leave-me")))
            .toList(),
        List.of(change(topic, 7, text)),
        List.of());
  }

  static Change change(String topic, long seq, String text) {
    return new Change(new Topic(topic), seq, NOON, "text/plain", Payload.of(text));
  }

  static Confirmation confirmation(String language, String address) {
    return new Confirmation(
        "c1",
        language,
        new TopicFilter("finance.#"),
        new Recipient(address, Optional.empty()),
        "the-code",
        NOON);
  }

  static List<Outcome> deliver(Notifier notifier, Notice notice) {
    return Waiting.value(notifier.deliver(notice));
  }

  static List<Kind> kinds(Notifier notifier, Notice notice) {
    return deliver(notifier, notice).stream().map(Outcome::kind).toList();
  }
}
