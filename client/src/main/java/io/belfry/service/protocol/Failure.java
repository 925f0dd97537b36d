package io.belfry.service.protocol;

import static io.belfry.service.protocol.Field.field;
import static io.belfry.service.protocol.Field.optional;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A failure as it travels.
 *
 * @param code the name of its code, which a newer service may have invented
 * @param message its sentence
 * @param retryAfterMs when to try again
 */
record Failure(String code, String message, Optional<Long> retryAfterMs) {

  static final Shape<Failure> FAILURE = Shape.of(
      Failure::new,
      field("code", Forms.TEXT, Failure::code),
      field("message", Forms.TEXT, Failure::message),
      optional("retryAfterMs", Forms.COUNT, Failure::retryAfterMs));

  /** Longer sentences are cut, so that a failure always fits. */
  static final int MAX_MESSAGE = 500;

  static Failure of(ServiceException failure) {
    return new Failure(
        failure.code().name(),
        fitting(String.valueOf(failure.getMessage())),
        failure.retryAfter().map(Duration::toMillis));
  }

  ServiceException exception() {
    Optional<Code> known =
        Stream.of(Code.values()).filter(one -> one.name().equals(code)).findAny();
    return known.equals(Optional.of(Code.BUSY)) && retryAfterMs.isPresent()
        ? ServiceException.busy(message, Duration.ofMillis(retryAfterMs.get()))
        : new ServiceException(known.orElse(Code.INTERNAL), message);
  }

  /** Not too long, and without half characters, of which a cut may leave one. */
  private static String fitting(String sentence) {
    String head =
        sentence.length() > MAX_MESSAGE ? sentence.substring(0, MAX_MESSAGE) + "…" : sentence;
    return new String(head.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
