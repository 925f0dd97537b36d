package io.belfry.launcher.admin;

import io.belfry.message.TopicFilter;
import io.belfry.server.access.Access;
import io.belfry.server.access.Role;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets in who shows a token that may administer everything.
 *
 * @param access knows the tokens
 */
record Doorkeeper(Access access) {

  private static final TopicFilter EVERYTHING = new TopicFilter("#");
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+) *");
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** What to answer somebody who is not let in. */
  Optional<Page> refusal(Optional<String> authorization) {
    try {
      access.of(authorization.flatMap(Doorkeeper::token)).require(Role.ADMINISTER, EVERYTHING);
      return Optional.empty();
    } catch (ServiceException e) {
      int status = e.code() == Code.UNAUTHENTICATED ? UNAUTHORIZED : FORBIDDEN;
      return Optional.of(Page.problem(status, String.valueOf(e.getMessage())));
    }
  }

  private static Optional<Token> token(String authorization) {
    Matcher bearer = BEARER.matcher(authorization);
    try {
      return bearer.matches() ? Optional.of(new Token(bearer.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) { // It can't be one.
      return Optional.empty();
    }
  }
}
