package io.belfry.notifier.smtp;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Loss;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notices that have all there can be in one, to try templates with. */
final class Samples {

  private static final TopicFilter FILTER = new TopicFilter("finance.#");
  private static final Topic TOPIC = new Topic("finance.stock");
  private static final Recipient READER =
      new Recipient("reader@example.org", Optional.of("a-code"));

  private Samples() {}

  static List<Notice> in(String language) {
    return List.of(
        new Changes(
            "sample",
            language,
            FILTER,
            List.of(READER),
            List.of(change(Payload.of("text")), change(Payload.wrap(new byte[] {-1}, 0, 1))),
            List.of(new Loss(TOPIC, 1))),
        new Confirmation("sample", language, FILTER, READER, "a-code", Instant.EPOCH));
  }

  private static Change change(Payload content) {
    return new Change(TOPIC, 2, Instant.EPOCH, "text/plain", content);
  }
}
