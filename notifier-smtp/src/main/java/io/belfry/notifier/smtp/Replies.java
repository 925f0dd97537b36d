package io.belfry.notifier.smtp;

import io.belfry.notifier.Outcome;
import io.belfry.notifier.smtp.PipeliningTransport.Stage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What the answers of a mail server mean. */
final class Replies {

  private static final int CLOSING = 421;
  private static final int TOO_LARGE = 552;
  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_LATER = 400;
  private static final int FIRST_NEVER = 500;
  private static final int LONGEST = 300;

  private Replies() {}

  /** What a failure means to each recipient. */
  static List<Outcome> outcomes(
      SendFailedException failure, List<InternetAddress> recipients, Stage stage) {
    Map<Address, Outcome> single = new HashMap<>();
    for (Exception each = failure; each instanceof MessagingException; each = next(each)) {
      if (each instanceof SMTPAddressFailedException refused) {
        single.put(
            refused.getAddress(), ofRecipient(refused.getReturnCode(), refused.getMessage()));
      }
    }
    Outcome others = failure instanceof SMTPSendFailedException sent
        ? ofAll(sent.getReturnCode(), sent.getMessage(), stage)
        : Outcome.later("The mail was not sent, since other recipients were refused.");
    return recipients.stream().map(each -> single.getOrDefault(each, others)).toList();
  }

  /** Whether the server has hung up, or is about to. */
  static boolean isFinal(MessagingException failure) {
    for (Exception each = failure; each instanceof MessagingException; each = next(each)) {
      int code = FIRST_NEVER;
      if (each instanceof SMTPSendFailedException sent) {
        code = sent.getReturnCode();
      } else if (each instanceof SMTPAddressFailedException refused) {
        code = refused.getReturnCode();
      }
      if (code < FIRST_SUCCESS || code == CLOSING) {
        return true;
      }
    }
    return !(failure instanceof SendFailedException);
  }

  private static Outcome ofRecipient(int code, @Nullable String reply) {
    return code >= FIRST_NEVER ? Outcome.never(said(reply)) : ofLost(code, reply);
  }

  private static Outcome ofAll(int code, @Nullable String reply, Stage stage) {
    if (code >= FIRST_SUCCESS && code < FIRST_LATER) {
      return Outcome.delivered();
    }
    if (code < FIRST_NEVER) {
      return ofLost(code, reply);
    }
    return stage == Stage.SENDER && code != TOO_LARGE
        ? Outcome.unavailable("The mail server refuses the sender: " + one(reply))
        : Outcome.never(said(reply));
  }

  private static Outcome ofLost(int code, @Nullable String reply) {
    if (code < FIRST_SUCCESS) {
      return Outcome.later("The mail server hung up without an answer.");
    }
    return code == CLOSING ? Outcome.unavailable(said(reply)) : Outcome.later(said(reply));
  }

  private static String said(@Nullable String reply) {
    return "The mail server said: " + one(reply);
  }

  /** The reply in one line, for people. */
  static String one(@Nullable String reply) {
    String line = reply == null ? "" : reply.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private static @Nullable Exception next(Exception of) {
    return ((MessagingException) of).getNextException();
  }
}
