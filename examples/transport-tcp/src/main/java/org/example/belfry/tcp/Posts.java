package org.example.belfry.tcp;

import java.util.HashMap;
import java.util.Map;

/** The workers of one spoke, by their numbers. For the thread that reads its connection. */
final class Posts {

  /** A worker, and the queue that it takes from. */
  private record Post(WorkQueue queue, WorkSeat worker) {}

  private final Map<Integer, Post> posts = new HashMap<>();

  boolean has(int number) {
    return posts.containsKey(number);
  }

  void join(WorkQueue queue, Seat seat, int prefetch) {
    Post post = new Post(queue, new WorkSeat(seat, prefetch));
    posts.put(seat.number(), post);
    queue.join(post.worker());
  }

  /** The worker takes nothing more; it is forgotten when all that it holds is settled. */
  void leave(int number) {
    Post post = posts.get(number);
    post.queue().leave(post.worker());
    forgetIfOver(number, post);
  }

  /** What has become of work. */
  void settle(int number, long work, Kind verdict) {
    Post post = posts.get(number);
    if (post == null) {
      throw new IllegalArgumentException("There is no worker " + number + ".");
    }
    post.queue().settle(post.worker(), work, verdict);
    forgetIfOver(number, post);
  }

  /** All are gone at once. */
  void lose() {
    posts.values().forEach(post -> post.queue().lose(post.worker()));
  }

  private void forgetIfOver(int number, Post post) {
    if (post.queue().isOver(post.worker())) {
      posts.remove(number);
    }
  }
}
