package io.belfry.gateway.live;

import io.belfry.service.ServiceException;

/**
 * A receiver. It is told one thing after the other, never by two threads at once, and must not
 * block; what it can't take for the moment waits in the log.
 */
public interface Outlet {

  /**
   * Whether it takes more. Once it was asked and has none, {@link Following#resume} is to be called
   * when it has.
   *
   * @return whether there is room; a few more may be told all the same
   */
  boolean hasRoom();

  /**
   * Here is something.
   *
   * @param told what is told
   */
  void tell(Told told);

  /**
   * Nothing more will be told.
   *
   * @param reason why
   */
  void end(ServiceException reason);
}
