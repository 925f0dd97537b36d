package io.belfry.service;

/** What a text from outside must be, so that it can be stored, shown and logged. */
final class Texts {

  private Texts() {}

  /** Returns the text, or throws a sentence that says what is wrong with it. */
  static String requirePlain(String kind, String text, int most) {
    if (text.length() > most) {
      throw new IllegalArgumentException("The " + kind + " has " + text.length()
          + " characters; at most " + most + " are allowed.");
    }
    if (text.codePoints().anyMatch(Texts::isUnfit)) {
      throw new IllegalArgumentException(
          "The " + kind + " has a control character, or half a character; leave it out.");
    }
    return text;
  }

  /** Returns the text, or throws a sentence if it is empty or not plain. */
  static String requireFilled(String kind, String text, int most) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The " + kind + " is empty.");
    }
    return requirePlain(kind, text, most);
  }

  private static boolean isUnfit(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE || isNoCharacter(character);
  }

  /** One of the code points that Unicode keeps out of what is exchanged: no header carries them. */
  private static boolean isNoCharacter(int character) {
    return (character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;
  }
}
