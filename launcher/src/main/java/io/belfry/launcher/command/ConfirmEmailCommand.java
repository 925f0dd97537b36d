package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.service.EmailRegistration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Confirms an address. */
@Command(description = "Confirms an address, by the code from its mail.")
final class ConfirmEmailCommand extends AskingCommand {

  @Parameters(paramLabel = "CODE", description = "The code.")
  private String code = "";

  @Override
  void ask(Connection connection, Output output) {
    EmailRegistration confirmed = connection.answer(connection.service().confirmEmail(code));
    output.tell(
        confirmed.address() + " gets a mail whenever " + confirmed.filter() + " changes",
        Output.row(confirmed));
  }
}
