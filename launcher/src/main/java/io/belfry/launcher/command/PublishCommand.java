package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes. */
@Command(description = "Publishes on a topic, and waits until it is on disk.")
final class PublishCommand extends AskingCommand {

  private static final String STANDARD_INPUT = "-";

  @Parameters(index = "0", paramLabel = "NAME", description = "The topic.")
  private Topic name;

  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "The content; with -, each line of standard input is an event.")
  private String text = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = Content.TEXT,
      description = "The type of the content (default: " + Content.TEXT + ").")
  private String type = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "An idempotency key: what was published with it before is not again.")
  private Optional<String> key = Optional.empty();

  @Override
  void ask(Connection connection, Output output) throws Exception {
    if (!text.equals(STANDARD_INPUT)) {
      publish(connection, output, text);
      return;
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      publish(connection, output, line);
    }
  }

  private void publish(Connection connection, Output output, String content) {
    Publication publication = new Publication(name, new Content(type, Payload.of(content)), key);
    Published published = connection.answer(connection.service().publish(publication));
    output.event(
        name + " " + published.seq(),
        Output.row(
            "topic",
            name.name(),
            "seq",
            published.seq(),
            "offset",
            published.offset(),
            "epoch",
            published.epoch(),
            "at",
            published.at().toString(),
            "repeat",
            published.isRepeat()));
  }
}
