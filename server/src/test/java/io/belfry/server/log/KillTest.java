package io.belfry.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.server.store.StoreConfig;
import io.belfry.service.Event;
import io.belfry.service.Published;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is in the file, however the process ends. */
class KillTest {

  /** More of them take minutes. */
  private static final int KILLS = Integer.getInteger("belfry.kills", 5);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Pattern LINE = Pattern.compile("\\d+ \\S+ \\d+ \\S+ \\.");

  @TempDir
  Path directory;

  private final Random random = new Random(7);
  private final List<String> acknowledged = new ArrayList<>();

  @Test
  @Timeout(300)
  void a_killed_process_leaves_all_that_it_acknowledged() throws Exception {
    for (int run = 0; run < KILLS; run++) {
      publishUntilKilled("run" + run);
      check();
    }
  }

  private void publishUntilKilled(String name) throws Exception {
    int enough = 1 + random.nextInt(3_000);
    Program program = Program.run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        PublishingProgram.class.getName(),
        url(),
        name);
    try (program) {
      Waiting.within(PATIENCE, "enough was acknowledged", () -> whole(program).size() >= enough);
    }
    acknowledged.addAll(whole(program));
  }

  /** Neither the last line, if it was cut, nor what the Java runtime itself may have to say. */
  private static List<String> whole(Program program) {
    return program.lines().stream().filter(LINE.asMatchPredicate()).toList();
  }

  private void check() throws Exception {
    try (TestLog test = new TestLog(StoreConfig.of(url()), () -> {})) {
      List<Event> events = test.all("#", 1_000);
      assertThat(events)
          .extracting(Event::offset)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, events.size()).boxed().toList());
      assertThat(TestLog.seqs(events).values())
          .hasSize(PublishingProgram.TOPICS)
          .allSatisfy(seqs -> assertThat(seqs)
              .containsExactlyElementsOf(
                  LongStream.rangeClosed(1, seqs.size()).boxed().toList()));
      assertThat(events.stream().map(KillTest::line)).containsAll(acknowledged);
      assertThat(TestLog.texts(events)).doesNotHaveDuplicates();
      assertThat(repeated(test, acknowledged.get(acknowledged.size() - 1)).isRepeat())
          .isTrue();
    }
  }

  private static Published repeated(TestLog test, String line) {
    String[] words = line.split(" ", -1);
    return test.publish(words[1], words[3], words[3]);
  }

  private static String line(Event event) {
    return event.offset() + " " + event.topic() + " " + event.seq() + " "
        + event.content().payload().text() + " .";
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("log.db");
  }
}
