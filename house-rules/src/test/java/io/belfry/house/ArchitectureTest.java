package io.belfry.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may use what, seen in the compiled classes of all modules. */
class ArchitectureTest {

  /** Programs, which talk to whoever started them. The rest are libraries. */
  private static final List<String> PROGRAMS = List.of("benchmark", "launcher", "torture");

  /**
   * The pool that all of a JVM share has a single thread where there are two cores: of two tasks
   * that wait for each other, the second would never begin.
   */
  private static final ArchRule NOTHING_ON_THE_SHARED_POOL = noClasses()
      .should()
      .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
      .orShould()
      .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
      .as("An executor of its own is to be named to runAsync and supplyAsync");

  private static JavaClasses house;

  @BeforeAll
  static void enter() {
    house = new ClassFileImporter()
        .withImportOption(location -> !location.contains("/io/belfry/house/"))
        .importPackages("io.belfry", "org.example.belfry");
  }

  static List<String> modules() {
    return Repository.modules();
  }

  static List<String> libraries() {
    return modules().stream().filter(module -> !PROGRAMS.contains(module)).toList();
  }

  /** A module whose classes are not on the class path of this one fails here, too. */
  @ParameterizedTest
  @MethodSource("modules")
  void a_module_uses_only_what_its_room_grants(String module) {
    Room room = Room.of(module);
    classes()
        .that()
        .resideInAnyPackage(ownedBy(room))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(room.reach()).or(jdk()).or(nullnessIn(room)))
        .as(module + " should use only its own types, the JDK and what its row in Room grants")
        .check(house);
  }

  @Test
  void packages_form_no_cycles() {
    slices().matching("io.belfry.(**)").should().beFreeOfCycles().check(house);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_leaves_standard_output_alone(String module) {
    noClasses()
        .that()
        .resideInAnyPackage(ownedBy(Room.of(module)))
        .and()
        .doNotHaveSimpleName("ShownProgram") // It listens to what a program of the guides prints.
        .should(ACCESS_STANDARD_STREAMS)
        .check(house);
  }

  @Test
  void nothing_that_may_wait_runs_on_the_shared_pool() {
    NOTHING_ON_THE_SHARED_POOL.check(house);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nor_does_anything_in_the_tests(String module) {
    JavaClasses tests = new ClassFileImporter().importPath(Repository.testClasses(module));
    NOTHING_ON_THE_SHARED_POOL.check(tests);
  }

  private static String[] ownedBy(Room room) {
    return room.packages().toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> jdk() {
    return resideInAPackage("java..")
        .and(not(resideInAPackage("java.sql..")))
        .or(resideInAnyPackage("javax.crypto..", "javax.net..", "javax.security.."))
        .or(resideInAPackage(""));
  }

  private static DescribedPredicate<JavaClass> nullnessIn(Room room) {
    return room.directory().equals("api")
        ? DescribedPredicate.alwaysFalse()
        : resideInAPackage("org.jspecify.annotations");
  }
}
