package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Selection;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the topics. */
@Command(description = "Lists the topics of a server.")
final class TopicsCommand extends AskingCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "FILTER",
      defaultValue = "#",
      description = "Which ones: * stands for one level, # for all that follow (default: all).")
  private TopicFilter filter;

  @Override
  void ask(Connection connection, Output output) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Selection selection = Selection.of(filter);
    TopicList page;
    do {
      page = connection.answer(connection.service().topics(selection));
      page.topics().forEach(topic -> rows.add(row(topic)));
      if (page.hasMore()) {
        selection = selection.after(last(page));
      }
    } while (page.hasMore());
    output.list(rows);
  }

  private static Topic last(TopicList page) {
    return page.topics().get(page.topics().size() - 1).spec().topic();
  }

  private static Map<String, Object> row(TopicInfo topic) {
    return Output.row(
        "topic",
        topic.spec().topic().name(),
        "mode",
        Output.written(topic.spec().mode()),
        "head",
        topic.head(),
        "changed",
        topic.changed().map(Object::toString).orElse(""),
        "subscribers",
        topic.subscribers(),
        "mailboxes",
        topic.mailboxes(),
        "description",
        topic.spec().description());
  }
}
