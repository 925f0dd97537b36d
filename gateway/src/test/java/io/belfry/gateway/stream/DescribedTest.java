package io.belfry.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.gateway.House;
import io.belfry.gateway.rest.Schema;
import io.belfry.gateway.stream.Reader.Item;
import io.belfry.message.Topic;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes on a stream is what the document that is served says. */
final class DescribedTest {

  @TempDir
  private Path directory;

  @Test
  void whatever_a_stream_tells_is_described() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    House house = House.open(directory);
    Topic topic = house.topic("weather.paris");
    house.publish(topic, "fog");
    Schema schema =
        new Schema(JSON.std.mapFrom(house.at("/api/v1/asyncapi.json").toURL()));
    Set<String> names = new HashSet<>();
    try (Reader contents = Reader.open(http, house.at("/api/v1/stream?topic=%23"));
        Reader gap = Reader.open(http, house.at("/api/v1/stream?topic=%23&after=other/7"))) {
      names.add(checked(schema, contents.next()));
      names.add(checked(schema, gap.next()));
      names.add(checked(schema, gap.next()));
      house.close();
      names.add(checked(schema, gap.next()));
    }
    assertThat(names).containsExactlyInAnyOrder("snapshot", "gap", "message", "end");
  }

  private static String checked(Schema schema, Item item) throws Exception {
    assertThat(schema.faultsOf(item.name(), item.json())).isEmpty();
    return item.name();
  }
}
