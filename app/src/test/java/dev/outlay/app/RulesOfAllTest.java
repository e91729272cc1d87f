package dev.outlay.app;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.outlay.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class RulesOfAllTest {
  @Test
  void theWholeProgramKeepsTheRules() {
    HouseRules.check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("dev.outlay"));
  }
}
