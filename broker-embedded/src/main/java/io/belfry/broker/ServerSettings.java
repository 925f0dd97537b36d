package io.belfry.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** What the server is told, made from what the user said. */
final class ServerSettings {

  /** Where messages end up that were delivered in vain, too often. */
  static final String DEAD_LETTERS = "DLQ";
  /** Where messages end up whose time has run out. */
  static final String EXPIRED = "ExpiryQueue";

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int REMOTING_THREADS = 2;
  private static final int WORKING_THREADS = 16;
  private static final int SCHEDULING_THREADS = 2;
  private static final int MAX_DELIVERIES = 10;
  private static final long LOCK_PATIENCE_MILLIS = 1_000;
  private static final long CLOSE_LOOK_MILLIS = 500;
  private static final long LOOK_MILLIS = 2_000;
  /** An unused queue waits so long for its next user, lest it vanish between two of them. */
  private static final long UNUSED_MILLIS = 10_000;
  /**
   * The server's own 3.3 ms would hold a sender that waits for the disk to 300 messages a second.
   */
  private static final int WRITE_DELAY_NANOS = 200_000;

  private static final int MQTT_IN_FLIGHT = 1_000;
  private static final int MQTT_SESSION_SECONDS = 24 * 60 * 60;

  private ServerSettings() {}

  static Configuration from(BrokerConfig config) throws Exception {
    Configuration settings = new ConfigurationImpl()
        .setName("belfry")
        .setSecurityEnabled(true)
        .setJMXManagementEnabled(false)
        .setJMXNotificationEnabled(false)
        // It ends the whole process when it thinks that the server hangs.
        .setCriticalAnalyzer(false)
        .setThreadPoolMaxSize(WORKING_THREADS)
        .setScheduledThreadPoolMaxSize(SCHEDULING_THREADS)
        .setConnectionTtlCheckInterval(CLOSE_LOOK_MILLIS)
        .setMessageExpiryScanPeriod(LOOK_MILLIS)
        .setAddressQueueScanPeriod(LOOK_MILLIS)
        .setGlobalMaxSize(config.maxMemory());
    // The disk of a developer is always nearly full, which is no reason to refuse messages.
    settings.setMaxDiskUsage(-1);
    keep(settings, config.directory());
    settings.addAddressSetting("#", everywhere());
    List.of(DEAD_LETTERS, EXPIRED).forEach(name -> settings.addAddressConfiguration(queue(name)));
    for (Door door : Door.values()) {
      settings.addAcceptorConfiguration(door.acceptor(), uri(config, door));
    }
    return settings;
  }

  private static void keep(Configuration settings, Optional<Path> directory) {
    settings.setPersistenceEnabled(directory.isPresent());
    directory.ifPresent(root -> settings
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(4 * MEBIBYTE)
        .setJournalBufferTimeout_NIO(WRITE_DELAY_NANOS)
        .setJournalDirectory(root.resolve("journal").toString())
        .setBindingsDirectory(root.resolve("bindings").toString())
        .setPagingDirectory(root.resolve("paging").toString())
        .setLargeMessagesDirectory(root.resolve("large-messages").toString())
        .setJournalLockAcquisitionTimeout(LOCK_PATIENCE_MILLIS));
  }

  private static AddressSettings everywhere() {
    return new AddressSettings()
        .setAutoCreateQueues(true)
        .setAutoDeleteQueues(true)
        .setAutoDeleteQueuesDelay(UNUSED_MILLIS)
        .setAutoCreateAddresses(true)
        .setAutoDeleteAddresses(true)
        .setAutoDeleteAddressesDelay(UNUSED_MILLIS)
        .setMaxDeliveryAttempts(MAX_DELIVERIES)
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(EXPIRED))
        // The limit of all together; at it the sender is told, and neither waits nor fills the
        // disk.
        .setMaxSizeBytes(-1)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL);
  }

  /** Messages sent to an address without a queue would be dropped without a word. */
  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfig(
            QueueConfiguration.of(name).setAddress(name).setRoutingType(RoutingType.ANYCAST));
  }

  private static String uri(BrokerConfig config, Door door) {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return "tcp://" + host + ":" + door.port(config.ports()) + "?protocols=" + door.protocol()
        + ";useEpoll=false;useKQueue=false;remotingThreads=" + REMOTING_THREADS
        // A page in a browser can open a WebSocket to this machine; it gets nothing through it.
        + ";webSocketMaxFramePayloadLength=0"
        + more(config, door);
  }

  private static String more(BrokerConfig config, Door door) {
    return switch (door) {
      case JMS -> "";
      case AMQP -> ";saslMechanisms=PLAIN,ANONYMOUS";
      case MQTT ->
        ";defaultMaximumInFlightPublishMessages=%d;maximumPacketSize=%d;defaultMqttSessionExpiryInterval=%d"
            .formatted(MQTT_IN_FLIGHT, config.maxPacket(), MQTT_SESSION_SECONDS);
    };
  }
}
