package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frames of the duty connection, and what travels in them. */
class DutyTest {

  private static final int ROUNDS = 20_000;

  @Test
  void a_frame_is_as_it_is_written_down() {
    byte[] frame = Duty.frame(Duty.Kind.PULL, "jobs", 1, 500);
    assertThat(HexFormat.of().formatHex(frame))
        .isEqualTo("05" + "0000000000000001" + "00000000000001f4" + "6a6f6273");
  }

  @ParameterizedTest
  @EnumSource(Duty.Kind.class)
  void any_frame_comes_out_as_it_went_in(Duty.Kind kind) {
    Samples samples = new Samples(kind.code());
    long[] fields = new long[kind.prefix() / Long.BYTES];
    java.util.Arrays.setAll(fields, i -> samples.number());
    Duty read = Duty.parse(Duty.frame(kind, "näme", fields));
    assertThat(read.kind()).isEqualTo(kind);
    assertThat(LongStream.range(0, fields.length).map(i -> read.field((int) i)).toArray())
        .isEqualTo(fields);
    assertThat(read.name()).isEqualTo("näme");
  }

  @ParameterizedTest
  @EnumSource(Duty.Kind.class)
  void a_frame_that_ends_before_its_fields_is_refused(Duty.Kind kind) {
    byte[] frame = java.util.Arrays.copyOf(new byte[] {kind.code()}, kind.prefix() - 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Duty.parse(frame));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 5, 1L << 32})
  void a_route_that_is_longer_than_its_frame_is_refused(long length) {
    Duty frame = Duty.parse(Duty.frame(Duty.Kind.REPLY, new byte[4], length));
    assertThatIllegalArgumentException().isThrownBy(() -> frame.routeEnd(0));
  }

  @ParameterizedTest
  @EnumSource(Route.Kind.class)
  void any_route_comes_out_as_it_went_in(Route.Kind kind) {
    byte[] peer = kind == Route.Kind.HUB ? new byte[0] : new byte[] {0, 1, 2, 3, 4};
    Route route = new Route(kind, new Peer(peer), -7);
    byte[] both = route.before(new byte[] {9, 8, 7}, 1);
    Route read = Route.parse(both, 0, route.length());
    assertThat(read).usingRecursiveComparison().isEqualTo(route);
    assertThat(both).endsWith(8, 7).hasSize(route.length() + 2);
  }

  @Test
  void random_bytes_are_read_or_refused_and_nothing_else() {
    Samples samples = new Samples(3);
    byte[] route = new Route(Route.Kind.PLAIN, new Peer(new byte[5]), 1).before(new byte[9], 0);
    byte[] good = Duty.frame(Duty.Kind.REQUEST, route, 1, 14);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = i % 2 == 0 ? samples.bytes(60) : samples.damaged(good);
      FramesTest.requireReadOrRefused(() -> readAll(bytes));
    }
  }

  @Test
  void random_bytes_are_a_token_or_none() {
    Samples samples = new Samples(4);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = samples.bytes(30);
      int offset = samples.below(3);
      int index = samples.below(3);
      boolean fits = offset + 1 + (index + 1) * Long.BYTES <= bytes.length;
      assertThat(Control.number(bytes, offset, index).isPresent()).isEqualTo(fits);
      assertThat(Control.isControl(bytes)).isEqualTo(bytes.length > 0 && bytes[0] == 0);
    }
  }

  @Test
  void a_token_is_a_nul_and_its_numbers() {
    byte[] frame = Control.frame(1, -2);
    assertThat(HexFormat.of().formatHex(frame))
        .isEqualTo("00" + "0000000000000001" + "fffffffffffffffe");
    assertThat(Control.number(frame, 0, 1)).hasValue(-2);
  }

  private static Object readAll(byte[] bytes) {
    Duty duty = Duty.parse(bytes);
    duty.name();
    int end = duty.routeEnd(0);
    Route.parse(duty.rest(), duty.restAt(), end);
    return OutcomeFrame.parse(duty.rest(), end);
  }
}
