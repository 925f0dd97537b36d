package io.belfry.service.protocol;

/** What a stranger wrote, as far as it can be shown in one line of a sentence. */
final class Excerpt {

  private static final int LENGTH = 40;

  private Excerpt() {}

  static String of(String text) {
    String head = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    return head.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
