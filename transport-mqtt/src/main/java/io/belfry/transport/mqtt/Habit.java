package io.belfry.transport.mqtt;

/** What a broker does with work that it has given to a worker of a group, who then leaves. */
enum Habit {
  /** It gives the work to another. */
  RETURNS,
  /** It leaves the work with the worker, and deals out no message twice. */
  KEEPS
}
