package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.Snapshot;
import io.belfry.service.Start;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is published, as it comes. */
@Command(description = "Shows the content of topics, and what is published on them from now on.")
final class ListenCommand extends AskingCommand {

  @Parameters(
      paramLabel = "FILTER",
      description = "Which topics: * stands for one level, # for all that follow.")
  private TopicFilter filter;

  /** Where to begin. */
  @ArgGroup
  private Beginning beginning = new Beginning();

  private static final class Beginning {
    @Option(
        names = "--from",
        paramLabel = "SEQ",
        description = "Begins with this event of each topic, instead of with its content.")
    private long from;

    @Option(
        names = "--as",
        paramLabel = "SUBSCRIBER",
        description = "Goes on where the server remembers this subscriber.")
    private Optional<Topic> subscriber = Optional.empty();
  }

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Ends after so many events; without it, at Ctrl-C.")
  private long count = Long.MAX_VALUE;

  @Override
  void ask(Connection connection, Output output) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try (Listening listening =
        connection.service().listen(filter, start(), new Printing(output, done))) {
      connection.answer(listening.ready());
      output.hint("Listening to " + filter + "; Ctrl-C ends it.");
      listening.ended().whenComplete((nothing, failure) -> {
        if (failure != null) {
          done.completeExceptionally(failure);
        }
      });
      connection.answer(done);
    }
  }

  private Start start() {
    if (beginning.from > 0) {
      return new Start.From(beginning.from);
    }
    return beginning.subscriber.<Start>map(Start.As::new).orElseGet(Start.Now::new);
  }

  /** Prints what comes. For one thread. */
  private final class Printing implements Listener {

    private final Output output;
    private final CompletableFuture<Void> done;
    private long left = count;

    Printing(Output output, CompletableFuture<Void> done) {
      this.output = output;
      this.done = done;
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
      output.event(Lines.text(snapshot), Lines.row(snapshot));
    }

    @Override
    public void onEvent(Event event) {
      if (left > 0) {
        output.event(Lines.text(event), Lines.row(event));
        left--;
      }
      if (left == 0) {
        done.complete(null);
      }
    }

    @Override
    public void onGap(Gap gap) {
      output.event(Lines.text(gap), Lines.row(gap));
    }
  }
}
