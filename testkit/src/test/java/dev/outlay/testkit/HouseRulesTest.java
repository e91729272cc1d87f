package dev.outlay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.outlay");

  @Test
  void coreAndSimulatorKeepTheRules() {
    HouseRules.check(ALL.that(JavaClass.Predicates.resideOutsideOfPackage("dev.outlay.testkit..")));
  }

  @Test
  void everyRuleNoticesItsBreach() {
    List<String> breaches =
        HouseRules.breaches(
            ALL.that(JavaClass.Predicates.resideInAPackage("dev.outlay.testkit.breach")));
    for (String sign :
        List.of(
            "Instant.now()",
            "System.currentTimeMillis()",
            "System.getenv(",
            "System.out",
            "java.net.http.HttpClient",
            "java.sql.Driver",
            "simple name ending with 'Manager'",
            "holds amountCents",
            "holds inputTokens",
            "knows the path /v1/organizations")) {
      assertThat(breaches).as(sign).anyMatch(breach -> breach.contains(sign));
    }
  }
}
