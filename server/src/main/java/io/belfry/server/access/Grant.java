package io.belfry.server.access;

import io.belfry.message.TopicFilter;
import io.belfry.service.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a token grants: each of the roles over each topic that one of the filters wants. A token may
 * have several grants, if they have one name.
 *
 * @param name for whom it is, to be shown in errors and logs
 * @param hash knows the token
 * @param roles what may be done
 * @param filters to which topics
 */
public record Grant(String name, TokenHash hash, Set<Role> roles, List<TopicFilter> filters) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.@-]{1,100}");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the name is not a word of up to 100 characters, or there is
   *     no role or no filter
   */
  public Grant {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of a token has 1 to 100 letters and digits, '_', '-', '.' or '@'.");
    }
    roles = Set.copyOf(roles);
    filters = List.copyOf(filters);
    if (roles.isEmpty() || filters.isEmpty()) {
      throw new IllegalArgumentException(
          "The token of '" + name + "' grants nothing; give it roles and filters.");
    }
  }

  /**
   * What a token grants that was just generated.
   *
   * @param name for whom it is
   * @param token the token
   * @param roles what may be done
   * @param filters to which topics
   * @return the grant, with the token's hash
   * @throws IllegalArgumentException if the token is weak, or grants nothing
   */
  public static Grant of(String name, Token token, Set<Role> roles, List<TopicFilter> filters) {
    return new Grant(name, Tokens.hash(token), roles, filters);
  }
}
