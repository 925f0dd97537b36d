package io.belfry.notifier.smtp;

import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import jakarta.mail.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends notices as mails, over a few connections that are kept. */
final class SmtpNotifier implements Notifier {

  private static final Logger LOG = System.getLogger(SmtpNotifier.class.getName());

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
  private static final Duration CUT_PATIENCE = Duration.ofSeconds(1);

  private final SmtpConfig config;
  private final Scribe scribe;
  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "belfry-smtp-watch"));
  private final List<Line> lines = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  SmtpNotifier(SmtpConfig config, Scribe scribe) {
    this.config = config;
    this.scribe = scribe;
    Session session = Session.getInstance(properties(config));
    for (int i = 1; i <= config.connections(); i++) {
      Line line = new Line(config, session, watch);
      lines.add(line);
      threads.add(daemon(() -> work(line), "belfry-smtp-" + i));
    }
    threads.forEach(Thread::start);
  }

  @Override
  public int parallel() {
    return config.connections();
  }

  @Override
  public CompletionStage<List<Outcome>> deliver(Notice notice) {
    Job job = new Job(notice, new CompletableFuture<>());
    queue.add(job);
    if (closed) { // Perhaps nobody takes it any more.
      giveUpWaiting();
    }
    return job.outcomes();
  }

  @Override
  public void close() {
    closed = true;
    giveUpWaiting();
    threads.forEach(Thread::interrupt); // Those that wait for work.
    long end = System.nanoTime() + CLOSE_PATIENCE.toNanos();
    boolean isPatient = threads.stream().allMatch(thread -> ends(thread, end));
    if (!isPatient) {
      lines.forEach(Line::cut);
    }
    watch.shutdownNow();
    threads.forEach(thread -> ends(thread, end + CUT_PATIENCE.toNanos()));
    awaitWatch();
  }

  private void awaitWatch() {
    try {
      boolean unused = watch.awaitTermination(CUT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ends(Thread thread, long end) {
    try {
      long left = end - System.nanoTime();
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      return !thread.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void giveUpWaiting() {
    for (Job job = queue.poll(); job != null; job = queue.poll()) {
      job.complete(Outcome.unavailable("The notifier is closed."));
    }
  }

  private void work(Line line) {
    try {
      while (!closed) {
        @Nullable Job job = queue.poll(config.idle().toMillis(), TimeUnit.MILLISECONDS);
        if (job == null) {
          line.hangUp();
        } else {
          send(line, job);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It is to end.
    } finally {
      line.hangUp();
    }
  }

  private void send(Line line, Job job) {
    List<Outcome> outcomes;
    try {
      outcomes = line.send(scribe.write(job.notice()));
    } catch (UnwritableException e) {
      job.complete(Outcome.never(String.valueOf(e.getMessage())));
      return;
    } catch (RuntimeException | Error e) { // Whatever it is: others wait for this thread.
      LOG.log(Level.ERROR, "A mail could not be sent", e);
      job.complete(Outcome.later("The mail could not be sent: " + e));
      return;
    }
    job.outcomes().complete(outcomes);
  }

  private static Properties properties(SmtpConfig config) {
    Properties properties = new Properties();
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.from", config.from().getAddress());
    properties.put("mail.smtp.auth", Boolean.toString(config.login().isPresent()));
    properties.put(
        "mail.smtp.starttls.enable",
        Boolean.toString(
            config.encryption() != Encryption.NONE && config.encryption() != Encryption.IMPLICIT));
    properties.put(
        "mail.smtp.starttls.required",
        Boolean.toString(!config.mayBePlain() && config.encryption() != Encryption.IMPLICIT));
    properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(config.verifiesHost()));
    properties.put("mail.smtp.ssl.socketFactory", config.sockets());
    config.helloName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
    return properties;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private record Job(Notice notice, CompletableFuture<List<Outcome>> outcomes) {

    void complete(Outcome outcome) {
      outcomes.complete(Collections.nCopies(notice.recipients().size(), outcome));
    }
  }
}
