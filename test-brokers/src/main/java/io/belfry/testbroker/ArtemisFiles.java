package io.belfry.testbroker;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.broker.Right;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that Artemis reads. */
record ArtemisFiles(TemporaryDirectory directory, Setup setup, Addresses addresses) {

  private static final List<String> FOR_BOTH =
      List.of("createAddress", "createDurableQueue", "createNonDurableQueue", "deleteAddress");
  private static final List<String> FOR_RECEIVERS =
      List.of("consume", "browse", "deleteDurableQueue", "deleteNonDurableQueue");

  void write() throws IOException {
    directory.write(
        "etc/bootstrap.xml", """
        <broker xmlns="http://activemq.apache.org/schema">
          <jaas-security domain="activemq"/>
          <server configuration="%s"/>
        </broker>
        """.formatted(directory.file("etc/broker.xml").toUri()));
    directory.write("etc/management.xml", """
        <management-context xmlns="http://activemq.apache.org/schema"/>
        """);
    directory.write("etc/log4j2.properties", """
        rootLogger.level = WARN
        rootLogger.appenderRef.console.ref = console
        appender.console.type = Console
        appender.console.name = console
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d %-5level [%logger] %msg%n
        """);
    writeUsers();
    if (setup.tls().isPresent()) {
      setup.tls().get().copyStores(directory.directory("etc"));
    }
    directory.write("etc/broker.xml", broker());
  }

  private void writeUsers() throws IOException {
    directory.write("etc/login.config", """
        activemq {
          org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule required
            org.apache.activemq.jaas.properties.user="users.properties"
            org.apache.activemq.jaas.properties.role="roles.properties";
        };
        """);
    directory.write(
        "etc/users.properties",
        lines(setup.users().stream().map(user -> user.name() + " = " + user.password())));
    directory.write(
        "etc/roles.properties",
        lines(setup.permissions().stream()
            .map(Permission::role)
            .distinct()
            .map(role -> role + " = " + members(role))));
  }

  private String broker() {
    return """
        <configuration xmlns="urn:activemq">
          <core xmlns="urn:activemq:core">
            <name>belfry-test</name>
            <persistence-enabled>%s</persistence-enabled>
            <journal-type>NIO</journal-type>
            <journal-file-size>4M</journal-file-size>
            <journal-buffer-timeout>200000</journal-buffer-timeout>
            <journal-directory>data/journal</journal-directory>
            <bindings-directory>data/bindings</bindings-directory>
            <paging-directory>data/paging</paging-directory>
            <large-messages-directory>data/large-messages</large-messages-directory>
            <jmx-management-enabled>false</jmx-management-enabled>
            <critical-analyzer>false</critical-analyzer>
            <max-disk-usage>-1</max-disk-usage>
            <global-max-size>%d</global-max-size>
            <message-expiry-scan-period>1000</message-expiry-scan-period>
            <security-enabled>%s</security-enabled>
            <acceptors>
        %s
            </acceptors>
            <security-settings>
        %s
            </security-settings>
            <address-settings>
              <address-setting match="#">
                <dead-letter-address>DLQ</dead-letter-address>
                <expiry-address>ExpiryQueue</expiry-address>
                <max-delivery-attempts>10</max-delivery-attempts>
                <max-size-bytes>-1</max-size-bytes>
                <max-size-messages>%d</max-size-messages>
                <address-full-policy>FAIL</address-full-policy>
              </address-setting>
            </address-settings>
            <addresses>
              <address name="DLQ"><anycast><queue name="DLQ"/></anycast></address>
              <address name="ExpiryQueue"><anycast><queue name="ExpiryQueue"/></anycast></address>
            </addresses>
          </core>
        </configuration>
        """.formatted(
        setup.isPersistent(),
        setup.limits().getOrDefault(Limit.MEMORY_BYTES, 100_000_000L),
        !setup.users().isEmpty(),
        lines(addresses.byProtocol().keySet().stream().map(this::acceptor)),
        lines(setup.permissions().stream().map(Permission::addresses).distinct().map(this::rights)),
        setup.limits().getOrDefault(Limit.QUEUED_MESSAGES, -1L));
  }

  private String acceptor(Protocol protocol) {
    String options = switch (protocol) {
      case JMS -> "protocols=CORE";
      case AMQP -> "protocols=AMQP";
      case MQTT -> "protocols=MQTT" + limit(";maximumPacketSize=", Limit.PACKET_BYTES);
    };
    return "<acceptor name=\"%s\">tcp://127.0.0.1:%d?%s;useEpoll=false%s%s</acceptor>"
        .formatted(
            protocol,
            addresses.port(protocol),
            options,
            limit(";connectionsAllowed=", Limit.CONNECTIONS),
            setup.tls().map(this::tls).orElse(""));
  }

  private String tls(Certificates certificates) {
    Map<String, String> options = Map.of(
        "sslEnabled",
        "true",
        "keyStorePath",
        directory.file("etc/server.p12").toString(),
        "keyStorePassword",
        Certificates.PASSWORD,
        "trustStorePath",
        directory.file("etc/trust.p12").toString(),
        "trustStorePassword",
        Certificates.PASSWORD,
        "needClientAuth",
        Boolean.toString(setup.isClientKnown()));
    return options.entrySet().stream()
        .map(option -> ";" + option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining());
  }

  private String limit(String prefix, Limit limit) {
    Long value = setup.limits().get(limit);
    return value == null ? "" : prefix + value;
  }

  /**
   * Of several patterns that fit, the server goes by the narrowest alone; so each has all roles.
   */
  private String rights(String addresses) {
    Stream<String> types = Stream.concat(
        Stream.of(right("send", addresses, Right.SEND)),
        Stream.concat(
            FOR_RECEIVERS.stream().map(type -> right(type, addresses, Right.RECEIVE)),
            FOR_BOTH.stream().map(type -> right(type, addresses, Right.SEND, Right.RECEIVE))));
    return "<security-setting match=\"%s\">\n%s\n</security-setting>"
        .formatted(addresses, lines(types));
  }

  private String right(String type, String addresses, Right... sufficient) {
    String roles = setup.permissions().stream()
        .filter(permission ->
            Stream.of(sufficient).anyMatch(right -> permission.allows(right, addresses)))
        .map(Permission::role)
        .distinct()
        .collect(Collectors.joining(","));
    return "<permission type=\"%s\" roles=\"%s\"/>".formatted(type, roles);
  }

  private String members(String role) {
    return setup.users().stream()
        .filter(user -> user.roles().contains(role))
        .map(BrokerUser::name)
        .collect(Collectors.joining(","));
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
