package io.belfry.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** Which commands there are, in the order in which they are listed. */
final class Commands {

  private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("demo", DemoCommand.class);
    ALL.put("serve", ServeCommand.class);
    ALL.put("worker", WorkerCommand.class);
    ALL.put("gateway", GatewayCommand.class);
    ALL.put("topics", TopicsCommand.class);
    ALL.put("create", CreateCommand.class);
    ALL.put("publish", PublishCommand.class);
    ALL.put("subscribe", SubscribeCommand.class);
    ALL.put("listen", ListenCommand.class);
    ALL.put("register-email", RegisterEmailCommand.class);
    ALL.put("confirm-email", ConfirmEmailCommand.class);
    ALL.put("unregister-email", UnregisterEmailCommand.class);
    ALL.put("mailboxes", MailboxesCommand.class);
    ALL.put("mails", MailsCommand.class);
    ALL.put("replay", ReplayCommand.class);
    ALL.put("status", StatusCommand.class);
    ALL.put("client", ClientCommand.class);
    ALL.put("compare", CompareCommand.class);
    ALL.put("compare-worker", CompareWorkerCommand.class);
    ALL.put("transports", TransportsCommand.class);
    ALL.put("config", ConfigCommand.class);
    ALL.put("tck", TckCommand.class);
    ALL.put("token", TokenCommand.class);
    ALL.put("keys", KeysCommand.class);
    ALL.put("completion", CompletionCommand.class);
  }

  private Commands() {}

  /**
   * Adds what these arguments need: the command that they begin with, or all. To make up the
   * options of all takes longer than many a command.
   */
  static void add(CommandLine line, String... arguments) {
    Class<?> asked = arguments.length == 0 ? null : ALL.get(arguments[0]);
    if (asked == null) {
      ALL.forEach(line::addSubcommand);
    } else {
      line.addSubcommand(arguments[0], asked);
    }
  }
}
