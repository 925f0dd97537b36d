package io.belfry.service;

import java.util.regex.Pattern;

/** The names of a log's epochs. */
final class Epochs {

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]{1,64}");

  private Epochs() {}

  static boolean isWellFormed(String epoch) {
    return WORD.matcher(epoch).matches();
  }
}
