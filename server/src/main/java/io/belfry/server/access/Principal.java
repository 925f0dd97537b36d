package io.belfry.server.access;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.ServiceException;
import java.util.List;
import java.util.stream.Stream;

/** Somebody who asks, and what he or she may do. Immutable. */
public final class Principal {

  /** Who everybody is where no tokens are needed. */
  static final Principal ANYBODY = new Principal("", List.of(), true);

  private final String name;
  private final List<Grant> grants;
  private final boolean isUnlimited;

  private Principal(String name, List<Grant> grants, boolean isUnlimited) {
    this.name = name;
    this.grants = grants;
    this.isUnlimited = isUnlimited;
  }

  /** Who has a token with these grants, of which there is at least one. */
  static Principal with(List<Grant> grants) {
    return new Principal(grants.get(0).name(), List.copyOf(grants), false);
  }

  /**
   * The name of the token. What one name owns is nobody else's.
   *
   * @return the name; empty where no tokens are needed
   */
  public String name() {
    return name;
  }

  /**
   * Whether something is granted.
   *
   * @param role what is to be done
   * @param topic to which topic
   * @return whether it may be done
   */
  public boolean may(Role role, Topic topic) {
    return isUnlimited || filters(role).anyMatch(filter -> filter.matches(topic));
  }

  /**
   * Whether something is granted for every topic that a filter can want, now or later.
   *
   * @param role what is to be done
   * @param filter to which topics
   * @return whether it may be done to all of them
   */
  public boolean may(Role role, TopicFilter filter) {
    return isUnlimited || Coverage.covers(filters(role).toList(), filter);
  }

  /**
   * Whether he or she may publish there.
   *
   * @param topic the topic in question
   * @return whether {@link Role#PUBLISH} is granted
   */
  public boolean mayPublish(Topic topic) {
    return may(Role.PUBLISH, topic);
  }

  /**
   * Whether he or she may see the topic, and what is published there.
   *
   * @param topic the topic in question
   * @return whether {@link Role#SUBSCRIBE} is granted
   */
  public boolean maySee(Topic topic) {
    return may(Role.SUBSCRIBE, topic);
  }

  /**
   * Insists on what {@link #may(Role, Topic)} tells.
   *
   * @param role what is to be done
   * @param topic to which topic
   * @throws ServiceException with {@code FORBIDDEN} if it is not granted, whether or not there is
   *     such a topic
   */
  public void require(Role role, Topic topic) {
    if (!may(role, topic)) {
      throw forbidden(role, "the topic '" + topic + "'");
    }
  }

  /**
   * Insists on what {@link #may(Role, TopicFilter)} tells.
   *
   * @param role what is to be done
   * @param filter to which topics
   * @throws ServiceException with {@code FORBIDDEN} if it is not granted for all of them
   */
  public void require(Role role, TopicFilter filter) {
    if (!may(role, filter)) {
      throw forbidden(role, "every topic of '" + filter + "'");
    }
  }

  private static ServiceException forbidden(Role role, String object) {
    return new ServiceException(
        ServiceException.Code.FORBIDDEN,
        "This token does not grant " + role.deed() + " " + object
            + "; ask whoever gave it to you.");
  }

  private Stream<TopicFilter> filters(Role role) {
    return grants.stream()
        .filter(grant -> grant.roles().contains(role))
        .flatMap(grant -> grant.filters().stream());
  }
}
