package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Permits;
import jakarta.jms.CompletionListener;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends on while the broker has not confirmed what went before, up to a bound. */
final class Pipelined implements Outlet, CompletionListener {

  private final Permits permits = new Permits(Permits.USUAL);
  private final MessageProducer producer;

  /** The library asks the broker about every object that it has not seen, and waits for it. */
  private final Map<Destination, Destination> seen = new HashMap<>();

  private final boolean isForOne;

  Pipelined(Session session, @Nullable Destination to, boolean isPersistent) throws JMSException {
    producer = Outlet.producer(session, to, isPersistent);
    producer.setDisableMessageID(true);
    producer.setDisableMessageTimestamp(true);
    isForOne = to != null;
  }

  @Override
  public void send(Destination to, Message message) throws JMSException {
    permits.take();
    if (isForOne) {
      producer.send(message, this);
    } else {
      producer.send(seen.computeIfAbsent(to, Function.identity()), message, this);
    }
  }

  @Override
  public void onCompletion(Message message) {
    permits.giveBack(null);
  }

  @Override
  public void onException(Message message, Exception failure) {
    permits.giveBack(failure);
  }
}
