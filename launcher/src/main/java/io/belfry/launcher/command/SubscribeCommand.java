package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Subscribed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a server remember a subscriber. */
@Command(
    description = "Has the server remember how far a subscriber has read; 'listen FILTER --as"
        + " SUBSCRIBER' goes on from there.")
final class SubscribeCommand extends AskingCommand {

  @Parameters(
      paramLabel = "FILTER",
      description = "Which topics: * stands for one level, # for all that follow.")
  private TopicFilter filter;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "SUBSCRIBER",
      description = "The subscriber's name, such as office.printer.")
  private Topic subscriber;

  @Option(names = "--end", description = "Has it forgotten instead.")
  private boolean isEnd;

  @Override
  void ask(Connection connection, Output output) {
    if (isEnd) {
      connection.answer(connection.service().unsubscribe(subscriber, filter));
      output.tell(
          subscriber + " is subscribed to " + filter + " no more",
          Output.row("subscriber", subscriber.name(), "filter", filter.pattern()));
      return;
    }
    Subscribed subscribed = connection.answer(connection.service().subscribe(subscriber, filter));
    output.tell(
        subscriber
            + (subscribed.isNew() ? " is subscribed to " : " was subscribed already to ")
            + filter,
        Output.row(
            "subscriber",
            subscriber.name(),
            "filter",
            filter.pattern(),
            "new",
            subscribed.isNew(),
            "cursor",
            subscribed.cursor().toString()));
  }
}
