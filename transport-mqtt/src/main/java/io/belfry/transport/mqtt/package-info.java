/** The MQTT transport. */
package io.belfry.transport.mqtt;
