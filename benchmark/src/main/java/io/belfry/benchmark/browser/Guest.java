package io.belfry.benchmark.browser;

import java.nio.ByteBuffer;

/** Somebody who receives. */
interface Guest {

  /** Asks for what it wants. */
  void begin();

  /** Takes from the bytes that have come as many as make sense by now. */
  void take(ByteBuffer bytes);

  /** Whether all that is published from now on comes to it. */
  boolean isThere();

  /** Its connection. */
  Place place();
}
