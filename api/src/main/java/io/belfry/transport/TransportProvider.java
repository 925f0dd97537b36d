package io.belfry.transport;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Makes transports of one kind. Found by {@link java.util.ServiceLoader}, so it has a public
 * constructor without parameters that does nothing. Stateless; safe for any thread.
 */
public interface TransportProvider {

  /**
   * The name by which profiles choose this transport.
   *
   * @return a word in lower case, the same always
   */
  String name();

  /**
   * The settings that this transport knows.
   *
   * @return the keys, each with type, default, meaning and secrecy
   */
  List<SettingKey<?>> settings();

  /**
   * What the transport can do at best, given a broker that plays along and all security switched
   * on.
   *
   * @return the most that {@link Transport#capabilities} can say
   */
  Capabilities capabilities();

  /**
   * Opens a transport: it is usable when this returns.
   *
   * <p>Blocking: until the other side has answered, at most for the transport's connect time-out.
   * Failure: nothing stays open.
   *
   * @param settings values for the keys that this provider lists
   * @param side who binds, where there is no broker; ignored where there is one
   * @return the open transport
   * @throws TransportException with {@code CONFIGURATION} for settings that can't work,
   *     {@code UNREACHABLE} if nobody answers, {@code REFUSED} if the other side does not let us in
   */
  Transport open(Settings settings, Side side);

  /**
   * Whether only this machine can take part, as far as the settings tell: every address is one of
   * its own, for which {@link Loopback} stands, or there is no network at all. Nothing is opened,
   * and no name of another machine looked up. How far a broker on this machine lets others in is
   * the broker's own business.
   *
   * <p>Where others can take part, services must know whom they let in.
   *
   * @param settings values for the keys that this provider lists
   * @return false also if that is not known
   * @throws TransportException with {@code CONFIGURATION} for settings that can't work
   */
  default boolean isConfined(Settings settings) {
    return false;
  }

  /**
   * What makes the keys for encryption, for transports that have keys of their own.
   *
   * @return the generator, if there is one
   */
  default Optional<KeyGenerator> keyGenerator() {
    return Optional.empty();
  }
}
