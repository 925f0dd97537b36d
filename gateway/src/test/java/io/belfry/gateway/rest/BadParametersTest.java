package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Refused.assertRefused;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked badly in an address. */
class BadParametersTest {

  private static Running running;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    running = Running.open(directory);
    running.post("/topics", "{\"topic\":\"known\"}");
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/topics?fliter=a           | The parameter 'fliter' is not known here; did you mean 'filter'?",
        "/topics?x=1                | The parameter 'x' is not known here; there are filter, after, limit.",
        "/topics?topic=a&topic=b    | The parameter 'topic' is not known here; there are filter",
        "/topics?filter=a&filter=b  | The parameter 'filter' stands twice; give it once.",
        "/topics?limit=many         | The parameter 'limit' must be a whole number from 0 to",
        "/topics?limit=-1           | not '-1'.",
        "/topics?limit=1.5          | not '1.5'.",
        "/topics?limit              | not ''.",
        "/topics?limit=99999999999999999999 | not '99999999999999999999'.",
        "/topics?limit=9223372036854775808  | not '9223372036854775808'.",
        "/topics?limit=0            | The limit must be from 1 to 1000, not 0.",
        "/topics?limit=1001         | The limit must be from 1 to 1000, not 1001.",
        "/topics?filter=a..b        | The filter 'a..b' has an empty level.",
        "/topics?filter=%23.a       | has '#' before its last level",
        "/topics?filter=%zz         | The address has a broken escape",
        "/topics?filter=%f          | The address has a broken escape",
        "/topics?filter=%FF         | The address has a broken escape",
        "/topics?filter=a%00        | contains U+0000",
        "/topics?v=1                | The parameter 'v' is not known here",
        "/topics/a%20b              | contains U+0020",
        "/topics/%23                | contains U+0023",
        "/topics/*/snapshot         | contains U+002A",
        "/topics/a;b                | contains U+003B",
        "/topics/known/events?topic=x | The parameter 'topic' is not known here",
        "/topics/known/events?from=3&to=2 | A replay goes from 1 or more upwards",
        "/events?after=0            | The field 'epoch' is missing.",
        "/mailboxes?state=lost      | 'stopped'",
        "/status?x                  | The parameter 'x' is not known here; leave it out.",
      })
  void a_bad_parameter_is_refused_in_one_sentence(String path, String sentence) throws Exception {
    assertRefused(running.talk("GET", path, "\r\n"), 400, "BAD_REQUEST", sentence);
  }
}
