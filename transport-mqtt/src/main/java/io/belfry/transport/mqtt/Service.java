package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Inbox;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Responder;
import io.belfry.transport.delivery.Responder.Request;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** A service: its requests come by a shared subscription, so each goes to one who serves it. */
final class Service implements Post {

  /** How many requests may wait for a handler that blocks; more are refused. */
  private static final int MAX_WAITING = 10_000;

  private static final Logger LOG = System.getLogger(Service.class.getName());

  /** A request with what is needed to hand it on to somebody else. */
  private record Call(Request request, long expiresAt, MqttMessage packet, long arrivedAt) {}

  private final Address address;
  private final Names names;
  private final String onWire;
  private final Lanes lanes;
  private final Supplier<BrokerLink> sender;
  private final Duration closeTimeout;
  private final Inbox<Call> inbox;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile boolean handsOn;
  private final Consumer<Post> onClose;
  private final AtomicReference<@Nullable Berth> berth = new AtomicReference<>();

  /**
   * Makes a service that nothing arrives at yet.
   *
   * @param address what it is called
   * @param config the settings
   * @param lanes where it is to receive, and send its replies
   * @param capabilities what a reply has to keep within
   * @param handler what answers
   * @param onClose is told of its end
   */
  Service(
      Address address,
      MqttConfig config,
      Lanes lanes,
      Capabilities capabilities,
      RequestHandler handler,
      Consumer<Post> onClose) {
    this.onClose = onClose;
    this.address = address;
    this.names = new Names(config.prefix());
    this.onWire = names.service(address);
    this.lanes = lanes;
    this.sender = () -> lanes.first().connection().require();
    this.closeTimeout = config.closeTimeout();
    Responder responder = new Responder(handler, capabilities);
    this.inbox = new Inbox<>(
        "belfry-mqtt-service " + address,
        MAX_WAITING,
        Overflow.DROP_NEWEST,
        closeTimeout,
        call -> answer(call, responder));
  }

  /** Begins to receive. */
  void begin() {
    Berth mine = lanes.enter(
        BrokerFilter.shared(Names.SERVICE_GROUP, onWire),
        1,
        lane -> lane.add(onWire, (link, packet) -> take(packet)));
    berth.set(mine);
    mine.lane().awaitsEchoes();
    mine.pass(ready, lanes.background());
  }

  @Override
  public boolean isOwnThread() {
    return inbox.isOwnThread();
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  /** What the broker has assigned to us comes in first; what was not begun goes to others. */
  @Override
  public void close() {
    onClose.accept(this);
    Berth mine = berth.getAndSet(null);
    if (mine == null) {
      inbox.close();
      return;
    }
    awaitLastRequests(lanes.leave(mine).thenCompose(nothing -> mine.lane().echo()));
    handsOn = true;
    inbox.drainAndClose().forEach(this::handOn);
    mine.lane().remove(onWire);
    ready.completeExceptionally(Failures.closed("The subscription"));
  }

  private void awaitLastRequests(CompletableFuture<Void> arrived) {
    if (PahoThreads.isCurrent()) {
      return; // It is that thread which would bring them.
    }
    try {
      arrived.get(closeTimeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "A service was closed without a word of the broker", e);
    }
  }

  private void take(MqttMessage packet) {
    MqttProperties properties = packet.getProperties();
    String replyTo = properties.getResponseTopic();
    if (replyTo != null && !names.isFitForReplies(replyTo)) {
      LOG.log(
          Level.DEBUG, () -> "A request to '" + address + "' wants its reply where none may go");
      return;
    }
    Message message = Codec.decode(packet);
    Request request =
        new Request(message, outcome -> reply(replyTo, properties.getCorrelationData(), outcome));
    Call call = new Call(request, expiresAt(packet, message), packet, System.nanoTime());
    if (handsOn) {
      handOn(call);
    } else if (!inbox.offer(call)) {
      refuse(call);
    }
  }

  private void refuse(Call call) {
    if (handsOn) {
      handOn(call);
    } else {
      call.request()
          .reply()
          .accept(Outcome.failure(
              Category.REFUSED,
              "The service '" + address + "' has too many requests waiting; try later."));
    }
  }

  private static long expiresAt(MqttMessage packet, Message message) {
    long expiry = Codec.expiresAt(packet, message);
    long deadline =
        Expiry.in(Expiry.left(Codec.number(packet, Asking.DEADLINE), secondsLeft(packet)));
    return Math.min(expiry, deadline);
  }

  private static @Nullable Long secondsLeft(MqttMessage packet) {
    return packet.getProperties().getMessageExpiryInterval();
  }

  private static void answer(Call call, Responder responder) throws Exception {
    if (!Expiry.isPast(call.expiresAt())) {
      responder.answer(call.request());
    }
  }

  /** Asks again in the name of the requester; whoever else serves gets it. */
  private void handOn(Call call) {
    MqttMessage packet = call.packet();
    MqttProperties properties = packet.getProperties();
    Long left = properties.getMessageExpiryInterval();
    if (left != null) {
      long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - call.arrivedAt());
      properties.setMessageExpiryInterval(Math.max(1, left - waited));
    }
    send(onWire, new MqttMessage(packet.getPayload(), 1, false, properties), new Receipt() {
      @Override
      public void answered(int code) {
        if (code == Failures.NO_SUBSCRIBERS) {
          TransportException unserved = Asking.unserved(address);
          call.request()
              .reply()
              .accept(Outcome.failure(unserved.category(), String.valueOf(unserved.getMessage())));
        }
      }

      @Override
      public void lost(TransportException why) {}
    });
  }

  private void reply(@Nullable String to, byte @Nullable [] correlation, Outcome outcome) {
    if (to == null) {
      return; // Nobody wants to know.
    }
    MqttMessage packet = Codec.encode(outcome.message(), 1);
    if (correlation != null) {
      packet.getProperties().setCorrelationData(correlation);
    }
    if (!outcome.isOk()) {
      Codec.add(packet, Asking.STATUS, outcome.status());
    }
    send(to, packet, Receipt.NONE);
  }

  private void send(String to, MqttMessage packet, Receipt receipt) {
    try {
      sender.get().publish(to, packet, receipt);
    } catch (TransportException e) {
      LOG.log(Level.DEBUG, "What the service '" + address + "' had to send is lost", e);
    }
  }
}
