package io.belfry.compare.worker;

import static io.belfry.compare.worker.Wording.number;
import static io.belfry.compare.worker.Wording.object;
import static io.belfry.compare.worker.Wording.text;

import io.belfry.compare.role.Cost;
import io.belfry.compare.role.Part;
import io.belfry.compare.role.Progress;
import io.belfry.compare.role.Report;
import io.belfry.compare.role.Troupe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Those who take part in a process of their own, seen from here. */
final class RemoteTroupe implements Troupe {

  private static final int END_SECONDS = 5;

  private final Process process;
  private final String name;
  private final BufferedReader answers;
  private final PrintStream questions;
  private final Clock clock;
  private Cost cost = Cost.NONE;

  /** Takes over the process, which is ended with this. */
  RemoteTroupe(Process process, String name) {
    this.process = process;
    this.name = name;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    try {
      this.clock = Clock.compared(this::time);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private Clock.Told time() {
    Map<String, Object> told = ask(Wording.CLOCK, Map.of());
    return new Clock.Told(number(told, "now"), text(told, "machine"));
  }

  @Override
  public void prepare(List<Part> parts) {
    parts.forEach(part -> ask(Wording.PREPARE, Map.of("part", PartCodec.write(part))));
  }

  @Override
  public void begin(long start) {
    ask(Wording.BEGIN, Map.of("at", start + clock.shift()));
  }

  @Override
  public Progress progress() {
    Map<String, Object> told = ask(Wording.PROGRESS, Map.of());
    return new Progress(
        number(told, "sent"), number(told, "heard"), told.get("isDone") == Boolean.TRUE);
  }

  @Override
  public List<Report> finish(long patience) {
    Map<String, Object> told = ask(Wording.FINISH, Map.of("patience", patience));
    cost = new Cost(number(told, "cpu"), number(told, "allocated"), number(told, "heap"));
    List<Report> reports = new ArrayList<>();
    if (told.get("reports") instanceof List<?> all) {
      all.forEach(each -> reports.add(ReportCodec.read(object(each))));
    }
    return reports;
  }

  @Override
  public Cost cost() {
    return cost;
  }

  @Override
  public long shift() {
    return clock.shift();
  }

  @Override
  public long uncertainty() {
    return clock.uncertainty();
  }

  private Map<String, Object> ask(String what, Map<String, ?> more) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put(Wording.DO, what);
    question.putAll(more);
    questions.println(Wording.write(question));
    Map<String, Object> answer = answer();
    if (answer.containsKey(Wording.FAILED)) {
      throw new IllegalStateException(text(answer, Wording.FAILED));
    }
    return answer;
  }

  private Map<String, Object> answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "The worker '" + name + "' has ended; start it by hand to see why.");
      }
      return Wording.read(line);
    } catch (IOException e) {
      throw new IllegalStateException("The worker '" + name + "' can't be read.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "The worker '" + name + "' says what is no answer; its output has to be its own.", e);
    }
  }

  /** It ends with its input; if it does not, it is ended. */
  @Override
  public void close() {
    questions.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
