package io.belfry.teststore;

import io.belfry.tck.Broker;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL of a test's own, as a program, which may be switched off and on. It is at a free
 * port of the loopback and in a directory of its own, writes through to the disk as one for real
 * use does, and is gone afterwards, also when this JVM is killed.
 */
public final class TestPostgres implements Broker, AutoCloseable {

  /** What it is called where the environment promises it. */
  public static final String NAME = "postgres-process";

  private static final String USER = "belfry";
  private static final Duration CHILDREN_END = Duration.ofSeconds(5);

  private final Caretaker caretaker;
  private final ServerProcess process;
  private final Databases databases;

  private TestPostgres(Caretaker caretaker, ServerProcess process, Databases databases) {
    this.caretaker = caretaker;
    this.process = process;
    this.databases = databases;
  }

  /**
   * Why it can't be started here.
   *
   * @return a sentence that says what is missing, or nothing if it can
   */
  public static Optional<String> missing() {
    return PostgresPrograms.missing();
  }

  /**
   * Starts one; where that can't be, the test is skipped, and says why.
   *
   * @return the running server, to be closed by the caller
   * @throws Exception if it does not start; the message has what it printed
   */
  public static TestPostgres startOrSkip() throws Exception {
    Optional<String> missing = missing();
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    return startNew();
  }

  /**
   * Starts one.
   *
   * @return the running server, to be closed by the caller, or else ended with this JVM
   * @throws Exception if it does not start; the message has what it printed
   */
  public static TestPostgres startNew() throws Exception {
    Caretaker caretaker = Caretaker.ofNewDirectory();
    try {
      TestPostgres server = prepared(caretaker);
      server.start();
      return server;
    } catch (Exception | Error e) {
      caretaker.close();
      throw e;
    }
  }

  private static TestPostgres prepared(Caretaker caretaker) throws Exception {
    PostgresPrograms programs = PostgresPrograms.found().orElseThrow();
    Path directory = caretaker.directory();
    String password = password();
    init(programs, directory, password);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.one());
    ServerProcess process =
        new ServerProcess(command(programs, directory, address), directory, List.of(address));
    String url = "jdbc:postgresql://" + address.getAddress().getHostAddress() + ":"
        + address.getPort() + "/postgres?user=" + USER + "&password=" + password;
    return new TestPostgres(caretaker, process, new Databases(url));
  }

  /** A password, since everybody on this machine can reach the port. */
  private static String password() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static void init(PostgresPrograms programs, Path directory, String password)
      throws IOException, InterruptedException {
    Path secret = directory.resolve("password");
    Files.writeString(secret, password, StandardCharsets.UTF_8);
    PostgresPrograms.handOver(secret);
    Path output = directory.resolve("init.txt");
    Process init = new ProcessBuilder(programs.init(
            "--pgdata=" + directory.resolve("data"),
            "--username=" + USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"))
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (init.waitFor() != 0) {
      throw new IOException("initdb failed. It printed:\n" + Files.readString(output));
    }
  }

  /**
   * No socket in a directory, since its path could be too long; no shared memory that a kill would
   * leave on the system.
   */
  private static List<String> command(
      PostgresPrograms programs, Path directory, InetSocketAddress address) {
    Stream<String> settings = Stream.of(
        "listen_addresses=" + address.getAddress().getHostAddress(),
        "port=" + address.getPort(),
        "unix_socket_directories=",
        "dynamic_shared_memory_type=mmap",
        "shared_buffers=32MB",
        "max_wal_size=256MB",
        "max_connections=200",
        "fsync=on",
        "synchronous_commit=on");
    return programs.server(Stream.concat(
            Stream.of("-D", directory.resolve("data").toString()),
            settings.flatMap(setting -> Stream.of("-c", setting)))
        .toArray(String[]::new));
  }

  /**
   * Makes an empty database, which goes with the server.
   *
   * @return its URL for JDBC, with user and password
   * @throws SQLException if the server does not
   */
  public String newDatabase() throws SQLException {
    return databases.urlOf(databases.create());
  }

  Databases databases() {
    return databases;
  }

  @Override
  public synchronized void start() throws Exception {
    process.start();
    Waiting.until("PostgreSQL let clients in", databases::isReachable);
  }

  @Override
  public synchronized void stop() throws Exception {
    process.stop();
  }

  /** Ends the server with all its children: one that is left would keep it from starting again. */
  @Override
  public synchronized void kill() throws Exception {
    List<ProcessHandle> children =
        process.handle().stream().flatMap(ProcessHandle::descendants).toList();
    process.kill();
    children.forEach(ProcessHandle::destroyForcibly);
    Waiting.stays(CHILDREN_END, () -> children.stream().anyMatch(ProcessHandle::isAlive));
  }

  /** The process, while it runs. */
  synchronized Optional<ProcessHandle> handle() {
    return process.handle();
  }

  /** Where it has its files. */
  Path files() {
    return caretaker.directory();
  }

  /** Ends it, and deletes all that it has written. A second call does nothing. */
  @Override
  public synchronized void close() throws IOException {
    caretaker.close();
    try {
      process.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
