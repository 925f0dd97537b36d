package io.belfry.message;

/**
 * What a message is about: one or more levels with dots between them, such as
 * {@code finance.stock.market}.
 *
 * <p>A level holds letters, marks and digits of any script and {@code - _ ~ @ =}. A topic has at
 * most 32 levels and 255 bytes in UTF-8, and is in Unicode's composed form (NFC). Names are
 * compared by case.
 *
 * @param name the whole name
 */
public record Topic(String name) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException with one sentence, if the name breaks the rule above
   */
  public Topic {
    Names.requireName("topic", name);
  }

  @Override
  public String toString() {
    return name;
  }
}
