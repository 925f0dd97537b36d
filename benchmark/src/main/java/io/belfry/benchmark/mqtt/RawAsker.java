package io.belfry.benchmark.mqtt;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Conversation;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Sequence;
import java.util.UUID;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * Requests name the topic of the reply, and have the slot for their correlation data. Both sides
 * send from within the callback, which is one thread less than by handing over, and never wait
 * there.
 */
final class RawAsker implements Asker {

  private static final int SLOT_BYTES = Long.BYTES;

  private final String replies = RawMqtt.ROOT + "replies/" + UUID.randomUUID();
  private final String service;
  private final Peer server;
  private final Peer asker;
  private final Outlet answers;
  private final Outlet questions;
  private volatile @Nullable Conversation conversation;

  RawAsker(Access access, String service, int qos) {
    this.service = service;
    this.server = Peer.connect(access, this::serve);
    this.asker = Peer.connect(access, this::takeAnswer);
    try {
      server.awaitConnected(access);
      asker.awaitConnected(access);
      answers = server.outlet(qos);
      questions = asker.outlet(qos);
      asker.subscribe(replies, qos);
      server.subscribe(service, qos);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void serve(String topic, MqttMessage request) {
    if (topic.equals(service)) {
      MqttProperties properties = new MqttProperties();
      properties.setCorrelationData(request.getProperties().getCorrelationData());
      answers.sendSoon(
          request.getProperties().getResponseTopic(), request.getPayload(), properties);
    }
  }

  private void takeAnswer(String topic, MqttMessage reply) {
    Conversation current = conversation;
    if (current != null) {
      int slot = (int) Sequence.of(reply.getProperties().getCorrelationData(), 0);
      byte[] payload = reply.getPayload();
      current.answered(slot, Sequence.of(payload, 0), payload.length);
    }
  }

  @Override
  public void converse(int outstanding, Dialogue dialogue) {
    Conversation next = new Conversation(outstanding, dialogue, this::ask);
    conversation = next;
    next.hold();
  }

  private void ask(int slot, byte[] payload) {
    MqttProperties properties = new MqttProperties();
    properties.setResponseTopic(replies);
    properties.setCorrelationData(Sequence.payload(SLOT_BYTES, slot));
    questions.sendSoon(service, payload, properties);
  }

  @Override
  public void close() {
    asker.close();
    server.close();
  }
}
