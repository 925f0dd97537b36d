package io.belfry.gateway.rest;

import io.belfry.gateway.http.Problem;
import java.util.Map;

/** What can't be answered, for a reason that the service knows nothing of. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  Refusal(int status, String code, String sentence) {
    this(Problem.of(status, code, sentence), Map.of());
  }

  Refusal(Problem problem, Map<String, String> headers) {
    super(problem.sentence(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  Problem problem() {
    return problem;
  }

  /** What the answer has besides. */
  Map<String, String> headers() {
    return headers;
  }
}
