package dev.outlay.otlp;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.outlay.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void thisModuleKeepsTheRules() {
    HouseRules.check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("dev.outlay.otlp", "dev.outlay.metric"));
  }
}
