package io.belfry.service.protocol;

import static io.belfry.service.protocol.Field.field;
import static io.belfry.service.protocol.Field.optional;
import static io.belfry.service.protocol.Forms.TEXT;

import io.belfry.message.Payload;
import io.belfry.service.Content;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The form of a content: {@code text} where its bytes are well-formed UTF-8, else {@code base64}.
 *
 * @param type its media type
 * @param text its text
 * @param base64 its bytes
 */
record ContentForm(String type, Optional<String> text, Optional<String> base64) {

  static final Form<Content> CONTENT = Shape.of(
          ContentForm::new,
          field("type", TEXT, ContentForm::type).or(Content.TEXT),
          optional("text", TEXT, ContentForm::text),
          optional("base64", TEXT, ContentForm::base64))
      .as(ContentForm::content, ContentForm::of);

  /** By how many bytes escapes may lengthen a text in any case. */
  private static final int FEW = 1_024;

  private static final int CONTROL_ESCAPE = 5;

  private static ContentForm of(Content content) {
    Optional<String> text = text(content.payload());
    Optional<String> base64 = text.isPresent()
        ? Optional.empty()
        : Optional.of(Base64.getEncoder().encodeToString(content.payload().toBytes()));
    return new ContentForm(content.type(), text, base64);
  }

  private Content content() {
    if (text.isPresent() == base64.isPresent()) {
      throw new IllegalArgumentException("A content has either 'text' or 'base64'.");
    }
    return new Content(type, text.map(Payload::of).orElseGet(() -> bytes(base64.orElseThrow())));
  }

  private static Payload bytes(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Payload.wrap(bytes, 0, bytes.length);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The field 'base64' of a content is not in the alphabet of RFC 4648, section 4.", e);
    }
  }

  /** None also where escapes would make it longer than base64 is: so the size has a bound. */
  private static Optional<String> text(Payload payload) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(payload.toBuffer()).toString();
      return escapes(text) <= Math.max(FEW, payload.size() / 3)
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static long escapes(String text) {
    return text.chars().mapToLong(ContentForm::escape).sum();
  }

  private static int escape(int character) {
    return character < ' ' ? CONTROL_ESCAPE : character == '"' || character == '\\' ? 1 : 0;
  }
}
