/**
 * A broker inside the process, for those who want one program and no server beside it: Apache
 * Artemis, which clients reach by JMS, AMQP 1.0 and MQTT. Begin with
 * {@link io.belfry.broker.EmbeddedBroker}.
 */
package io.belfry.broker;
