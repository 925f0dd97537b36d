package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.Way;

/**
 * A server, and how browsers come to it.
 *
 * @param name what it is called in tables
 * @param opening starts it
 * @param way how they come
 */
record Contestant(String name, Opening opening, Way way) {

  /** Starts a server. */
  @FunctionalInterface
  interface Opening {

    /**
     * Starts one with nothing in it.
     *
     * @param sessions how many it will have
     */
    Site open(int sessions) throws Exception;
  }
}
