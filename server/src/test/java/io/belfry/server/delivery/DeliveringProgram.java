package io.belfry.server.delivery;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.notifier.smtp.SmtpProvider;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.delivery.DyingNotifier.Moment;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Publication;
import io.belfry.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A server that delivers until it has delivered enough, and then ends like a process that is
 * killed: nothing is closed, nothing written that was not written by then. The arguments are the
 * store's URL, the mail server's port, what to publish at the start, after how many mails to die,
 * and when.
 */
final class DeliveringProgram {

  private DeliveringProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    Moment moment = Moment.valueOf(arguments[4]);
    NotifierProvider smtp = new SmtpProvider();
    Notifier real = smtp.open(Settings.of(
        smtp.name(),
        smtp.settings(),
        Map.of("port", arguments[1], "hello-name", "test.example.org", "connections", "1")));
    ServerConfig config = ServerConfig.of(new Address("paris"), StoreConfig.of(arguments[0]))
        .withDelivery(DeliveryConfig.DEFAULTS.withUnderWay(1));
    NotificationServer server = NotificationServer.start(
        config,
        List.of(),
        Optional.of(new DyingNotifier(real, Integer.parseInt(arguments[3]), moment)));
    server
        .service()
        .publish(Publication.of(new Topic("bell"), arguments[2]))
        .toCompletableFuture()
        .join();
    new CountDownLatch(1).await(); // It dies elsewhere.
  }
}
