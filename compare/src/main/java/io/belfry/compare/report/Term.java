package io.belfry.compare.report;

import io.belfry.compare.result.Metric;

/**
 * What a figure is called, and how it is read.
 *
 * @param heading above a narrow column
 * @param name in sentences
 * @param meaning a sentence
 */
record Term(String heading, String name, String meaning) {

  static Term of(Metric metric) {
    return switch (metric) {
      case THROUGHPUT ->
        term("delivered/s", "throughput", "Deliveries a second, those of all receivers together.");
      case SUSTAINED ->
        term(
            "sustained/s",
            "sustained rate",
            "The highest rate of messages that was found to hold the goal of the scenario.");
      case RESPONSE_P50 -> response("p50", "median", "Half of the messages took no longer");
      case RESPONSE_P90 -> response("p90", "p90", "90 of 100 messages took no longer");
      case RESPONSE_P99 -> response("p99", "p99", "99 of 100 messages took no longer");
      case RESPONSE_P999 -> response("p99.9", "p99.9", "999 of 1,000 messages took no longer");
      case RESPONSE_MAX -> response("max", "maximum", "No message took longer");
      case SERVICE_P50 -> service("svc p50", "median", "half");
      case SERVICE_P99 -> service("svc p99", "p99", "99 of 100");
      case SCHEDULE_P99 ->
        term(
            "sched p99",
            "p99 schedule delay",
            "How late a message was sent, because the sender was held up: 99 of 100.");
      case OWN_DELAY_P99 ->
        term(
            "own p99",
            "p99 delay of the generator",
            "How late the generator itself was, without being held up: 99 of 100. If this is near the"
                + " response times, they say more about the machine than about the transport.");
      default -> ofCosts(metric);
    };
  }

  private static Term ofCosts(Metric metric) {
    return switch (metric) {
      case BLOCKED ->
        term(
            "blocked",
            "time blocked",
            "The share of the time in which the transport held up the sender.");
      case PENDING ->
        term(
            "pending",
            "most pending sends",
            "The most sends that were not yet confirmed at one time.");
      case ALLOCATED ->
        term(
            "alloc/msg",
            "allocation",
            "Bytes that the roles allocate for each message, all threads together.");
      case CPU ->
        term(
            "cpu/msg", "processor time", "What the roles take of the processors for each message.");
      case CPU_MIDDLE ->
        term(
            "mid cpu",
            "processor time in the middle",
            "What the broker or hub takes of the processors for each message.");
      case HEAP -> term("heap", "heap", "What the roles hold at the end, after a collection.");
      case MEMORY_MIDDLE ->
        term("mid mem", "memory in the middle", "What the broker or hub holds at the end.");
      default -> ofDeeds(metric);
    };
  }

  private static Term ofDeeds(Metric metric) {
    return switch (metric) {
      case OUTAGE ->
        term("outage", "outage", "The longest time without a delivery while messages were due.");
      case RECOVERY ->
        term(
            "recovery",
            "recovery",
            "From when what was broken was whole again until messages sent after that arrived.");
      case BYSTANDER_P99 ->
        term(
            "other p99",
            "p99 response time of the others",
            "Response time of the subscribers that are not the slow one: 99 of 100.");
      case CAUGHT_UP ->
        term(
            "caught up",
            "catching up",
            "From the last publication until the last thing that was published had come.");
      case LISTING -> term("listing", "listing", "How long it takes to list the topics.");
      case SUBSCRIBING ->
        term(
            "subscribing",
            "subscribing",
            "How long it takes to subscribe, until the listening is ready.");
      case REGISTERING ->
        term("registering", "registering", "How long it takes to register an address.");
      case MAIL_P50 ->
        term("mail p50", "median time of mails", "Until the mail has come: half of them.");
      case MAIL_P99 -> term("mail p99", "p99 time of mails", "Until the mail has come: 99 of 100.");
      case MAILS_LOST ->
        term("mails lost", "lost mails", "Mails that should have come and did not.");
      default -> throw new IllegalArgumentException("There is no term for " + metric + ".");
    };
  }

  private static Term response(String heading, String which, String many) {
    return term(
        heading,
        which + " response time",
        many + " from when they should have been sent until they arrived.");
  }

  private static Term service(String heading, String which, String many) {
    return term(
        heading,
        which + " service time",
        "From when a message was sent until it arrived: " + many + " took no longer.");
  }

  private static Term term(String heading, String name, String meaning) {
    return new Term(heading, name, meaning);
  }
}
