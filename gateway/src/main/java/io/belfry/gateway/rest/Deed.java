package io.belfry.gateway.rest;

import java.util.concurrent.CompletionStage;

/** Does what is asked for. */
@FunctionalInterface
interface Deed {

  /**
   * Never blocks.
   *
   * @throws IllegalArgumentException with one sentence, if a value can't be what it has to be
   */
  CompletionStage<Answer> answer(Asked asked);
}
