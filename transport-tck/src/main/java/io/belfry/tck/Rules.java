package io.belfry.tck;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Capabilities;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What the chapters have in common: a stage for each test, names that no other test uses, and the
 * verbs of the three patterns in their blocking form.
 */
@Timeout(120)
abstract class Rules {

  /** One piece of work at a time, so that nothing is held back from others. */
  static final PullOptions ONE_AT_A_TIME = new PullOptions(1);

  private final TransportContract contract;
  private final Patience patience;

  /** A broker may still hold what earlier tests have left. */
  private final String unique = "t" + Long.toString(ThreadLocalRandom.current().nextLong(), 36);

  private Optional<Scene> scene = Optional.empty();

  Rules(TransportContract contract) {
    this.contract = contract;
    this.patience = new Patience(contract.patience());
  }

  @BeforeEach
  void setTheStage() throws Exception {
    scene = Optional.of(new Scene(contract.testBed(), patience));
  }

  @AfterEach
  void clearTheStage() {
    scene.ifPresent(Scene::close);
  }

  /** Skips a rule that says nothing about this transport, and says why. */
  static void appliesOnlyIf(boolean applies, String otherwise) {
    Assumptions.assumeTrue(applies, "does not apply: " + otherwise);
  }

  final Scene scene() {
    return scene.orElseThrow();
  }

  final Patience patience() {
    return patience;
  }

  final Transport hub() {
    return scene().hub();
  }

  final Transport spoke() {
    return scene().spoke();
  }

  final Transport newSpoke() {
    return scene().newSpoke();
  }

  final Capabilities capabilities() {
    return spoke().capabilities();
  }

  final Topic topic(String name) {
    return new Topic(unique + "." + name);
  }

  final TopicFilter filter(String pattern) {
    return new TopicFilter(unique + "." + pattern);
  }

  final Address address(String name) {
    return new Address(unique + "." + name);
  }

  final Collector collector() {
    return new Collector(patience, message -> {});
  }

  /** A collector that does one thing more with each message. */
  final Collector collectorThat(Collector.Deed deed) {
    return new Collector(patience, deed);
  }

  final Subscription ready(Subscription subscription) {
    patience.await(subscription.ready());
    return subscription;
  }

  /** Subscribes, and returns when that is in force. */
  final Subscription subscribe(Transport at, String pattern, MessageHandler handler) {
    return ready(at.subscribe(filter(pattern), handler));
  }

  final Subscription subscribe(
      Transport at, String pattern, SubscribeOptions options, MessageHandler handler) {
    return ready(at.subscribe(filter(pattern), options, handler));
  }

  final Collector subscribed(Transport at, String pattern) {
    Collector collector = collector();
    subscribe(at, pattern, collector);
    return collector;
  }

  final Subscription serve(Transport at, String service, RequestHandler handler) {
    return ready(at.serve(address(service), handler));
  }

  final Subscription pull(Transport at, String queue, PullOptions options, WorkHandler handler) {
    return ready(at.pull(address(queue), options, handler));
  }

  final Subscription pull(Transport at, String queue, WorkHandler handler) {
    return pull(at, queue, PullOptions.DEFAULTS, handler);
  }

  /** Publishes texts from this thread, and returns when each is acknowledged. */
  final void publish(Transport from, String topic, List<String> texts) {
    awaitAll(
        texts.stream().map(text -> from.publish(topic(topic), Message.of(text))).toList());
  }

  final void publish(Transport from, String topic, String... texts) {
    publish(from, topic, Arrays.asList(texts));
  }

  final void push(Transport from, String queue, List<String> texts) {
    awaitAll(
        texts.stream().map(text -> from.push(address(queue), Message.of(text))).toList());
  }

  final void push(Transport from, String queue, String... texts) {
    push(from, queue, Arrays.asList(texts));
  }

  /** Sends a request that has all the time that the test has. */
  final CompletionStage<Message> request(Transport from, String service, String text) {
    return from.request(address(service), Message.of(text), patience.limit());
  }

  /** Asks, and waits for the answer. */
  final String ask(Transport from, String service, String text) {
    return patience.await(request(from, service, text)).payload().text();
  }

  final void awaitAll(List<? extends CompletionStage<?>> stages) {
    stages.forEach(patience::await);
  }

  /** So many texts, each with its number. */
  static List<String> numbered(String prefix, int count) {
    return listOf(count, i -> prefix + i);
  }

  static <T> List<T> listOf(int count, IntFunction<T> element) {
    return IntStream.range(0, count).mapToObj(element).toList();
  }
}
