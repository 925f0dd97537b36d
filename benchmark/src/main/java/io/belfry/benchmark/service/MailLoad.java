package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.ClosedLoop;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;
import io.belfry.notifier.Notifier;

/**
 * Mails to a mail server.
 *
 * @param name what it is called
 * @param mailsPerConnection after how many mails a connection is made anew
 */
record MailLoad(String name, int mailsPerConnection) implements Candidate {

  /** Twice as many as there are connections, so that none waits. */
  private static final int UNDER_WAY = 8;

  @Override
  public Figures run(Plan plan) throws Exception {
    try (Sink sink = Sink.open();
        Notifier notifier = sink.notifier(mailsPerConnection)) {
      return ClosedLoop.measure(() -> new Mailing(notifier), UNDER_WAY, plan);
    }
  }
}
