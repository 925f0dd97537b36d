package io.belfry.benchmark.zeromq;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Sequence;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * DEALER to ROUTER. A request is {@code slot name NUL payload}, a reply {@code slot payload}. One
 * thread asks and takes the replies, one answers.
 */
final class RawAsker implements Asker {

  private static final int SLOT_BYTES = Long.BYTES;

  /** So many times of waiting in vain, one after another, end the dialogue. */
  private static final int PATIENCE = 50;

  private final Frame frame;
  private final Peer asker;
  private final Loop service;

  RawAsker(String name) {
    frame = new Frame(name);
    Peer router = Peer.bound(SocketType.ROUTER, 1);
    asker = Peer.connected(SocketType.DEALER, router);
    service = Loop.start("raw service", router, RawAsker::answer);
    asker.awaitConnections();
  }

  private static void answer(ZMQ.Socket router, byte[] identity) {
    byte[] request = router.recv();
    int payload = Frame.payloadAt(request, SLOT_BYTES);
    byte[] reply = new byte[SLOT_BYTES + request.length - payload];
    Sequence.write(reply, 0, Sequence.of(request, 0));
    System.arraycopy(request, payload, reply, SLOT_BYTES, request.length - payload);
    router.sendMore(identity);
    router.send(reply);
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    for (int slot = 0; slot < outstanding; slot++) {
      ask(slot, dialogue);
    }
    int left = outstanding;
    for (int silences = 0; left > 0 && silences < PATIENCE; ) {
      byte[] reply = asker.socket().recv();
      silences = reply == null ? silences + 1 : 0;
      if (reply != null && !take(reply, dialogue)) {
        left--;
      }
    }
    for (; left > 0; left--) {
      dialogue.failed(new BreakdownException("There was no answer for too long."));
    }
  }

  private boolean take(byte[] reply, Dialogue dialogue) {
    int slot = (int) Sequence.of(reply, 0);
    boolean goesOn =
        dialogue.answered(slot, Sequence.of(reply, SLOT_BYTES), reply.length - SLOT_BYTES);
    if (goesOn) {
      ask(slot, dialogue);
    }
    return goesOn;
  }

  private void ask(int slot, Dialogue dialogue) {
    byte[] request = frame.around(SLOT_BYTES, dialogue.question(slot));
    Sequence.write(request, 0, slot);
    asker.socket().send(request);
  }

  @Override
  public void close() {
    service.close();
    asker.close();
  }
}
