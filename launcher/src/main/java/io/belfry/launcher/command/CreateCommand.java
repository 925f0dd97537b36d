package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Topic;
import io.belfry.service.Mode;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a topic. */
@Command(description = "Creates a topic.")
final class CreateCommand extends AskingCommand {

  @Parameters(paramLabel = "NAME", description = "Its name, such as finance.stock.")
  private Topic name;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "replace",
      description = "What an event does to the content: replace or append (default: replace).")
  private Mode mode = Mode.REPLACE;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is about.")
  private String description = "";

  @Override
  void ask(Connection connection, Output output) {
    TopicSpec spec = new TopicSpec(name, mode, description);
    TopicInfo created = connection.answer(connection.service().createTopic(spec));
    output.tell(
        "Created " + name,
        Output.row(
            "topic",
            name.name(),
            "mode",
            Output.written(created.spec().mode()),
            "head",
            created.head()));
  }
}
