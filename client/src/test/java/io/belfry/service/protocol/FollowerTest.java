package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver that the document shows in Python misses nothing over a wire that loses most. */
class FollowerTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "protocol.md");
  private static final Pattern PYTHON = Pattern.compile("(?s)```python\n(.*?)```");

  /**
   * A log of 500 events, of which the first of topic a are gone, and a wire that can't be trusted.
   */
  private static final String TRIAL = """
      import random
      log, told, gaps = {'a': [], 'b': [], 'c': []}, [], []

      def ask(request):
          if request['op'] == 'snapshot':
              following = [t for t in log if t > request.get('after', '')]
              page = [{'topic': t, 'seq': len(log[t])} for t in following[:1]]
              return {'snapshots': page, 'hasMore': len(following) > 1}
          events = log[request['topic']]
          first = max(request['from'], 6 if request['topic'] == 'a' else 1)
          last = min(request['to'], len(events), first + 2)
          page = [{'seq': s, 'content': events[s - 1]} for s in range(first, last + 1)]
          missing = [{'from': request['from'], 'to': first - 1}] if first > request['from'] else []
          return {'events': page, 'gaps': missing, 'through': last}

      random.seed(7)
      log['b'] = [-2, -1]
      follower = Follower(ask, lambda *event: told.append(event), lambda *gap: gaps.append(gap))
      follower.begin('#')
      late = []
      for number in range(500):
          topic = random.choice('abc')
          log[topic].append(number)
          wire = random.choice([0, 0, 0, 1, 2]) * [(topic, len(log[topic]), number)]
          late += wire
          random.shuffle(late)
          while len(late) > 5:
              follower.on_event(*late.pop())
      follower.on_beacon({t: len(log[t]) for t in log}, lambda topic: topic != 'c')

      assert follower.last['a'] == len(log['a']) and follower.last['b'] == len(log['b'])
      for topic in 'ab':
          seqs = [seq for t, seq, content in told if t == topic]
          assert seqs == sorted(set(seqs)), seqs
          assert all(content == log[t][seq - 1] for t, seq, content in told)
      assert [seq for t, seq, content in told if t == 'b'] == list(range(3, len(log['b']) + 1))
      lost = [n for topic, first, last in gaps for n in range(first, last + 1)]
      heard = [seq for t, seq, content in told if t == 'a']
      assert sorted(lost + heard) == list(range(1, len(log['a']) + 1)), (lost, heard)
      print('nothing was missed')
      """;

  @Test
  void it_hands_on_everything_once_and_in_order(@TempDir Path directory) throws Exception {
    assumeTrue(hasPython(), "There is no python3 here.");
    Matcher follower = PYTHON.matcher(Files.readString(DOCUMENT));
    assertThat(follower.find()).isTrue();
    Path program = directory.resolve("follower.py");
    Files.writeString(program, follower.group(1) + "\n" + TRIAL);

    Process process = new ProcessBuilder("python3", program.toString())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), "UTF-8");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(output.strip()).isEqualTo("nothing was missed");
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
