package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has mails sent. */
@Command(description = "Has a mail sent to an address whenever one of the topics changes.")
final class RegisterEmailCommand extends AskingCommand {

  @Parameters(
      index = "0",
      paramLabel = "FILTER",
      description = "Which topics: * stands for one level, # for all that follow.")
  private TopicFilter filter;

  @Parameters(index = "1", paramLabel = "ADDRESS", description = "Where to.")
  private String address = "";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The language of the mails, such as en or ko (default: that of this program).")
  private String language = Locale.getDefault().toLanguageTag();

  @Override
  void ask(Connection connection, Output output) {
    EmailRegistration registration = new EmailRegistration(filter, address, language);
    EmailRegistered registered =
        connection.answer(connection.service().registerEmail(registration));
    output.tell(
        registered.mustConfirm()
            ? "If this address is not registered yet, a mail with a code is on its way to it;"
                + " 'belfry confirm-email CODE' confirms it."
            : address + " gets a mail whenever " + filter + " changes",
        Output.row(
            "filter",
            filter.pattern(),
            "address",
            address,
            "mustConfirm",
            registered.mustConfirm()));
  }
}
