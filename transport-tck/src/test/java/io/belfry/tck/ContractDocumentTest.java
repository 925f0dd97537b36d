package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/** The contract as it is written and the contract as it is tested are the same. */
class ContractDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "transport-contract.md");

  /** A row of a table: its id, and whether the rule only allows something. */
  private static final Pattern RULE = Pattern.compile("(?m)^\\| ([A-Z]{2}-\\d{2}) \\| (.*)$");

  private static final Pattern DUTY = Pattern.compile("MUST|IF declared");

  @Test
  void every_rule_has_a_test_and_every_test_has_a_rule() throws IOException {
    Set<String> written = RULE.matcher(Files.readString(DOCUMENT))
        .results()
        .filter(rule -> DUTY.matcher(rule.group(2)).find())
        .map(rule -> rule.group(1))
        .collect(Collectors.toCollection(TreeSet::new));

    Set<String> tested = Arrays.stream(TransportContract.class.getDeclaredClasses())
        .filter(chapter -> chapter.isAnnotationPresent(Nested.class))
        .flatMap(chapter ->
            AnnotationSupport.findAnnotatedMethods(chapter, Test.class, TOP_DOWN).stream())
        .map(method -> idOf(method.getName()))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(tested).isEqualTo(written);
  }

  /** From {@code ps01_every_ready_subscription} to {@code PS-01}. */
  private static String idOf(String method) {
    return (method.substring(0, 2) + "-" + method.substring(2, 4)).toUpperCase(Locale.ROOT);
  }
}
