package io.belfry.launcher.command;

import io.belfry.launcher.start.Connection;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;
import io.belfry.service.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** The interactive menu. */
@Command(
    description = "A menu: list topics, subscribe and register an address, publish. Scripts can"
        + " write into it, too.")
final class ClientCommand extends AskingCommand {

  private static final String MENU = """
      1 list topics
      2 subscribe and register e-mail
      3 update a topic
      4 print menu
      5 quit""";

  private final BufferedReader input =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private final List<Listening> listenings = new ArrayList<>();

  @Override
  void ask(Connection connection, Output output) throws IOException {
    output.say(MENU);
    try {
      for (String choice = input.readLine(); choice != null; choice = input.readLine()) {
        if (choice.strip().equals("5")) {
          return;
        }
        attempt(choice.strip(), connection, output);
      }
    } finally {
      listenings.forEach(Listening::close);
    }
  }

  private void attempt(String choice, Connection connection, Output output) throws IOException {
    try {
      perform(choice, connection, output);
    } catch (ServiceException | IllegalArgumentException e) { // The next choice may go well.
      output.say(String.valueOf(e.getMessage()));
    }
  }

  private void perform(String choice, Connection connection, Output output) throws IOException {
    switch (choice) {
      case "1" -> list(connection, output);
      case "2" -> subscribe(connection, output);
      case "3" -> update(connection, output);
      case "4" -> output.say(MENU);
      case "" -> {}
      default -> output.say("'" + choice + "' is no choice; 4 prints the menu.");
    }
  }

  private static void list(Connection connection, Output output) {
    Selection all = Selection.of(new TopicFilter("#"));
    connection
        .answer(connection.service().topics(all))
        .topics()
        .forEach(topic -> output.say(topic.spec().topic() + " " + topic.head()));
  }

  private void subscribe(Connection connection, Output output) throws IOException {
    TopicFilter filter = new TopicFilter(question("Filter", output));
    String address = question("E-mail address, or nothing", output);
    Listening listening = connection.service().listen(filter, new Start.Now(), new Showing(output));
    listenings.add(listening);
    connection.answer(listening.ready());
    if (!address.isEmpty()) {
      String language = Locale.getDefault().toLanguageTag();
      boolean mustConfirm = connection
          .answer(
              connection.service().registerEmail(new EmailRegistration(filter, address, language)))
          .mustConfirm();
      output.say(
          mustConfirm
              ? "A mail with a code is on its way, unless the address is registered already."
              : address + " is registered.");
    }
    output.say("Subscribed to " + filter);
  }

  private void update(Connection connection, Output output) throws IOException {
    Topic topic = new Topic(question("Topic", output));
    Publication publication = Publication.of(topic, question("Content", output));
    Published published = connection.answer(connection.service().publish(publication));
    output.say(topic + " " + published.seq() + " is published");
  }

  /** At a terminal it is asked aloud. */
  private String question(String what, Output output) throws IOException {
    output.hint(what + ":");
    String answer = input.readLine();
    return answer == null ? "" : answer.strip();
  }

  /** Shows what comes, between the answers. */
  private record Showing(Output output) implements Listener {

    @Override
    public void onSnapshot(Snapshot snapshot) {
      output.say("> " + Lines.text(snapshot));
    }

    @Override
    public void onEvent(Event event) {
      output.say("> " + Lines.text(event));
    }

    @Override
    public void onGap(Gap gap) {
      output.say("> " + Lines.text(gap));
    }
  }
}
