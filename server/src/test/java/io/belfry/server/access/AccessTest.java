package io.belfry.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who gets in, and what each may do. */
class AccessTest {

  private static final Topic STOCK = new Topic("finance.stock");
  private static final Topic BOND = new Topic("finance.bond");

  private final Token token = Tokens.generate();

  @Test
  void an_open_server_lets_everybody_do_everything() {
    for (Optional<Token> shown : List.of(Optional.<Token>empty(), Optional.of(token))) {
      Principal anybody = Access.open().of(shown);
      for (Role role : Role.values()) {
        anybody.require(role, STOCK);
        anybody.require(role, new TopicFilter("#"));
      }
      assertThat(anybody.name()).isEmpty();
    }
    assertThat(Access.open().isOpen()).isTrue();
    assertThat(Access.guarded(List.of()).isOpen()).isFalse();
  }

  @Test
  void a_guarded_server_wants_a_token_that_it_knows() {
    Access access = Access.guarded(List.of(grant("ringer", token, Set.of(Role.PUBLISH), "#")));
    assertThat(access.of(Optional.of(token)).name()).isEqualTo("ringer");
    assertRefused(Code.UNAUTHENTICATED, () -> access.of(Optional.empty()));
    assertRefused(Code.UNAUTHENTICATED, () -> access.of(Optional.of(Tokens.generate())));
    assertRefused(
        Code.UNAUTHENTICATED, () -> access.of(Optional.of(new Token(token.secret() + " "))));
    assertRefused(Code.UNAUTHENTICATED, () -> Access.guarded(List.of()).of(Optional.of(token)));
  }

  @Test
  void the_hash_of_a_token_is_no_token() {
    Access access = Access.guarded(List.of(grant("ringer", token, Set.of(Role.PUBLISH), "#")));
    Token hash = new Token(Tokens.hash(token).toString());
    assertRefused(Code.UNAUTHENTICATED, () -> access.of(Optional.of(hash)));
  }

  @Test
  void a_role_is_granted_where_its_filters_say_and_nowhere_else() {
    Principal ringer = principal(grant("ringer", token, Set.of(Role.PUBLISH), "finance.stock.#"));
    assertThat(ringer.mayPublish(STOCK)).isTrue();
    assertThat(ringer.mayPublish(BOND)).isFalse();
    assertThat(ringer.maySee(STOCK)).isFalse();
    ringer.require(Role.PUBLISH, STOCK);
    assertRefused(Code.FORBIDDEN, () -> ringer.require(Role.PUBLISH, BOND));
    assertRefused(Code.FORBIDDEN, () -> ringer.require(Role.SUBSCRIBE, STOCK));
    assertRefused(Code.FORBIDDEN, () -> ringer.require(Role.ADMINISTER, STOCK));
  }

  @Test
  void a_filter_is_granted_only_as_a_whole() {
    Principal reader = principal(grant("reader", token, Set.of(Role.SUBSCRIBE), "finance.*"));
    reader.require(Role.SUBSCRIBE, new TopicFilter("finance.*"));
    reader.require(Role.SUBSCRIBE, new TopicFilter("finance.bond"));
    for (String wider : List.of("#", "*.*", "finance.#", "finance", "finance.*.*")) {
      assertRefused(Code.FORBIDDEN, () -> reader.require(Role.SUBSCRIBE, new TopicFilter(wider)));
    }
  }

  @Test
  void a_token_may_have_grants_for_each_role() {
    Principal both = principal(
        grant("both", token, Set.of(Role.PUBLISH), "finance.stock"),
        grant("both", token, Set.of(Role.SUBSCRIBE), "finance.bond"));
    assertThat(both.mayPublish(STOCK)).isTrue();
    assertThat(both.maySee(BOND)).isTrue();
    assertThat(both.mayPublish(BOND)).isFalse();
    assertThat(both.maySee(STOCK)).isFalse();
  }

  @Test
  void a_refusal_tells_what_was_asked_and_nothing_of_what_is_granted() {
    Principal ringer = principal(grant("ringer", token, Set.of(Role.PUBLISH), "secret.plans"));
    assertThatThrownBy(() -> ringer.require(Role.SUBSCRIBE, BOND))
        .hasMessage("This token does not grant subscribing to the topic 'finance.bond'; ask whoever"
            + " gave it to you.")
        .hasMessageNotContaining(token.secret());
  }

  @Test
  void one_name_stands_for_one_token() {
    Grant ringer = grant("ringer", token, Set.of(Role.PUBLISH), "#");
    assertThatThrownBy(() -> Access.guarded(
            List.of(ringer, grant("ringer", Tokens.generate(), Set.of(Role.PUBLISH), "#"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            Access.guarded(List.of(ringer, grant("other", token, Set.of(Role.PUBLISH), "#"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_grant_needs_a_name_roles_and_filters() {
    assertThatThrownBy(() -> grant("", token, Set.of(Role.PUBLISH), "#"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grant("a\nb", token, Set.of(Role.PUBLISH), "#"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grant("ringer", token, Set.of(), "#"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grant.of("ringer", token, Set.of(Role.PUBLISH), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Principal principal(Grant... grants) {
    return Access.guarded(List.of(grants)).of(Optional.of(token));
  }

  private static Grant grant(String name, Token token, Set<Role> roles, String filter) {
    return Grant.of(name, token, roles, List.of(new TopicFilter(filter)));
  }

  private static void assertRefused(Code code, ThrowingCallable call) {
    assertThat(catchThrowableOfType(ServiceException.class, call::call))
        .isNotNull()
        .extracting(ServiceException::code)
        .isEqualTo(code);
  }
}
