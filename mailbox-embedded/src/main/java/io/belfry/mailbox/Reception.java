package io.belfry.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Takes one mail from a connection. */
final class Reception implements MessageHandler {

  private static final int FULL = 452;

  private final Keeper keeper;
  private final List<String> recipients = new ArrayList<>();

  /** Keeps a mail. */
  interface Keeper {
    void keep(List<String> recipients, byte[] mail) throws IOException;
  }

  Reception(Keeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public void from(String sender) {}

  @Override
  public void recipient(String recipient) {
    recipients.add(recipient);
  }

  @Override
  public @Nullable String data(InputStream mail) throws IOException, RejectException {
    byte[] bytes = mail.readAllBytes();
    try {
      keeper.keep(recipients, bytes);
      return null; // The usual words will do.
    } catch (IOException e) {
      throw new RejectException(FULL, "The mail can't be kept: " + e.getMessage());
    }
  }

  @Override
  public void done() {}
}
