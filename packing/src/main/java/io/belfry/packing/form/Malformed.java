package io.belfry.packing.form;

/** Bytes that are no pack: the whole of them is put aside. */
public final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  Malformed(String what) {
    super("A pack was refused: " + what + ".");
  }

  Malformed(String what, Throwable cause) {
    super("A pack was refused: " + what + ".", cause);
  }
}
