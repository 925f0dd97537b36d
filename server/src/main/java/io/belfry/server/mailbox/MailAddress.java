package io.belfry.server.mailbox;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a mailbox: {@code LOCAL@DOMAIN}, letters of any script allowed. There is no room
 * for what could be read as anything else in the header of a mail: no quotes, no comments, no
 * brackets, no control or invisible characters.
 *
 * @param text the address, composed (NFC) and with its domain in lower case, so that one mailbox is
 *     written in one way
 */
record MailAddress(String text) {

  private static final int MAX = 254;
  private static final int MAX_LOCAL = 64;
  private static final String LETTER = "\\p{L}\\p{M}\\p{N}";
  private static final String WORD = "[" + LETTER + "!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL =
      "[" + LETTER + "](?:[" + LETTER + "-]{0,61}[" + LETTER + "])?";
  private static final Pattern FORM =
      Pattern.compile("(" + WORD + "(?:\\." + WORD + ")*)@(" + LABEL + "(?:\\." + LABEL + ")*)");

  /**
   * Reads an address.
   *
   * @throws ServiceException with {@code BAD_REQUEST} if it is none
   */
  static MailAddress parse(String written) {
    // First the length, so that a huge one is refused before it is read.
    Matcher parts = FORM.matcher(
        written.length() > MAX ? "" : Normalizer.normalize(written, Normalizer.Form.NFC));
    if (!parts.matches() || parts.group(1).length() > MAX_LOCAL) {
      throw new ServiceException(
          Code.BAD_REQUEST,
          "This is no address of a mailbox; write it as NAME@DOMAIN, without spaces and brackets.");
    }
    return new MailAddress(parts.group(1) + "@" + parts.group(2).toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return text;
  }
}
