package org.example.belfry.tcp;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import io.belfry.transport.delivery.Routes;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the spokes meet: what a broker would be. Safe for any thread. */
final class Exchange {

  private final int queueBound;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, Peer> peers = new ConcurrentHashMap<>();
  private final Routes<Seat> subscribers = new Routes<>();
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final Map<String, WorkQueue> queues = new ConcurrentHashMap<>();

  Exchange(int queueBound) {
    this.queueBound = queueBound;
  }

  /** Lets a spoke in; zero is nobody's number. */
  Peer admit(Connection connection) {
    Peer peer = new Peer(numbers.incrementAndGet(), connection, this);
    peers.put(peer.number(), peer);
    return peer;
  }

  void dismiss(Peer peer) {
    peers.remove(peer.number());
    peer.end();
  }

  Collection<Peer> peers() {
    return peers.values();
  }

  void subscribe(TopicFilter filter, Seat seat) {
    subscribers.add(filter, seat);
  }

  void unsubscribe(Seat seat) {
    subscribers.remove(seat);
  }

  /** Sends what was published to each spoke that wants it, once; which of its own, it knows. */
  void publish(Frame published) {
    Topic topic = new Topic(published.name());
    byte[] bytes = published.encode();
    subscribers.to(topic).stream().map(Seat::peer).distinct().forEach(peer -> peer.send(bytes));
  }

  Service service(Address address) {
    return services.computeIfAbsent(address.name(), name -> new Service());
  }

  /** Gives a request to a server. The hub keeps nothing of it: the way back is in the frame. */
  void ask(Frame request) {
    Service service = services.get(request.name());
    if (service == null || !service.ask(request)) {
      Outcome nobody = Outcome.failure(
          Category.UNREACHABLE, "Nobody serves '" + request.name() + "'; start its server.");
      answer(Frame.reply(request.from(), request.number(), nobody));
    }
  }

  /** Sends a reply to the spoke that has asked, if it is still there. */
  void answer(Frame reply) {
    Peer requester = peers.get(reply.to());
    if (requester != null) {
      requester.send(reply.encode());
    }
  }

  WorkQueue queue(Address address) {
    return queues.computeIfAbsent(address.name(), name -> new WorkQueue(name, queueBound));
  }
}
