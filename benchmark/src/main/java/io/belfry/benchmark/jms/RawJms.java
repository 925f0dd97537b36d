package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.Names;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Version;
import jakarta.jms.ConnectionFactory;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The JMS client of Artemis, in one of two styles. */
public final class RawJms implements Contestant {

  private static final String ROOT = "belfry-raw.";

  private final Style style;
  private final Supplier<Line> connect;
  private final boolean isPersistent;

  /**
   * What the styles differ in.
   *
   * @param name what tables call it
   * @param kind how messages are sent
   * @param asker how questions are asked
   */
  private record Style(
      String name, Outlet.Kind kind, BiFunction<Supplier<Line>, String, Asker> asker) {}

  private RawJms(Style style, ConnectionFactory factory, Access access, boolean isPersistent) {
    this.style = style;
    this.connect = () -> Line.open(factory, access);
    this.isPersistent = isPersistent;
  }

  /**
   * As somebody would use it who needs nothing but speed: much is under way at once.
   *
   * @param access to the broker
   * @param isPersistent whether messages survive the broker
   */
  public static RawJms pipelined(Access access, boolean isPersistent) {
    Style style = new Style("raw", Pipelined::new, PipelinedAsker::new);
    return new RawJms(style, Clients.fastest(access), access, isPersistent);
  }

  /**
   * As it is mostly used: each send, and each request, waits for its outcome.
   *
   * @param access to the broker
   * @param isPersistent whether messages survive the broker
   */
  public static RawJms blocking(Access access, boolean isPersistent) {
    Style style = new Style("raw-blocking", Blocking::new, BlockingAsker::new);
    return new RawJms(style, Clients.usual(access), access, isPersistent);
  }

  @Override
  public String name() {
    return style.name();
  }

  @Override
  public String version() {
    return "Artemis client " + Version.of("org.apache.artemis", "artemis-jakarta-client")
        + (isPersistent ? " persistent" : "");
  }

  @Override
  public OneWay publish(int subscribers, Receiver receiver) {
    return oneWay(new Place(ROOT + Names.freshTopic(), true), subscribers, receiver);
  }

  @Override
  public OneWay push(int workers, Receiver receiver) {
    return oneWay(new Place(ROOT + Names.freshQueue(), false), workers, receiver);
  }

  private OneWay oneWay(Place place, int receivers, Receiver receiver) {
    return new RawOneWay(
        connect,
        place,
        (session, to) -> style.kind().open(session, to, isPersistent),
        receivers,
        receiver);
  }

  /** What the broker says that it is. */
  public static String brokerVersion(Access access) {
    return BrokerVersion.of(access);
  }

  @Override
  public Asker ask() {
    return style.asker().apply(connect, ROOT + Names.SERVICE);
  }
}
