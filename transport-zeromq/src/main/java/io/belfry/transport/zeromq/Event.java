package io.belfry.transport.zeromq;

import io.belfry.message.Message;
import io.belfry.message.Topic;

/** A message on its way to a subscription. */
record Event(Topic topic, Message message) {}
