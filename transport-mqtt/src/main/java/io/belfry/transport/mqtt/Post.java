package io.belfry.transport.mqtt;

import io.belfry.transport.Subscription;

/** A subscription with a handler at work on a thread of its own. */
interface Post extends Subscription {

  /** Whether the caller is the handler, which can't wait for itself to return. */
  boolean isOwnThread();
}
