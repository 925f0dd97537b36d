package io.belfry.broker;

/** The broker can't do what was asked; the message is one sentence that says what to do. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String sentence) {
    super(sentence);
  }

  BrokerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
