package io.belfry.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.service.Token;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that nobody can guess, and their hashes. */
class TokensTest {

  @Test
  void tokens_are_long_different_and_accepted() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      Token token = Tokens.generate();
      assertThat(token.secret()).hasSize(43);
      assertThat(seen.add(token.secret())).isTrue();
      assertThat(Tokens.hash(token)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swordfish",
        "correct horse battery staple and much more of it",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "passwordpasswordpasswordpasswordpasswordpassword"
      })
  void what_somebody_has_chosen_is_refused_and_not_repeated(String secret) {
    assertThatThrownBy(() -> Tokens.hash(new Token(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(secret);
  }

  @Test
  void a_hash_is_that_of_everybody_else() {
    assertThat(Tokens.hashOfAny(new Token("abc")))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void a_hash_can_be_written_and_read() {
    TokenHash hash = Tokens.hash(Tokens.generate());
    assertThat(TokenHash.parse(hash.toString())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(Tokens.hash(Tokens.generate())).isNotEqualTo(hash);
  }

  @Test
  void what_is_no_hash_may_be_a_token_and_is_not_repeated() {
    String secret = Tokens.generate().secret();
    assertThatThrownBy(() -> TokenHash.parse(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(secret);
  }
}
