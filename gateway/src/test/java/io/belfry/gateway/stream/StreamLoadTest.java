package io.belfry.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.House;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.page.Shown;
import io.belfry.message.Topic;
import io.belfry.service.Publication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamLoadTest {

  private static final int SESSIONS = 1_000;
  private static final int BURST = 100;
  private static final int FEW = 4_096;
  private static final int MANY = 3_000;

  @TempDir
  private Path directory;

  @Test
  void a_thousand_streams_get_a_burst_completely() {
    GatewayConfig config =
        GatewayConfig.local(0).with(new Limits(1 << 20, SESSIONS, SESSIONS, 0, 256, 1 << 20));
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      Topic topic = house.topic("bell");
      URI uri = house.at("/api/v1/stream?topic=%23&contents=false");
      List<Seqs> all = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        Seqs seqs = new Seqs();
        all.add(seqs);
        var unused = http.sendAsync(
            HttpRequest.newBuilder(uri).build(), BodyHandlers.fromLineSubscriber(seqs));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().allMatch(Seqs::hasBegun));
      for (int i = 0; i < BURST; i++) {
        var unused = house.service().publish(Publication.of(topic, "ding " + i));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> all.stream().allMatch(seqs -> seqs.count() >= BURST));
      assertThat(all)
          .allSatisfy(seqs -> assertThat(seqs.all())
              .containsExactlyElementsOf(
                  LongStream.rangeClosed(1, BURST).boxed().toList()));
    }
  }

  @Test
  void a_reader_that_stops_gets_all_when_it_goes_on() throws IOException {
    try (House house = House.open(directory);
        Socket socket = new Socket()) {
      Topic topic = house.topic("bell");
      socket.setReceiveBufferSize(FEW);
      socket.connect(new InetSocketAddress("127.0.0.1", house.gateway().port()));
      socket
          .getOutputStream()
          .write("GET /api/v1/stream?topic=bell&contents=false HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      Seqs seqs = new Seqs();
      while (!seqs.hasBegun()) {
        seqs.onNext(lines.readLine());
      }
      String text = "x".repeat(FEW);
      for (int i = 0; i < MANY - 1; i++) {
        var unused = house.service().publish(Publication.of(topic, text));
      }
      house.publish(topic, text);
      while (seqs.count() < MANY) {
        seqs.onNext(lines.readLine());
      }
      assertThat(seqs.all())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, MANY).boxed().toList());
    }
  }

  /** Picks the seqs from the lines of a stream. */
  private static final class Seqs implements Flow.Subscriber<String> {

    private final List<Long> seqs = new ArrayList<>();
    private boolean hasBegun;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(String line) {
      hasBegun |= line.startsWith("retry:");
      int at = line.startsWith("data:") ? line.indexOf("\"seq\":") : -1;
      if (at >= 0) {
        String rest = line.substring(at + 6);
        seqs.add(Long.parseLong(rest.substring(0, rest.indexOf(','))));
      }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}

    synchronized boolean hasBegun() {
      return hasBegun;
    }

    synchronized int count() {
      return seqs.size();
    }

    synchronized List<Long> all() {
      return List.copyOf(seqs);
    }
  }
}
