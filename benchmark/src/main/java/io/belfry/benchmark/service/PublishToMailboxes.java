package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.ClosedLoop;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.store.Stores;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notifier;
import io.belfry.server.delivery.DeliveryConfig;
import io.belfry.service.EmailRegistration;
import java.util.List;

/**
 * One publisher, on whose topic mailboxes wait, and mails go out meanwhile.
 *
 * @param stores where the service has its log
 * @param mailboxes how many there are
 * @param mails how many go out in a second; as many as can with 0
 */
record PublishToMailboxes(Stores stores, int mailboxes, int mails) implements Candidate {

  private static final int DOMAINS = 100;
  private static final int SECONDS = 60;
  private static final int MAILS_PER_CONNECTION = 100;

  @Override
  public String name() {
    return mailboxes + " mailboxes" + (mails == 0 ? "" : ", " + mails + "/s");
  }

  /** What a domain takes is what all of them take, shared evenly. */
  private DeliveryConfig delivery() {
    DeliveryConfig usual = DeliveryConfig.DEFAULTS;
    return usual.withDomainCaps(usual.forDomain(), mails * SECONDS / DOMAINS);
  }

  @Override
  public Figures run(Plan plan) throws Exception {
    try (Sink sink = Sink.open();
        Notifier notifier = sink.notifier(MAILS_PER_CONNECTION);
        Deployment deployment = Deployment.withMail(stores, notifier, delivery())) {
      Topic topic = deployment.createTopic("bench.mail");
      for (int i = 0; i < mailboxes; i++) {
        String address = "reader" + i + "@d" + i % DOMAINS + ".example";
        Deployment.await(deployment
            .local()
            .registerEmail(new EmailRegistration(TopicFilter.exactly(topic), address, "en")));
      }
      return ClosedLoop.measure(() -> new Publishing(deployment.local(), List.of(topic)), 1, plan);
    }
  }
}
