package io.belfry.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.belfry.tck.Aside;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Waiting;
import io.belfry.teststore.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class PostgresTest {

  private static final String SECRET = "opensesame";

  @Test
  void a_database_that_is_not_there_is_named_without_the_password() throws Exception {
    String url =
        "jdbc:postgresql://127.0.0.1:" + FreePorts.one() + "/belfry?user=u&password=" + SECRET;
    Throwable failure =
        catchThrowable(() -> Store.open(StoreConfig.of(url).waiting(Duration.ofMillis(500))));
    assertThat(failure)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("can't be reached")
        .hasMessageContaining("127.0.0.1");
    assertThat(trace(failure)).doesNotContain(SECRET);
  }

  @Test
  void a_wrong_password_is_refused_and_not_shown() throws Exception {
    try (TestDatabase database = TestDatabase.createOrSkip()) {
      StoreConfig config = StoreConfig.of(database.url());
      Throwable failure =
          catchThrowable(() -> Store.open(config.as(config.user().orElseThrow(), SECRET)));
      assertThat(failure).isInstanceOf(StoreException.class).hasMessageContaining("password");
      assertThat(trace(failure)).doesNotContain(SECRET);
    }
  }

  @Test
  void several_may_open_one_database_at_the_same_time() throws Exception {
    try (TestDatabase database = TestDatabase.createOrSkip()) {
      var opened = IntStream.range(0, 3)
          .mapToObj(i -> Aside.get(() -> Store.open(StoreConfig.of(database.url()))))
          .toList();
      opened.stream().map(Waiting::value).forEach(Store::close);
    }
  }

  @Test
  void somebody_elses_database_is_left_alone() throws Exception {
    try (TestDatabase database = TestDatabase.createOrSkip()) {
      try (var connection = DriverManager.getConnection(database.url());
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE theirs (id INTEGER)");
      }
      assertThatThrownBy(() -> Store.open(StoreConfig.of(database.url())))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("empty database or schema");
    }
  }

  @Test
  void work_that_a_deadlock_or_a_lost_connection_undid_is_begun_anew() throws Exception {
    try (TestDatabase database = TestDatabase.createOrSkip();
        Store store = Store.open(StoreConfig.of(database.url()))) {
      store.inTransaction(handle -> handle.execute("CREATE TABLE pair (id INTEGER, n INTEGER)"));
      store.inTransaction(handle -> handle.execute("INSERT INTO pair VALUES (1, 0), (2, 0)"));
      deadlock(store);
      loseConnection(store);
      assertThat(sum(store)).isEqualTo(5);
    }
  }

  private static void deadlock(Store store) {
    CyclicBarrier both = new CyclicBarrier(2);
    var one = Aside.run(() -> addToBoth(store, 1, 2, both));
    var other = Aside.run(() -> addToBoth(store, 2, 1, both));
    Waiting.value(one);
    Waiting.value(other);
  }

  private static void addToBoth(Store store, int first, int second, CyclicBarrier both) {
    AtomicInteger attempts = new AtomicInteger();
    store.inTransaction(handle -> {
      add(handle, first);
      if (attempts.incrementAndGet() == 1) {
        await(both);
      }
      return add(handle, second);
    });
  }

  private static void loseConnection(Store store) {
    AtomicInteger attempts = new AtomicInteger();
    store.inTransaction(handle -> {
      add(handle, 1);
      if (attempts.incrementAndGet() == 1) {
        handle.execute("SELECT pg_terminate_backend(pg_backend_pid())");
      }
      return true;
    });
    assertThat(attempts).hasValue(2);
  }

  private static int add(Handle handle, int id) {
    return handle.execute("UPDATE pair SET n = n + 1 WHERE id = ?", id);
  }

  private static int sum(Store store) {
    return store.read(handle ->
        handle.createQuery("SELECT sum(n) FROM pair").mapTo(Integer.class).one());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
