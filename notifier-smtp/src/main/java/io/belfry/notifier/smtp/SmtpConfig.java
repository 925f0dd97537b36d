package io.belfry.notifier.smtp;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Loopback;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** The settings of this notifier, typed. */
record SmtpConfig(
    String host,
    int port,
    Encryption encryption,
    SSLSocketFactory sockets,
    boolean verifiesHost,
    Optional<Login> login,
    Optional<String> helloName,
    InternetAddress from,
    Optional<InternetAddress> replyTo,
    Optional<URI> web,
    Optional<InternetAddress> leaveBy,
    Optional<Path> templates,
    ZoneId zone,
    int maxContent,
    int connections,
    int mailsPerConnection,
    Duration idle,
    Duration connectTimeout,
    Duration timeout,
    Duration deadline) {

  /**
   * Who we are.
   *
   * @param user the name
   * @param password the password
   */
  record Login(String user, Secret password) {}

  private static final int MAX_PORT = 65_535;

  private static final SettingKey<String> HOST =
      SettingKey.text("host", "127.0.0.1", "The mail server that takes all mails.");
  private static final SettingKey<Integer> PORT = SettingKey.number(
      "port", 1, MAX_PORT, 25, "Its port: mostly 587 with STARTTLS, 465 with implicit TLS.");
  private static final SettingKey<Encryption> TLS = SettingKey.choice(
      "tls",
      Encryption.AUTO,
      "How to encrypt: 'auto' is STARTTLS, which may be missing on the loopback alone; 'none' is"
          + " for the loopback alone.");
  private static final SettingKey<Optional<Path>> TRUST_STORE = SettingKey.optionalPath(
      "trust-store", "The key store with the certificates to trust; without it, Java's own.");
  private static final SettingKey<Optional<String>> TRUST_STORE_PASSWORD = SettingKey.optionalText(
          "trust-store-password", "The password of 'trust-store'.")
      .asSecret();
  private static final SettingKey<Boolean> VERIFY_HOST =
      SettingKey.flag("verify-host", true, "Whether the server's certificate must be for 'host'.");
  private static final SettingKey<Optional<String>> USER =
      SettingKey.optionalText("user", "The name to log in with.");
  private static final SettingKey<Optional<String>> PASSWORD =
      SettingKey.optionalText("password", "The password to log in with.").asSecret();
  private static final SettingKey<Optional<String>> HELLO_NAME = SettingKey.optionalText(
      "hello-name", "The name by which we greet the server; without it, this machine's.");
  private static final SettingKey<String> FROM = SettingKey.text(
      "from",
      "Belfry <belfry@localhost>",
      "The sender, as 'NAME <ADDRESS>' or as an address alone.");
  private static final SettingKey<Optional<String>> REPLY_TO =
      SettingKey.optionalText("reply-to", "The address for answers, if not that of the sender.");
  private static final SettingKey<Optional<String>> WEB = SettingKey.optionalText(
      "web",
      "Where the gateway is seen from outside, such as https://belfry.example.org; without it,"
          + " mails have no links.");
  private static final SettingKey<Optional<String>> LEAVE_BY = SettingKey.optionalText(
      "unsubscribe-to", "The address to which a mail is written to end a registration.");
  private static final SettingKey<Optional<Path>> TEMPLATES = SettingKey.optionalPath(
      "templates", "A directory with templates that replace those that come along.");
  private static final SettingKey<String> ZONE =
      SettingKey.text("zone", "UTC", "The time zone of what mails say, such as Asia/Seoul.");
  private static final SettingKey<Integer> MAX_CONTENT = SettingKey.size(
      "max-content", "64KiB", "How much of a content stands in a mail; more of it is cut off.");
  private static final SettingKey<Integer> CONNECTIONS = SettingKey.number(
      "connections", 1, 256, 4, "How many connections to the server there are at most.");
  private static final SettingKey<Integer> MAILS_PER_CONNECTION = SettingKey.number(
      "mails-per-connection",
      1,
      1_000_000,
      100,
      "How many mails go over a connection before it is made anew.");
  private static final SettingKey<Duration> IDLE = SettingKey.duration(
      "idle", "15s", "After how long without a mail a connection is given back.");
  private static final SettingKey<Duration> CONNECT_TIMEOUT =
      SettingKey.duration("connect-timeout", "10s", "How long a try to connect may take.");
  private static final SettingKey<Duration> TIMEOUT =
      SettingKey.duration("timeout", "60s", "How long the server may be silent.");
  private static final SettingKey<Duration> DEADLINE = SettingKey.duration(
      "deadline", "3m", "How long a mail may take in all, however busy the server seems to be.");

  static final List<SettingKey<?>> KEYS = List.of(
      HOST,
      PORT,
      TLS,
      TRUST_STORE,
      TRUST_STORE_PASSWORD,
      VERIFY_HOST,
      USER,
      PASSWORD,
      HELLO_NAME,
      FROM,
      REPLY_TO,
      WEB,
      LEAVE_BY,
      TEMPLATES,
      ZONE,
      MAX_CONTENT,
      CONNECTIONS,
      MAILS_PER_CONNECTION,
      IDLE,
      CONNECT_TIMEOUT,
      TIMEOUT,
      DEADLINE);

  /**
   * Checks what one key alone can't tell.
   *
   * @throws SettingsException with one sentence, if it can't work
   */
  SmtpConfig {
    boolean isLocal = Loopback.holds(host);
    require(
        isLocal || encryption != Encryption.NONE,
        "The setting 'tls' can be 'none' only where 'host' is the loopback; mails must not travel"
            + " in the clear.");
    require(
        !connectTimeout.isZero() && !timeout.isZero() && !deadline.isZero(),
        "The settings 'connect-timeout', 'timeout' and 'deadline' must be above zero.");
  }

  /** Whether a mail may go over a connection that is not encrypted. */
  boolean mayBePlain() {
    return encryption == Encryption.NONE || (encryption == Encryption.AUTO && Loopback.holds(host));
  }

  static SmtpConfig from(Settings settings) {
    return new SmtpConfig(
        settings.get(HOST),
        settings.get(PORT),
        settings.get(TLS),
        Trust.sockets(settings.get(TRUST_STORE), settings.get(TRUST_STORE_PASSWORD)),
        settings.get(VERIFY_HOST),
        login(settings),
        settings.get(HELLO_NAME),
        address(FROM, settings.get(FROM)),
        settings.get(REPLY_TO).map(written -> address(REPLY_TO, written)),
        settings.get(WEB).map(SmtpConfig::web),
        settings.get(LEAVE_BY).map(written -> address(LEAVE_BY, written)),
        settings.get(TEMPLATES),
        zone(settings.get(ZONE)),
        settings.get(MAX_CONTENT),
        settings.get(CONNECTIONS),
        settings.get(MAILS_PER_CONNECTION),
        settings.get(IDLE),
        settings.get(CONNECT_TIMEOUT),
        settings.get(TIMEOUT),
        settings.get(DEADLINE));
  }

  private static Optional<Login> login(Settings settings) {
    Optional<String> user = settings.get(USER);
    Optional<String> password = settings.get(PASSWORD);
    require(
        user.isPresent() == password.isPresent(),
        "The settings 'user' and 'password' need each other.");
    return user.map(name -> new Login(name, new Secret(password.orElseThrow())));
  }

  private static InternetAddress address(SettingKey<?> key, String written) {
    try {
      InternetAddress[] all = InternetAddress.parse(written, true);
      if (all.length == 1 && !all[0].isGroup() && all[0].getAddress().contains("@")) {
        // Encodes a name that is not in ASCII.
        all[0].setPersonal(all[0].getPersonal(), StandardCharsets.UTF_8.name());
        return all[0];
      }
    } catch (AddressException | java.io.UnsupportedEncodingException e) {
      // Told below.
    }
    throw new SettingsException("The setting '" + key.name()
        + "' must be one address, such as 'Belfry <belfry@example.org>', but is '" + written
        + "'.");
  }

  private static URI web(String written) {
    try {
      URI uri = new URI(written.endsWith("/") ? written : written + "/");
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new SettingsException("The setting 'web' must be an address such as"
        + " https://belfry.example.org, but is '" + written + "'.");
  }

  private static ZoneId zone(String written) {
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      throw new SettingsException("The setting 'zone' must be a time zone such as UTC or"
          + " Asia/Seoul, but is '" + written + "'.");
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new SettingsException(sentence);
    }
  }
}
