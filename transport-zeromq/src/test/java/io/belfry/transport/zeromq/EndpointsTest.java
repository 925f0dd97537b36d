package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a hub's addresses are written. */
class EndpointsTest {

  @Test
  void one_port_stands_for_six_in_a_row() {
    assertThat(Endpoints.parse("tcp://localhost:7700"))
        .isEqualTo(new Endpoints(
            "tcp://localhost:7700",
            "tcp://localhost:7701",
            "tcp://localhost:7702",
            "tcp://localhost:7703",
            "tcp://localhost:7704",
            "tcp://localhost:7705"));
  }

  @Test
  void a_name_stands_for_six_names() {
    assertThat(Endpoints.parse("inproc://hub").plainPull()).isEqualTo("inproc://hub.5");
    assertThat(Endpoints.parse("inproc://hub").areInproc()).isTrue();
    assertThat(Endpoints.parse("tcp://127.0.0.1:1").areInproc()).isFalse();
  }

  @Test
  void all_six_may_be_given() {
    Endpoints six =
        Endpoints.parse("tcp://a:9, tcp://b:8 ,tcp://c:7,tcp://d:6,tcp://e:5,tcp://[::1]:65535");
    assertThat(six)
        .isEqualTo(new Endpoints(
            "tcp://a:9", "tcp://b:8", "tcp://c:7", "tcp://d:6", "tcp://e:5", "tcp://[::1]:65535"));
  }

  @Test
  void an_address_of_ipv6_stands_in_brackets() {
    assertThat(Endpoints.parse("tcp://[fe80::1]:7700").duty()).isEqualTo("tcp://[fe80::1]:7703");
  }

  @Test
  void the_first_address_is_shown_for_all() {
    assertThat(Endpoints.parse("tcp://localhost:7700")).hasToString("tcp://localhost:7700");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://127.0.0.1:7700",
        "tcp://127.9.9.9:7700",
        "tcp://localhost:7700",
        "tcp://[::1]:7700",
        "ipc://belfry.sock",
        "inproc://hub"
      })
  void these_stay_on_this_machine(String endpoint) {
    assertThat(Endpoints.parse(endpoint).areLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://0.0.0.0:7700",
        "tcp://*:7700",
        "tcp://[::]:7700",
        "tcp://192.0.2.1:7700",
        "tcp://127.1:7700",
        "tcp://no-such-host.invalid:7700"
      })
  void these_can_be_reached_from_elsewhere_or_nobody_knows(String endpoint) {
    assertThat(Endpoints.parse(endpoint).areLocal()).isFalse();
  }

  @Test
  void one_open_address_among_six_is_enough_to_be_reached_from_elsewhere() {
    String local = "tcp://127.0.0.1:7,".repeat(5);
    assertThat(Endpoints.parse(local + "tcp://0.0.0.0:7").areLocal()).isFalse();
    assertThat(Endpoints.parse(local + "tcp://127.0.0.1:7").areLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7700",
        "127.0.0.1:7700",
        "tcp://",
        "tcp://host",
        "tcp://host:",
        "tcp://:7700",
        "tcp://host:x",
        "tcp://host:-1",
        "tcp://host:7700x",
        "tcp://host:0",
        "tcp://host:65531",
        "tcp://host:65536",
        "tcp://host:99999",
        "tcp://host:123456",
        "tcp://host:7700/path",
        "tcp://::1:7700",
        "tcp://[::1:7700",
        "tcp://[x]:7700",
        "tcp:/host:7700",
        "TCP://host:7700",
        "udp://host:7700",
        "ws://host:7700",
        "http://host:7700",
        "inproc://",
        "inproc://a b",
        "tcp://a:1,tcp://a:2",
        "tcp://a:1,",
        "tcp://a:1,tcp://a:2,tcp://a:3,tcp://a:4,tcp://a:5",
        "tcp://a:1,tcp://a:2,tcp://a:3,tcp://a:4,tcp://a:5,tcp://a:6,tcp://a:7",
        "tcp://a:1,tcp://a:2,tcp://a:3,tcp://a:4,tcp://a:5,"
      })
  void a_malformed_address_is_refused_in_one_sentence(String endpoint) {
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> Endpoints.parse(endpoint));
    assertThat(refusal).as(endpoint).isNotNull().satisfies(Sentence::requireOne);
    assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
  }

  @Test
  void the_last_six_ports_can_be_used() {
    assertThat(Endpoints.parse("tcp://host:65530").plainPull()).isEqualTo("tcp://host:65535");
  }
}
