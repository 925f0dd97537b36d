package io.belfry.server.access;

/** What a token may grant. None of them includes another. */
public enum Role {
  /** To publish on topics. */
  PUBLISH("publishing on"),
  /** To see topics and what is published on them. */
  SUBSCRIBE("subscribing to"),
  /** To create topics. */
  ADMINISTER("administering");

  private final String deed;

  Role(String deed) {
    this.deed = deed;
  }

  /** What is done, as it stands in a sentence before the topic. */
  String deed() {
    return deed;
  }
}
