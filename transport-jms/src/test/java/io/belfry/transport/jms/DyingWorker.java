package io.belfry.transport.jms;

import io.belfry.message.Address;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Transport;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A program that takes work, serves requests, finishes neither, and waits to be killed. */
final class DyingWorker {

  static final Address WORK = new Address("dying.work");
  static final Address SERVICE = new Address("dying.service");
  static final String READY = "ready";
  static final String BUSY = "busy";

  /** For so long the broker would wait for somebody who is merely silent. */
  static final Map<String, String> PATIENT = Map.of("heartbeat-timeout", "120s");

  private DyingWorker() {}

  public static void main(String... address) throws Exception {
    Clients clients = new Clients(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
    Transport transport = clients.open(PATIENT);
    transport
        .pull(WORK, new PullOptions(10), work -> {
          System.out.println(BUSY);
          new CountDownLatch(1).await();
        })
        .ready()
        .toCompletableFuture()
        .join();
    transport
        .serve(SERVICE, request -> new CompletableFuture<>())
        .ready()
        .toCompletableFuture()
        .join();
    System.out.println(READY);
    System.in.read();
  }
}
