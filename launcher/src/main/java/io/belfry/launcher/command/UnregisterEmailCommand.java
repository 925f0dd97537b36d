package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.service.EmailRegistration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends mails. */
@Command(description = "Ends mails, by the code at the end of each.")
final class UnregisterEmailCommand extends AskingCommand {

  @Parameters(paramLabel = "CODE", description = "The code.")
  private String code = "";

  @Override
  void ask(Connection connection, Output output) {
    EmailRegistration ended = connection.answer(connection.service().unregisterEmail(code));
    output.tell(ended.address() + " gets no more mails on " + ended.filter(), Output.row(ended));
  }
}
