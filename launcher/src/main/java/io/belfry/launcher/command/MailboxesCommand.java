package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.Failure;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists mailboxes and what became of their mails, and decides about them. */
@Command(
    description = "Lists the registered mailboxes, those that have stopped with the reason (the"
        + " dead letters), or decides about some of them.")
final class MailboxesCommand extends AskingCommand {

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that are pending, active, paused or stopped.")
  private Optional<State> state = Optional.empty();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "retry, drop, pause, resume or remove, followed by the ids.")
  private Optional<Steering> steering = Optional.empty();

  @Parameters(index = "1..*", paramLabel = "ID", description = "Which ones, as they are listed.")
  private List<Long> ids = new ArrayList<>();

  @Override
  void ask(Connection connection, Output output) {
    if (steering.isPresent()) {
      steer(connection, output, steering.get());
    } else {
      output.list(rows(connection));
    }
  }

  private void steer(Connection connection, Output output, Steering what) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("Say which ones: 'belfry mailboxes' lists their ids.");
    }
    for (long id : ids) {
      connection.answer(connection.service().steerMailbox(id, what));
      output.event(
          id + " " + Output.written(what), Output.row("id", id, "done", Output.written(what)));
    }
  }

  private List<Map<String, Object>> rows(Connection connection) {
    List<Map<String, Object>> rows = new ArrayList<>();
    MailboxQuery query = new MailboxQuery(state, 0, MailboxQuery.MAX_LIMIT);
    MailboxList page;
    do {
      page = connection.answer(connection.service().mailboxes(query));
      page.mailboxes().forEach(mailbox -> rows.add(row(mailbox)));
      if (page.hasMore()) {
        query = query.beyond(page.mailboxes().get(page.mailboxes().size() - 1).id());
      }
    } while (page.hasMore());
    return rows;
  }

  private static Map<String, Object> row(MailboxInfo mailbox) {
    Optional<Failure> failure = mailbox.failure();
    return Output.row(
        "id",
        mailbox.id(),
        "address",
        mailbox.registration().address(),
        "filter",
        mailbox.registration().filter().pattern(),
        "state",
        Output.written(mailbox.state()),
        "tries",
        failure.map(Failure::tries).orElse(0),
        "next",
        failure.flatMap(Failure::nextTry).map(Object::toString).orElse(""),
        "reason",
        failure.map(Failure::reason).orElse(""));
  }
}
