package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.DataSettings;
import io.belfry.launcher.settings.MailboxSettings;
import io.belfry.mailbox.Mail;
import io.belfry.mailbox.MailboxDirectory;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the mails that were caught. */
@Command(
    description = "Lists the mails that the embedded mailbox has caught, the newest first, or shows"
        + " one of them.")
final class MailsCommand extends ProfileCommand {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The mail to show.")
  private String name = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data directory; the same as --set data.directory=DIR.")
  void data(String directory) {
    set("data.directory=" + directory);
  }

  @Override
  void run(Profile profile, Plugins plugins, Output output) throws IOException {
    Path directory =
        MailboxSettings.directory(DataSettings.directory(profile.settings(DataSettings.SECTION)));
    if (!Files.isDirectory(directory)) {
      throw new SettingsException("There are no mails in " + directory
          + "; a server catches them with --set mailbox.embedded=true.");
    }
    show(new MailboxDirectory(directory), output);
  }

  private void show(MailboxDirectory mails, Output output) throws IOException {
    if (name.isEmpty()) {
      List<Map<String, Object>> rows =
          mails.mails().stream().map(MailsCommand::row).toList();
      output.list(rows);
      return;
    }
    Mail mail = mails
        .find(name)
        .orElseThrow(() -> new SettingsException("There is no mail '" + name + "'."));
    Map<String, Object> row = row(mail);
    row.put("text", mail.text());
    output.tell(mail.text().stripTrailing(), row);
  }

  private static Map<String, Object> row(Mail mail) {
    return Output.row(
        "name",
        mail.name(),
        "at",
        mail.at().toString(),
        "to",
        mail.to(),
        "subject",
        mail.subject());
  }
}
