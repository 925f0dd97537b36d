package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnackMenderTest {

  @ParameterizedTest
  @CsvSource({
    // an alias maximum alone; among others of every length; after a long text
    "2006000003 22000a, 2006000003 220000",
    "2003000000, 2003000000",
    "2013000010 2101f4 2501 22ffff 2700001000 2a01, 2013000010 2101f4 2501 220000 2700001000 2a01",
    "200d00000a 12000161 1f000162 22, 200d00000a 12000161 1f000162 22",
    "201100000e 26000161000162 22000a, 201100000e 26000161000162 220000",
    // a receive maximum that Paho would take for a negative number
    "2006000003 21ffff, 2006000003 217fff",
    "2006000003 218000, 2006000003 217fff",
    "2006000003 217fff, 2006000003 217fff",
    // what follows is left alone
    "2006000003 22000a 2006000003 22000a, 2006000003 220000 2006000003 22000a"
  })
  void what_paho_can_not_cope_with_is_changed(String sent, String read) throws IOException {
    assertThat(throughMender(sent)).isEqualTo(read.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20",
        "2006",
        "20060000",
        "2002000022000a",
        "2006000003 99000a",
        "2006000003 12ffff",
        "e002 8722000a",
        "20ffffff7f 000003 22000a",
        "20ffffffffff"
      })
  void what_is_no_whole_connack_passes_as_it_is(String sent) throws IOException {
    assertThat(throughMender(sent)).isEqualTo(sent.replace(" ", ""));
  }

  private static String throughMender(String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    try (ConnackMender mender = new ConnackMender(new ByteArrayInputStream(bytes))) {
      return HexFormat.of().formatHex(mender.readAllBytes());
    }
  }
}
