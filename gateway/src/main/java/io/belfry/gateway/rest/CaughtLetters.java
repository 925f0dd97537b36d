package io.belfry.gateway.rest;

import io.belfry.gateway.page.Letters;
import io.belfry.gateway.page.Letters.Letter;
import io.belfry.service.MailboxQuery;
import io.belfry.service.protocol.Operations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpStatus;

/** The mails that a mailbox has caught, for whoever may see all addresses. */
final class CaughtLetters {

  private static final MailboxQuery ONE = new MailboxQuery(Optional.empty(), 0, 1);

  private CaughtLetters() {}

  static CompletionStage<Answer> list(Asked asked) {
    return asked
        .asking()
        .ask(Operations.LIST_MAILBOXES, ONE)
        .thenApplyAsync(
            allowed -> answer(asked.letters()), asked.request().getComponents().getExecutor());
  }

  private static Answer answer(Optional<Letters> letters) {
    Letters found = letters.orElseThrow(() -> new Refusal(
        HttpStatus.NOT_FOUND_404,
        "NO_MAILBOX",
        "There is no mailbox to look into: the mails of this service go to a real mail server."));
    return Answer.json(
        Map.of("letters", found.newest().stream().map(CaughtLetters::json).toList()));
  }

  private static Map<String, Object> json(Letter letter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", letter.id());
    fields.put("at", letter.at().toString());
    fields.put("to", letter.to());
    fields.put("from", letter.from());
    fields.put("subject", letter.subject());
    fields.put("text", letter.text());
    return fields;
  }
}
