package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** All that is to stand on the connection that there is. Safe for any thread. */
final class Posts {

  private final Executor threads;
  private final Set<Post> posts = ConcurrentHashMap.newKeySet();

  /** The newest connection, which may be lost or not yet in use. */
  private volatile Optional<JmsConnection> newest = Optional.empty();

  Posts(Executor threads) {
    this.threads = threads;
  }

  /** Threads for what may take its time. */
  Executor threads() {
    return threads;
  }

  /** Has a new post stand, soon. */
  void add(Post post) {
    posts.add(post);
    threads.execute(() -> newest.ifPresent(connection -> standOrGiveUp(post, connection)));
  }

  void remove(Post post) {
    posts.remove(post);
  }

  /**
   * Has every post stand on a new connection. A post that is added meanwhile finds it as the
   * newest.
   *
   * @throws TransportException with {@code UNREACHABLE} if the connection is of no use
   */
  void restore(JmsConnection connection) {
    newest = Optional.of(connection);
    posts.forEach(post -> post.standOn(connection));
  }

  /** Closes every post, all at the same time: each may have to wait for its handler. */
  void close() {
    List<Post> own = posts.stream().filter(Post::isOwnThread).toList();
    CompletableFuture.allOf(posts.stream()
            .filter(post -> !own.contains(post))
            .map(post -> CompletableFuture.runAsync(post::close, threads))
            .toArray(CompletableFuture<?>[]::new))
        .join();
    own.forEach(Post::close);
  }

  private static void standOrGiveUp(Post post, JmsConnection connection) {
    try {
      post.standOn(connection);
    } catch (TransportException e) {
      if (e.category() == Category.UNREACHABLE) {
        connection.giveUp(String.valueOf(e.getMessage()));
      }
    }
  }
}
