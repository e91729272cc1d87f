package dev.outlay.testkit;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.testkit.dataset.DatasetReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatasetReferenceTest {
  @Test
  void thePageOfReferenceSaysWhatTheDeclarationsSay() {
    Golden.check(Path.of("../docs/reference/datasets.md"), DatasetReference.markdown(Datasets.ALL));
  }
}
