package io.belfry.server.log;

import io.belfry.message.Payload;
import io.belfry.service.Content;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;

/**
 * A publication that waits to be written.
 *
 * @param hash tells content and type from others, if there is a key; else empty
 * @param since when it was asked for, by {@link System#nanoTime}
 */
record Pending(
    Publication publication, Payload hash, CompletableFuture<Published> outcome, long since) {

  static Pending of(Publication publication) {
    return new Pending(
        publication,
        publication.key().isPresent() ? hashOf(publication.content()) : Payload.EMPTY,
        new CompletableFuture<>(),
        System.nanoTime());
  }

  int size() {
    return publication.content().payload().size();
  }

  private static Payload hashOf(Content content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.type().getBytes(StandardCharsets.UTF_8));
      // No type has this byte, so type and payload can't be taken for each other.
      digest.update((byte) 0);
      digest.update(content.payload().toBuffer());
      return Payload.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
