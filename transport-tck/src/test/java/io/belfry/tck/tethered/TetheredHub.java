package io.belfry.tck.tethered;

import io.belfry.tck.broken.Altered;
import io.belfry.transport.Transport;

/** A hub that answers its tethers. */
final class TetheredHub extends Altered {

  private final Post post;

  TetheredHub(Transport memory, Post post) {
    super(memory);
    this.post = post;
  }

  @Override
  public void close() {
    inner.close();
    post.close();
  }
}
