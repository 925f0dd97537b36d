package io.belfry.compare.report;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.result.Contestant;
import io.belfry.compare.result.Curve;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Run.Mark;
import io.belfry.compare.result.Run.Slice;
import io.belfry.compare.result.Timed;
import java.util.List;

/** A comparison from what {@link JsonWriting} made of it. What is computed there is not read. */
final class JsonReading {

  private JsonReading() {}

  static Comparison comparison(JsonNode node) {
    return new Comparison(
        node.get("created").text(),
        node.get("command").text(),
        node.get("fingerprint").texts(),
        node.get("method").texts(),
        node.get("contestants").list(JsonReading::contestant),
        node.get("scenarios").list(JsonReading::described),
        node.get("findings").list(JsonReading::finding));
  }

  private static Contestant contestant(JsonNode node) {
    return new Contestant(
        node.get("name").text(),
        node.get("facts").texts(),
        node.get("guarantees").texts());
  }

  private static Described described(JsonNode node) {
    return new Described(
        node.get("name").text(),
        node.get("meaning").text(),
        node.get("pattern").text(),
        node.get("fault").text(),
        node.get("settings").texts());
  }

  private static Finding finding(JsonNode node) {
    return new Finding(
        node.get("scenario").text(),
        node.get("point").texts(),
        node.get("contestant").text(),
        node.get("promise").texts(),
        node.get("runs").list(JsonReading::run),
        node.get("curves").byConstant(Timed.class, JsonReading::curve),
        node.get("problem").text());
  }

  private static Run run(JsonNode node) {
    return new Run(
        node.get("figures").byConstant(Metric.class, JsonNode::number),
        account(node.get("account")),
        node.get("timeline").list(JsonReading::slice),
        node.get("marks").list(JsonReading::mark),
        node.get("warnings").list(JsonNode::text));
  }

  private static Account account(JsonNode node) {
    return new Account(
        node.get("sent").whole(),
        node.get("refused").whole(),
        node.get("expected").whole(),
        node.get("received").whole(),
        node.get("lost").whole(),
        node.get("repeated").whole(),
        node.get("reordered").whole(),
        node.get("corrupt").whole());
  }

  private static Slice slice(JsonNode node) {
    List<Long> parts = node.list(JsonNode::whole);
    require(parts.size() == 4, node, "four numbers");
    return new Slice(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  private static Mark mark(JsonNode node) {
    return new Mark(node.get("at").whole(), node.get("what").text());
  }

  private static Curve curve(JsonNode node) {
    return new Curve(
        node.get("count").whole(),
        node.get("mean").number(),
        node.get("points").list(JsonReading::point));
  }

  private static Curve.Point point(JsonNode node) {
    List<JsonNode> parts = node.list(each -> each);
    require(parts.size() == 2, node, "two numbers");
    return new Curve.Point(parts.get(0).number(), parts.get(1).whole());
  }

  private static void require(boolean isSo, JsonNode node, String wanted) {
    if (!isSo) {
      throw new JsonNode.DamagedException(node.place() + " is not " + wanted, null);
    }
  }
}
