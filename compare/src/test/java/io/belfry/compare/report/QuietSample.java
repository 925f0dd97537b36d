package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static io.belfry.compare.report.Sample.ALL;
import static io.belfry.compare.report.Sample.FIRE;
import static io.belfry.compare.report.Sample.SAFE;
import static io.belfry.compare.report.Sample.ZEROMQ;
import static io.belfry.compare.report.Sample.map;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What comes of scenarios in which nothing breaks. */
final class QuietSample {

  static final String CREATED = "2026-03-14T09:26:53Z";

  private static final double MICRO = 1_000;

  private QuietSample() {}

  static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (String size : List.of("64", "1024", "16384")) {
      ALL.forEach(name -> findings.add(pubsub(size, name)));
    }
    for (String subscribers : List.of("1", "10", "100", "1000")) {
      ALL.forEach(name -> findings.add(fanout(subscribers, name)));
    }
    ALL.forEach(name -> findings.add(reqrep(name)));
    ALL.forEach(name -> findings.add(pipeline(name)));
    ALL.forEach(name -> findings.add(notified(name)));
    return findings;
  }

  private static Finding pubsub(String size, String name) {
    double weight = 1 + Double.parseDouble(size) / 20_000;
    FindingBuilder finding = finding("pubsub", map("size", size), name)
        .promising(name.equals(ZEROMQ) ? FIRE : SAFE)
        .responding(slowness(name) * 140 * MICRO * weight, slowness(name) * 4_000 * MICRO * weight)
        .about(Metric.THROUGHPUT, 20_000)
        .about(Metric.SUSTAINED, 210_000 / slowness(name) / weight);
    costs(finding, name);
    if (name.equals(Sample.ACTIVEMQ) && size.equals("16384")) {
      finding.warning("The generator was up to 3 ms late of itself: the machine was the limit.");
    }
    return finding.build();
  }

  private static Finding fanout(String subscribers, String name) {
    double many = Double.parseDouble(subscribers);
    Map<String, String> point = map("subscribers", subscribers);
    if (name.equals(Sample.ACTIVEMQ) && many > 500) {
      return finding("fanout", point, name)
          .failing("The broker took no more than 800 connections.", 0)
          .build();
    }
    long deliveries = (long) (2_000 * many);
    FindingBuilder finding = finding("fanout", point, name)
        .responding(slowness(name) * (120 + 4 * many) * MICRO, slowness(name) * 9_000 * MICRO)
        .about(Metric.THROUGHPUT, Math.min(200 * many, 150_000 / slowness(name)))
        .accounting(new Account(2_000, 0, deliveries, deliveries, 0, 0, 0, 0));
    costs(finding, name);
    return finding.build();
  }

  private static Finding reqrep(String name) {
    FindingBuilder finding = finding("reqrep", Map.of(), name)
        .responding(220 * MICRO * (name.equals(ZEROMQ) ? 1 : 2.5), 6_000 * MICRO)
        .about(Metric.THROUGHPUT, 5_000);
    costs(finding, name);
    return finding.build();
  }

  private static Finding pipeline(String name) {
    FindingBuilder finding = finding("pipeline", map("workers", "4"), name)
        .promising(pipelinePromise(name))
        .responding(slowness(name) * 160 * MICRO, slowness(name) * 5_000 * MICRO)
        .about(Metric.THROUGHPUT, 10_000)
        .accounting(new Account(
            10_000,
            0,
            10_000,
            10_000,
            name.equals(ZEROMQ) ? 3 : 0,
            name.equals(ZEROMQ) ? 0 : 2,
            0,
            0));
    costs(finding, name);
    return finding.build();
  }

  private static Map<String, String> pipelinePromise(String name) {
    return switch (name) {
      case Sample.ZEROMQ ->
        map("delivery", "at most once", "unfinished work", "is lost", "order", "none");
      case Sample.MOSQUITTO ->
        map(
            "delivery",
            "at least once",
            "unfinished work",
            "goes to the same worker again",
            "order",
            "none");
      default ->
        map(
            "delivery",
            "at least once",
            "unfinished work",
            "goes to another worker",
            "order",
            "none");
    };
  }

  private static Finding notified(String name) {
    return finding("notify", Map.of(), name)
        .responding(slowness(name) * 900 * MICRO, slowness(name) * 20_000 * MICRO)
        .about(Metric.LISTING, 800 * MICRO * slowness(name))
        .about(Metric.SUBSCRIBING, 4_000 * MICRO * slowness(name))
        .about(Metric.REGISTERING, 2_000 * MICRO)
        .about(Metric.MAIL_P50, 70_000 * MICRO)
        .about(Metric.MAIL_P99, 1_200_000 * MICRO)
        .exactly(Metric.MAILS_LOST, 0, 0, 0, 0, 0)
        .build();
  }

  private static void costs(FindingBuilder finding, String name) {
    finding.about(Metric.ALLOCATED, 900 * slowness(name)).about(Metric.CPU, 9_000 * slowness(name));
    if (!name.equals(ZEROMQ)) {
      finding.about(Metric.CPU_MIDDLE, 12_000 * slowness(name));
    }
  }

  private static double slowness(String name) {
    return 1 + ALL.indexOf(name) * (name.equals(Sample.ACTIVEMQ) ? 0.7 : 1);
  }
}
