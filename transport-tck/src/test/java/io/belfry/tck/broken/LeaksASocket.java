package io.belfry.tck.broken;

import io.belfry.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Leaves a socket behind, for a few seconds. */
@Breaks({"li07", "li08"})
final class LeaksASocket extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final ServerSocket socket = open();

      @Override
      public void close() {
        inner.close();
        CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS).execute(this::closeSocket);
      }

      private void closeSocket() {
        try {
          socket.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
