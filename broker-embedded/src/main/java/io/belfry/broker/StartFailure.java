package io.belfry.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.ActiveMQLockAcquisitionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a broker did not start. */
final class StartFailure {

  private StartFailure() {}

  static BrokerException explain(BrokerConfig config, Exception failure) {
    return new BrokerException(sentence(config, failure), failure);
  }

  private static String sentence(BrokerConfig config, Exception failure) {
    if (isCausedBy(BindException.class, failure)) {
      return "The broker can't listen at " + taken(config)
          + "; end the program that does, or choose another port.";
    }
    String directory = config.directory().map(Object::toString).orElse("");
    if (isCausedBy(ActiveMQLockAcquisitionTimeoutException.class, failure)) {
      return "The directory '" + directory
          + "' is in use by another broker; end that one, or choose" + " another directory.";
    }
    if (!directory.isEmpty() && isCausedBy(IOException.class, failure)) {
      return "The broker can't write in the directory '" + directory
          + "'; make it writable, or choose another.";
    }
    return "The broker did not start; its log says why.";
  }

  /** The places where something listens now that the broker, which is closed, does not. */
  private static String taken(BrokerConfig config) {
    List<InetSocketAddress> wanted = Arrays.stream(Door.values())
        .map(door -> new InetSocketAddress(config.host(), door.port(config.ports())))
        .toList();
    List<InetSocketAddress> taken =
        wanted.stream().filter(place -> !isFree(place)).toList();
    return (taken.isEmpty() ? wanted : taken)
        .stream()
            .map(place -> config.host() + ":" + place.getPort())
            .collect(Collectors.joining(" or "));
  }

  private static boolean isFree(InetSocketAddress place) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(place);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isCausedBy(Class<? extends Exception> type, @Nullable Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, thrown -> thrown != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
