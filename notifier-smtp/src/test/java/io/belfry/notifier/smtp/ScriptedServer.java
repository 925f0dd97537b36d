package io.belfry.notifier.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers as it is told: well, unless something else is said for a command. The
 * content of a mail has the "command" {@code .}, and the greeting {@code HELLO}.
 */
final class ScriptedServer implements AutoCloseable {

  /** Hangs up instead of answering. */
  static final String DROP = "(drop)";

  /** Never answers. */
  static final String SILENCE = "(silence)";

  /** Answers with lines without end, one after a while. */
  static final String DRIP = "(drip)";

  private static final int DRIP_MILLIS = 20;
  private static final int BACKLOG = 50;
  private static final String HOST = "localhost";

  private final ServerSocket listening;
  private final @Nullable SSLContext tls;
  private final boolean isImplicit;
  private final List<String> extensions = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<String>> next = new ConcurrentHashMap<>();
  private final Map<String, String> always = new ConcurrentHashMap<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile int gathered;
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * A command.
   *
   * @param connection over which connection it came; the first is 1
   * @param answers how many answers had been given over it before the command was read
   * @param line the command
   */
  record Heard(int connection, int answers, String line) {}

  private ScriptedServer(String host, @Nullable SSLContext tls, boolean isImplicit)
      throws IOException {
    this.tls = tls;
    this.isImplicit = isImplicit;
    this.listening = new ServerSocket(0, BACKLOG, InetAddress.getByName(host));
    start(this::listen);
  }

  static ScriptedServer start() throws IOException {
    return new ScriptedServer(HOST, null, false);
  }

  static ScriptedServer startTls(SSLContext tls) throws IOException {
    return startTls(HOST, tls);
  }

  static ScriptedServer startTls(String host, SSLContext tls) throws IOException {
    return new ScriptedServer(host, tls, false).offering("STARTTLS");
  }

  static ScriptedServer implicitTls(SSLContext tls) throws IOException {
    return implicitTls(HOST, tls);
  }

  static ScriptedServer implicitTls(String host, SSLContext tls) throws IOException {
    return new ScriptedServer(host, tls, true);
  }

  int port() {
    return listening.getLocalPort();
  }

  ScriptedServer offering(String... more) {
    extensions.addAll(List.of(more));
    return this;
  }

  /** What the next ones are answered with, one after the other. */
  ScriptedServer next(String command, String... answers) {
    next.computeIfAbsent(command, key -> new ArrayDeque<>()).addAll(List.of(answers));
    return this;
  }

  /** What all are answered with from now on. */
  ScriptedServer always(String command, String answer) {
    always.put(command, answer);
    return this;
  }

  /**
   * Answers a sender only when so many more commands have come: who waits for it, waits in vain.
   */
  ScriptedServer gatherAfterSender(int commands) {
    gathered = commands;
    return this;
  }

  int connections() {
    return connections.get();
  }

  List<Heard> heard(String command) {
    return heard.stream().filter(each -> each.line().startsWith(command)).toList();
  }

  List<String> mails() {
    return mails;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    end.countDown();
    listening.close();
    for (Socket each : open) {
      each.close();
    }
    for (Thread each : threads) {
      each.join();
    }
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    threads.add(thread);
    thread.start();
  }

  private void listen() {
    try {
      while (true) {
        Socket accepted = listening.accept();
        open.add(accepted);
        int connection = connections.incrementAndGet();
        start(() -> serve(accepted, connection));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void serve(Socket accepted, int connection) {
    try (accepted) {
      new Dialogue(isImplicit ? encrypted(accepted) : accepted, connection).run();
    } catch (IOException e) {
      // The other side has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    SSLSocket socket = (SSLSocket) Objects.requireNonNull(tls)
        .getSocketFactory()
        .createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private String answer(String command, String usual) {
    Deque<String> some = next.get(command);
    if (some != null) {
      synchronized (some) {
        if (!some.isEmpty()) {
          return some.remove();
        }
      }
    }
    return always.getOrDefault(command, usual);
  }

  /** One connection. */
  private final class Dialogue {

    private final int connection;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int answers;
    private boolean wantsContent;

    Dialogue(Socket socket, int connection) throws IOException {
      this.connection = connection;
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    void run() throws IOException, InterruptedException {
      boolean goesOn = say(answer("HELLO", "220 at your service"));
      while (goesOn) {
        String line = line(in);
        if (line == null) {
          return;
        }
        heard.add(new Heard(connection, answers, line));
        List<String> all = new ArrayList<>(List.of(line));
        for (int i = 0; line.startsWith("MAIL") && i < gathered; i++) {
          String more = String.valueOf(line(in));
          heard.add(new Heard(connection, answers, more));
          all.add(more);
        }
        for (String each : all) {
          goesOn = goesOn && take(each);
        }
      }
    }

    private boolean take(String line) throws IOException, InterruptedException {
      String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      boolean goesOn = say(answer(command, usual(command)));
      switch (command) {
        case "STARTTLS" -> {
          socket = encrypted(socket);
          in = new BufferedInputStream(socket.getInputStream());
          out = socket.getOutputStream();
        }
        case "DATA" -> {
          return goesOn && (!wantsContent || content());
        }
        case "QUIT" -> {
          return false;
        }
        default -> {}
      }
      return goesOn;
    }

    private boolean content() throws IOException, InterruptedException {
      StringBuilder mail = new StringBuilder();
      for (String line = line(in); line != null; line = line(in)) {
        if (line.equals(".")) {
          String answer = answer(".", "250 taken");
          if (answer.startsWith("250")) {
            mails.add(mail.toString());
          }
          return say(answer);
        }
        mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      return false;
    }

    private String usual(String command) {
      return switch (command) {
        case "EHLO" -> {
          List<String> lines = new ArrayList<>(List.of("250-here"));
          boolean isEncrypted = socket instanceof SSLSocket;
          extensions.stream()
              .filter(each -> !(isEncrypted && each.equals("STARTTLS")))
              .forEach(each -> lines.add("250-" + each));
          lines.add("250 HELP");
          yield String.join("\r\n", lines);
        }
        case "DATA" -> "354 go on";
        case "STARTTLS" -> "220 go on";
        case "AUTH" -> "235 welcome";
        case "QUIT" -> "221 bye";
        default -> "250 fine";
      };
    }

    private boolean say(String answer) throws IOException, InterruptedException {
      wantsContent = answer.startsWith("354");
      switch (answer) {
        case DROP -> {
          return false;
        }
        case SILENCE -> {
          end.await();
          return false;
        }
        case DRIP -> {
          while (!end.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
            write("250-wait");
          }
          return false;
        }
        default -> {
          write(answer);
          answers++;
          return !answer.startsWith("421");
        }
      }
    }

    private void write(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private @Nullable String line(InputStream from) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int one = from.read(); one >= 0; one = from.read()) {
        if (one == '\n') {
          String text = line.toString(StandardCharsets.UTF_8);
          return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
        line.write(one);
      }
      return null;
    }
  }
}
