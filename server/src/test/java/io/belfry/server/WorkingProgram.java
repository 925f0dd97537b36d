package io.belfry.server;

import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.notifier.smtp.SmtpProvider;
import io.belfry.server.delivery.DyingNotifier;
import io.belfry.server.delivery.DyingNotifier.Moment;
import io.belfry.server.worker.WorkKey;
import io.belfry.server.worker.Worker;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.zeromq.ZeroMqProvider;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A worker that dies when it has delivered enough, between the mail server's 250 and its report.
 * The arguments are the hub's endpoint, the mail server's port, the key, and after how many mails.
 */
final class WorkingProgram {

  private WorkingProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    ZeroMqProvider zeromq = new ZeroMqProvider();
    Transport spoke = zeromq.open(
        Settings.of(zeromq.name(), zeromq.settings(), Map.of("endpoint", arguments[0])),
        Side.SPOKE);
    NotifierProvider smtp = new SmtpProvider();
    Notifier real = smtp.open(Settings.of(
        smtp.name(),
        smtp.settings(),
        Map.of("port", arguments[1], "hello-name", "test.example.org", "connections", "1")));
    Worker.start(
        spoke,
        new DyingNotifier(real, Integer.parseInt(arguments[3]), Moment.BETWEEN_250_AND_COMMIT),
        WorkKey.of(arguments[2]));
    new CountDownLatch(1).await(); // It dies elsewhere.
  }
}
