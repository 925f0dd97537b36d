package io.belfry.server.store;

/** A store did not do what was asked; one sentence says why, without any secret. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What became of the work. */
  public enum Kind {
    /** The store can't be opened as it is configured; somebody has to change something. */
    SETUP,
    /** The database can't be reached or is full; nothing was done, and later it may work. */
    UNAVAILABLE,
    /** The end of a transaction failed; whether it was done is not known. */
    UNKNOWN_OUTCOME,
    /** The database refused a statement: a fault of the program; nothing was done. */
    FAULT
  }

  private final Kind kind;

  /**
   * Makes an exception.
   *
   * @param kind what became of the work
   * @param sentence what is wrong and what to do
   * @param cause what was thrown underneath
   */
  public StoreException(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  StoreException(String sentence) {
    super(sentence);
    this.kind = Kind.SETUP;
  }

  /**
   * What became of the work.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}
