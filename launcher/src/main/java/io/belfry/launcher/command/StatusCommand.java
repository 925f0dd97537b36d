package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.service.Status;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows how a server is. */
@Command(description = "Shows how a server is.")
final class StatusCommand extends AskingCommand {

  @Override
  void ask(Connection connection, Output output) {
    Status status = connection.answer(connection.service().status());
    output.sheet(row(status));
  }

  private static Map<String, Object> row(Status status) {
    return Output.row(
        "server",
        status.server(),
        "version",
        status.version(),
        "since",
        status.since().toString(),
        "store",
        status.store(),
        "epoch",
        status.epoch(),
        "events",
        status.offset(),
        "first",
        status.first(),
        "topics",
        status.topics(),
        "subscriptions",
        status.subscriptions(),
        "mailboxes",
        status.mails().mailboxes(),
        "mailsWaiting",
        status.mails().waiting(),
        "mailboxesStopped",
        status.mails().stopped(),
        "mailTrouble",
        status.mails().trouble(),
        "publicationsWaiting",
        status.waiting(),
        "servers",
        List.copyOf(status.servers()));
  }
}
