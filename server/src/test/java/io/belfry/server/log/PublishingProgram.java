package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.TopicSpec;
import java.io.PrintStream;
import java.time.Clock;

/** Publishes until it is killed, and prints what was acknowledged: offset, topic, seq and text. */
final class PublishingProgram {

  static final int TOPICS = 5;
  private static final int PUBLISHERS = 8;

  private PublishingProgram() {}

  /** With the URL of the store, and a word that no other run has. */
  public static void main(String[] arguments) {
    EventLog log = EventLog.open(
        Store.open(StoreConfig.of(arguments[0])),
        LogConfig.usual(),
        Runnable::run,
        Clock.systemUTC());
    for (int topic = 0; topic < TOPICS; topic++) {
      log.createTopic(TopicSpec.of(new Topic("topic-" + topic)));
    }
    for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
      String name = arguments[1] + "-" + publisher;
      new Thread(() -> publish(log, name, System.out)).start();
    }
  }

  private static void publish(EventLog log, String name, PrintStream out) {
    for (int i = 0; ; i++) {
      Topic topic = new Topic("topic-" + i % TOPICS);
      String text = name + "-" + i;
      Published published = log.append(Publication.of(topic, text).withKey(text))
          .toCompletableFuture()
          .join();
      // One write, so that a kill leaves at most one line that is not whole.
      out.println(published.offset() + " " + topic + " " + published.seq() + " " + text + " .");
    }
  }
}
