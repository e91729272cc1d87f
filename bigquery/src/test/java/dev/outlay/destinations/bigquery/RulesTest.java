package dev.outlay.destinations.bigquery;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.outlay.testkit.HouseRules;
import org.junit.jupiter.api.Test;

/** A module that the program does not bring keeps the rules of the house too. */
class RulesTest {
  @Test
  void theRulesOfTheHouseHoldHere() {
    HouseRules.check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.outlay.destinations.bigquery"));
  }
}
