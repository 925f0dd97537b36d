package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Conversation;
import io.belfry.benchmark.wire.Dialogue;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.jspecify.annotations.Nullable;

/**
 * One queue for all replies, and the slot for the correlation id. Whoever takes a reply asks the
 * next question at once.
 */
final class PipelinedAsker implements Asker {

  private final Line server;
  private final Line asker;
  private final Session sending;
  private final Queue service;
  private final TemporaryQueue replies;
  private final Outlet questions;
  private volatile @Nullable Conversation conversation;

  PipelinedAsker(Supplier<Line> connect, String name) {
    server = connect.get();
    asker = connect.get();
    try {
      Service.start(server, name, Pipelined::new);
      sending = asker.session(Session.AUTO_ACKNOWLEDGE);
      service = Checked.get(() -> sending.createQueue(name));
      questions = Checked.get(() -> new Pipelined(sending, service, false));
      Session receiving = asker.session(ActiveMQJMSConstants.PRE_ACKNOWLEDGE);
      replies = Checked.get(receiving::createTemporaryQueue);
      Checked.run(() -> receiving
          .createConsumer(replies)
          .setMessageListener(reply -> Checked.run(() -> take(reply))));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void take(Message reply) throws JMSException {
    Conversation current = conversation;
    if (current != null) {
      byte[] payload = Body.read(reply);
      int slot = Integer.parseInt(reply.getJMSCorrelationID());
      current.answered(slot, Body.sequence(payload), payload.length);
    }
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    Conversation next = new Conversation(outstanding, dialogue, this::ask);
    conversation = next;
    next.hold();
  }

  /** The first questions come from another thread than the rest, and a session bears only one. */
  private synchronized void ask(int slot, byte[] payload) {
    Checked.run(() -> {
      Message request = Body.of(sending, payload);
      request.setJMSCorrelationID(Integer.toString(slot));
      request.setJMSReplyTo(replies);
      questions.send(service, request);
    });
  }

  @Override
  public void close() {
    asker.close();
    server.close();
  }
}
