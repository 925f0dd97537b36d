package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Topic;
import io.belfry.service.Gap;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the past. */
@Command(description = "Shows what was published on a topic.")
final class ReplayCommand extends AskingCommand {

  @Parameters(paramLabel = "NAME", description = "The topic.")
  private Topic name;

  @Option(
      names = "--from",
      paramLabel = "SEQ",
      defaultValue = "1",
      description = "The first event (default: 1).")
  private long from;

  @Option(
      names = "--to",
      paramLabel = "SEQ",
      description = "The last event (default: the last that there is).")
  private long to = Long.MAX_VALUE;

  @Override
  void ask(Connection connection, Output output) {
    long next = from;
    Replayed page;
    do {
      page = connection.answer(
          connection.service().replay(new Replay.OfTopic(name, next, to, Replay.MAX_LIMIT)));
      for (Gap gap : page.gaps()) {
        output.event(Lines.text(gap), Lines.row(gap));
      }
      page.events().forEach(event -> output.event(Lines.text(event), Lines.row(event)));
      next = page.through() + 1;
    } while (next <= Math.min(to, page.head()));
  }
}
