package io.belfry.benchmark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.wire.BreakdownException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final StringBuilder seen = new StringBuilder();
  private final HttpAnswer answer = new HttpAnswer(new HttpAnswer.Parts() {
    @Override
    public void head(String head) {
      seen.append('<');
    }

    @Override
    public void body(ByteBuffer part) {
      seen.append(StandardCharsets.US_ASCII.decode(part));
    }

    @Override
    public void end() {
      seen.append('>');
    }
  });

  @Test
  void answers_follow_each_other() {
    take(OK + "Content-Length: 3\r\n\r\none" + OK + "content-length: 0\r\n\r\n");
    assertThat(seen).hasToString("<one><>");
  }

  @Test
  void chunks_are_put_together() {
    take(OK + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\na\r\n0123456789\r\n0\r\n\r\n" + OK
        + "Content-Length: 3\r\n\r\ntwo");
    assertThat(seen).hasToString("<one0123456789><two>");
  }

  @Test
  void they_may_be_cut_anywhere() {
    String all = OK + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n" + OK
        + "Content-Length: 3\r\n\r\ntwo";
    ByteBuffer in = ByteBuffer.allocate(all.length());
    for (char c : all.toCharArray()) {
      in.put((byte) c).flip();
      answer.take(in);
      in.compact();
    }
    assertThat(seen).hasToString("<one><two>");
  }

  @Test
  void a_refusal_is_told() {
    assertThatThrownBy(() -> take("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
        .isInstanceOf(BreakdownException.class)
        .hasMessage("The server answers a client with 'HTTP/1.1 404 Not Found'.");
  }

  @Test
  void what_has_no_length_is_not_understood() {
    assertThatThrownBy(() -> take(OK + "Connection: close\r\n\r\n"))
        .isInstanceOf(BreakdownException.class)
        .hasMessageStartingWith("The server does not tell");
  }

  private void take(String bytes) {
    answer.take(ByteBuffer.wrap(Bytes.ascii(bytes)));
  }
}
