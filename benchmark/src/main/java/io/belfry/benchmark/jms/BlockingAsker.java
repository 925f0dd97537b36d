package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Dialogue;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A thread for each question outstanding, which sends it and waits for the reply in a temporary
 * queue of its own.
 */
final class BlockingAsker implements Asker {

  private static final long PATIENCE_MILLIS = 10_000;

  private final Line server;
  private final Line asker;
  private final String name;

  BlockingAsker(Supplier<Line> connect, String name) {
    this.name = name;
    server = connect.get();
    asker = connect.get();
    try {
      Service.start(server, name, Blocking::new);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    List<Thread> threads = IntStream.range(0, outstanding)
        .mapToObj(slot -> new Thread(() -> ask(slot, dialogue), "raw asker " + slot))
        .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void ask(int slot, Dialogue dialogue) {
    try {
      Checked.run(() -> {
        Session session = asker.session(Session.AUTO_ACKNOWLEDGE);
        Queue service = session.createQueue(name);
        TemporaryQueue replies = session.createTemporaryQueue();
        MessageConsumer consumer = session.createConsumer(replies);
        Outlet questions = new Blocking(session, service, false);
        boolean goesOn = true;
        while (goesOn) {
          Message request = Body.of(session, dialogue.question(slot));
          request.setJMSReplyTo(replies);
          questions.send(service, request);
          goesOn = take(slot, consumer.receive(PATIENCE_MILLIS), dialogue);
        }
      });
    } catch (BreakdownException e) {
      dialogue.failed(e);
    }
  }

  private static boolean take(int slot, @Nullable Message reply, Dialogue dialogue)
      throws JMSException {
    if (reply == null) {
      throw new BreakdownException("There was no answer for too long.");
    }
    byte[] payload = Body.read(reply);
    return dialogue.answered(slot, Body.sequence(payload), payload.length);
  }

  @Override
  public void close() {
    asker.close();
    server.close();
  }
}
