package dev.outlay.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds for all code of the house: which package may know which, and what is done in one place
 * only. Run over the main classes of every module.
 */
public final class HouseRules {
  private static final String ALL = "dev.outlay..";

  /** What each package may know of ours besides itself. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "table", List.of(),
          "failure", List.of(),
          "dataset", List.of("table", "failure"),
          "dataset.catalogue", List.of("dataset", "table"),
          "source", List.of("dataset", "table", "failure"),
          "admin", List.of("source", "dataset", "dataset.catalogue", "table", "failure"),
          "destination", List.of("table", "failure"),
          "sync", List.of("source", "dataset", "destination", "table", "failure"),
          "destinations..", List.of("destination", "table", "failure"),
          "simulator..", List.of());

  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "system");

  private HouseRules() {}

  /** Fails with every breach. */
  public static void check(JavaClasses classes) {
    assertThat(breaches(classes)).as("breaches of the house rules").isEmpty();
  }

  /** Every breach, one line each. */
  public static List<String> breaches(JavaClasses classes) {
    List<String> breaches = new ArrayList<>();
    Stream.of(arrows(), places(), names())
        .flatMap(rules -> rules)
        .map(rule -> rule.allowEmptyShould(true).evaluate(classes).getFailureReport())
        .forEach(report -> breaches.addAll(report.getDetails()));
    classes.forEach(each -> breaches.addAll(ClassText.breaches(each)));
    return breaches;
  }

  private static Stream<ArchRule> arrows() {
    return Stream.concat(
        ARROWS.entrySet().stream().map(each -> arrow(each.getKey(), each.getValue())),
        Stream.of(
            noClasses()
                .that()
                .resideInAnyPackage(
                    packages("store", "ask", "insight", "price", "shape", "metric", "otlp"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("admin", "app", "server", "schedule", "cli")),
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.outlay.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.outlay.cli.."),
            slices().matching("dev.outlay.(**)").should().beFreeOfCycles()));
  }

  private static ArchRule arrow(String from, List<String> to) {
    String[] allowed =
        Stream.concat(Stream.of(from), to.stream())
            .map("dev.outlay."::concat)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("dev.outlay." + from)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage(ALL)));
  }

  private static String[] packages(String... names) {
    return Stream.of(names).map(name -> "dev.outlay." + name + "..").toArray(String[]::new);
  }

  private static Stream<ArchRule> places() {
    return Stream.of(
        only("java.net.http..", "admin", "destinations"),
        only("java.sql..", "store", "destinations"),
        only("org.mockito..", "nowhere"),
        calls("the time now", HouseRules::tellsTime, "app", "simulator"),
        calls("the environment", access -> isSystem(access, "getenv"), "app"),
        calls("the terminal", HouseRules::isTerminal, "cli"));
  }

  private static ArchRule only(String what, String... where) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(where))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(what);
  }

  private interface Meets {
    boolean meets(JavaAccess<?> access);
  }

  private static ArchRule calls(String what, Meets which, String... where) {
    return noClasses()
        .that(not(resideInAnyPackage(packages(where))))
        .should()
        .accessTargetWhere(describe("is " + what, which::meets));
  }

  private static boolean tellsTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getPackageName();
    return CLOCKS.contains(access.getName())
        && (owner.equals("java.time") || access.getTargetOwner().isEquivalentTo(System.class));
  }

  private static boolean isTerminal(JavaAccess<?> access) {
    return isSystem(access, "exit") || isSystem(access, "out") || isSystem(access, "err");
  }

  private static boolean isSystem(JavaAccess<?> access, String name) {
    return access.getTargetOwner().isEquivalentTo(System.class) && access.getName().equals(name);
  }

  private static Stream<ArchRule> names() {
    return Stream.of(
        noClasses().should().haveSimpleNameEndingWith("Impl"),
        noClasses().should().haveSimpleNameEndingWith("Manager"),
        noClasses().should().haveSimpleNameContaining("Helper"),
        noClasses().should().haveNameMatching(".*Utils?"),
        noClasses().should().haveSimpleNameStartingWith("Abstract"));
  }
}
