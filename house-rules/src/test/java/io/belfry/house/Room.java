package io.belfry.house;

import java.util.List;
import java.util.stream.Stream;

/**
 * A module of the house. What a room is not granted here, it may not touch, and a module without a
 * row fails the build; so every new module and every new library passes by this table.
 *
 * @param directory where it stands in the repository
 * @param packages the packages it owns; two dots at the end take in what lies below
 * @param known the rooms whose types it may use
 * @param libraries the packages of others that it may use, besides those of the JDK
 */
record Room(String directory, List<String> packages, List<String> known, List<String> libraries) {

  static final List<Room> ALL = List.of(
      room("api")
          .owning(
              "io.belfry.message..",
              "io.belfry.settings..",
              "io.belfry.transport",
              "io.belfry.transport.delivery..",
              "io.belfry.notifier"),
      room("transport-tck")
          .owning("io.belfry.tck..")
          .knowing("api")
          .using("com.sun.management..", "org.junit..", "org.assertj..", "org.awaitility.."),
      room("transport-zeromq")
          .owning("io.belfry.transport.zeromq..")
          .knowing("api")
          .using("org.zeromq..", "zmq.."),
      room("packing").owning("io.belfry.packing..").knowing("api"),
      room("transport-mqtt")
          .owning("io.belfry.transport.mqtt..")
          .knowing("api")
          .using("org.eclipse.paho.."),
      room("transport-jms")
          .owning("io.belfry.transport.jms..")
          .knowing("api")
          .using("jakarta.jms.."),
      room("broker-embedded")
          .owning("io.belfry.broker..")
          .knowing("api")
          .using("org.apache.activemq.artemis..", "io.netty.channel.."),
      room("test-brokers")
          .owning("io.belfry.testbroker..", "io.belfry.teststore..")
          .knowing("api", "transport-tck", "broker-embedded")
          .using(
              "java.sql..",
              "org.testcontainers..",
              "com.github.dockerjava..",
              "org.bouncycastle..",
              "org.awaitility..",
              "org.junit.jupiter.api.."),
      room("client")
          .owning("io.belfry.service..", "io.belfry.client..")
          .knowing("api")
          .using("com.fasterxml.jackson.."),
      room("server")
          .owning("io.belfry.server..")
          .knowing("client", "api")
          .using(
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "com.zaxxer.hikari..",
              "org.flywaydb..",
              "io.micrometer.core.."),
      room("examples/transport-tcp").owning("org.example.belfry.tcp..").knowing("api"),
      room("torture")
          .owning("io.belfry.torture..")
          .knowing("api", "client", "server", "transport-tck", "test-brokers"),
      room("notifier-smtp")
          .owning("io.belfry.notifier.smtp..")
          .knowing("api")
          .using(
              "jakarta.mail..",
              "jakarta.activation..",
              "org.eclipse.angus.mail..",
              "com.samskivert.mustache.."),
      room("mailbox-embedded")
          .owning("io.belfry.mailbox..")
          .using("org.subethamail.smtp..", "jakarta.mail..", "jakarta.activation.."),
      room("gateway")
          .owning("io.belfry.gateway..")
          .knowing("api", "client")
          .using(
              "org.eclipse.jetty..",
              "org.cometd..",
              "jakarta.servlet..",
              "com.fasterxml.jackson.jr.."),
      room("compare")
          .owning("io.belfry.compare..")
          .knowing("api", "client")
          .using(
              "org.HdrHistogram..",
              "com.typesafe.config..",
              "com.fasterxml.jackson.jr..",
              "com.sun.management.."),
      room("launcher")
          .owning("io.belfry.launcher..")
          .knowing(
              "server",
              "gateway",
              "compare",
              "packing",
              "broker-embedded",
              "mailbox-embedded",
              "transport-tck",
              "client",
              "api")
          .using(
              "org.junit..",
              "com.google.inject..",
              "jakarta.inject..",
              "picocli..",
              "com.typesafe.config..",
              "com.fasterxml.jackson.jr..",
              "com.sun.net.httpserver..",
              "io.micrometer.."),
      room("benchmark")
          .owning("io.belfry.benchmark..")
          .knowing(
              "api",
              "packing",
              "transport-zeromq",
              "transport-mqtt",
              "transport-jms",
              "broker-embedded",
              "mailbox-embedded",
              "client",
              "server",
              "gateway",
              "test-brokers")
          .using(
              "java.sql..",
              "org.zeromq..",
              "zmq..",
              "org.eclipse.paho..",
              "jakarta.jms..",
              "org.apache.activemq.artemis..",
              "org.cometd..",
              "org.eclipse.jetty..",
              "jakarta.servlet..",
              "org.HdrHistogram..",
              "com.sun.management.."));

  static Room of(String directory) {
    return ALL.stream()
        .filter(room -> room.directory.equals(directory))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The module " + directory + " has no row in Room"));
  }

  /** Whether it owns the package with this name. */
  boolean owns(String name) {
    return packages.stream()
        .anyMatch(pattern -> pattern.endsWith("..")
            ? (name + ".").startsWith(pattern.substring(0, pattern.length() - 1))
            : name.equals(pattern));
  }

  /** Its own packages, those of the rooms it knows, and its libraries. */
  String[] reach() {
    return Stream.of(
            packages.stream(),
            known.stream().map(Room::of).flatMap(room -> room.packages.stream()),
            libraries.stream())
        .flatMap(patterns -> patterns)
        .toArray(String[]::new);
  }

  private static Room room(String directory) {
    return new Room(directory, List.of(), List.of(), List.of());
  }

  private Room owning(String... packages) {
    return new Room(directory, List.of(packages), known, libraries);
  }

  private Room knowing(String... known) {
    return new Room(directory, packages, List.of(known), libraries);
  }

  private Room using(String... libraries) {
    return new Room(directory, packages, known, List.of(libraries));
  }
}
