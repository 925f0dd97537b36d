package io.belfry.notifier.smtp;

import io.belfry.notifier.Outcome;
import io.belfry.notifier.smtp.PipeliningTransport.Stage;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Mails to the server, one after the other, over a connection that is made when it is needed and
 * kept as long as it is good for another. For one thread; only {@link #cut} is for any.
 */
final class Line {

  private static final Outcome TOO_FOREIGN =
      Outcome.never("The mail server takes only addresses in ASCII, since it has no SMTPUTF8.");

  private final SmtpConfig config;
  private final Dialler dialler;
  private final ScheduledExecutorService watch;

  private @Nullable PipeliningTransport transport;
  private int sent;

  Line(SmtpConfig config, Session session, ScheduledExecutorService watch) {
    this.config = config;
    this.dialler = new Dialler(config, session);
    this.watch = watch;
  }

  /** Sends a mail; takes no longer than the deadline, whatever the server does. */
  List<Outcome> send(Letter letter) {
    dialler.begin();
    Future<?> end = watch.schedule(this::cut, config.deadline().toMillis(), TimeUnit.MILLISECONDS);
    try {
      boolean wasOpen = transport != null;
      Attempt attempt = attempt(letter);
      // A server may give a connection up at any time; only a new one shows what is the matter.
      return wasOpen && attempt.isWorthAnother() ? attempt(letter).outcomes() : attempt.outcomes();
    } finally {
      end.cancel(false);
    }
  }

  /** Gives the connection back, with a word of farewell. */
  void hangUp() {
    PipeliningTransport open = transport;
    transport = null;
    sent = 0;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        // It was of no use any more.
      }
    }
  }

  /** Ends whatever goes on, from any thread. */
  void cut() {
    dialler.cut();
  }

  private Attempt attempt(Letter letter) {
    PipeliningTransport open = transport;
    try {
      if (open == null) {
        open = dialler.dial();
        transport = open;
      }
      if (!open.canReach(letter.recipients())) {
        return new Attempt(all(letter, TOO_FOREIGN), false);
      }
      MimeMessage mail = fitting(open, letter);
      open.sendMessage(mail, letter.recipients().toArray(Address[]::new));
      sent++;
      if (sent >= config.mailsPerConnection()) {
        hangUp();
      }
      return new Attempt(all(letter, Outcome.delivered()), false);
    } catch (SendFailedException e) {
      return failed(letter, open, e, Replies.outcomes(e, letter.recipients(), stage(open)));
    } catch (MessagingException | IOException | RuntimeException e) {
      return failed(letter, open, e, all(letter, ofFault(open, e)));
    }
  }

  private Attempt failed(
      Letter letter, @Nullable PipeliningTransport open, Exception e, List<Outcome> outcomes) {
    boolean isLost = !(e instanceof MessagingException failure) || Replies.isFinal(failure);
    if (!isLost && open != null && open.isConnected()) {
      sent++;
      return new Attempt(outcomes, false);
    }
    boolean isHarmless = open != null && stage(open) != Stage.CONTENT && !dialler.isCut();
    hangUp();
    return new Attempt(dialler.isCut() ? all(letter, tooSlow()) : outcomes, isHarmless);
  }

  private Outcome ofFault(@Nullable PipeliningTransport open, Exception e) {
    if (open != null) {
      return Outcome.later(
          "The connection to the mail server was lost: " + Replies.one(e.getMessage()));
    }
    return Outcome.unavailable(
        e instanceof AuthenticationFailedException
            ? "The mail server does not let us log in: " + Replies.one(e.getMessage())
            : "The mail server at " + config.host() + ":" + config.port() + " can't be used: "
                + reason(e));
  }

  private Outcome tooSlow() {
    return Outcome.later("The mail server did not come to an end within the deadline.");
  }

  /** The innermost reason says most. */
  private static String reason(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return Replies.one(cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }

  private static Stage stage(@Nullable PipeliningTransport open) {
    return open == null ? Stage.SENDER : open.stage();
  }

  private static List<Outcome> all(Letter letter, Outcome outcome) {
    return Collections.nCopies(letter.recipients().size(), outcome);
  }

  /** The mail as it is, unless the server has said that it takes none of that size. */
  private static MimeMessage fitting(PipeliningTransport open, Letter letter)
      throws MessagingException, IOException {
    long most = open.maxSize();
    return size(letter.whole()) <= most ? letter.whole() : letter.brief().make();
  }

  private static long size(MimeMessage mail) throws MessagingException, IOException {
    Counter counter = new Counter();
    mail.writeTo(counter);
    return counter.size;
  }

  /** What became of one try, and whether another over a new connection can only do good. */
  private record Attempt(List<Outcome> outcomes, boolean isWorthAnother) {}

  private static final class Counter extends OutputStream {
    private long size;

    @Override
    public void write(int one) {
      size++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      size += count;
    }
  }
}
