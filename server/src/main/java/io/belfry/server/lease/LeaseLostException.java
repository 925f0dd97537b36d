package io.belfry.server.lease;

/** The work is somebody else's by now, or may be; nothing of it was written. */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;

  LeaseLostException(Lease lease) {
    super("'" + lease.holder() + "' does not have the lease '" + lease.name()
        + "' any longer; leave the work to whoever has it.");
    this.name = lease.name();
  }

  /**
   * Which work it is.
   *
   * @return the name of the lease
   */
  public String name() {
    return name;
  }
}
