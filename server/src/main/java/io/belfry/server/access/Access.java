package io.belfry.server.access;

import io.belfry.service.ServiceException;
import io.belfry.service.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a server lets in. Immutable. */
public final class Access {

  private final boolean isOpen;
  private final List<Grant> grants;

  private Access(boolean isOpen, List<Grant> grants) {
    this.isOpen = isOpen;
    this.grants = grants;
  }

  /**
   * Everybody may do everything. For servers that only this machine can reach.
   *
   * @return the access
   */
  public static Access open() {
    return new Access(true, List.of());
  }

  /**
   * Only who shows a token may do something.
   *
   * @param grants what each token grants; without any, nobody gets in
   * @return the access
   * @throws IllegalArgumentException if one token has grants of two names, or one name two tokens
   */
  public static Access guarded(List<Grant> grants) {
    Map<String, TokenHash> byName = new HashMap<>();
    Map<TokenHash, String> byHash = new HashMap<>();
    for (Grant grant : grants) {
      TokenHash hash = byName.putIfAbsent(grant.name(), grant.hash());
      String name = byHash.putIfAbsent(grant.hash(), grant.name());
      if ((hash != null && !hash.equals(grant.hash()))
          || (name != null && !name.equals(grant.name()))) {
        throw new IllegalArgumentException("The name '" + grant.name()
            + "' must stand for one token, and its token for no other name.");
      }
    }
    return new Access(false, List.copyOf(grants));
  }

  /**
   * Tells who asks.
   *
   * @param token what the asker shows, if anything
   * @return what he or she may do
   * @throws ServiceException with {@code UNAUTHENTICATED} if a token is needed, and this is none
   */
  public Principal of(Optional<Token> token) {
    if (isOpen) {
      return Principal.ANYBODY;
    }
    List<Grant> its = token.map(this::grantsOf).orElseThrow(() -> unknown("Show a token."));
    if (its.isEmpty()) {
      throw unknown("This token is not known here; show another.");
    }
    return Principal.with(its);
  }

  /**
   * Whether everybody may do everything.
   *
   * @return whether no token is needed
   */
  public boolean isOpen() {
    return isOpen;
  }

  /** Compares with each one, to the end: the time tells nothing about which one it is. */
  private List<Grant> grantsOf(Token token) {
    TokenHash shown = Tokens.hashOfAny(token);
    List<Grant> found = new ArrayList<>();
    for (Grant grant : grants) {
      if (grant.hash().equals(shown)) {
        found.add(grant);
      }
    }
    return found;
  }

  private static ServiceException unknown(String sentence) {
    return new ServiceException(ServiceException.Code.UNAUTHENTICATED, sentence);
  }
}
