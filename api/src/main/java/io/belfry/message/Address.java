package io.belfry.message;

/**
 * Where a request or a piece of work goes: the name of a service or of a queue. The rule for names
 * is that of {@link Topic}; services, queues and topics have separate name spaces.
 *
 * @param name the whole name
 */
public record Address(String name) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException with one sentence, if the name breaks the rule of
   *     {@link Topic}
   */
  public Address {
    Names.requireName("address", name);
  }

  @Override
  public String toString() {
    return name;
  }
}
