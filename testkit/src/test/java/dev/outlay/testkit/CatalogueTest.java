package dev.outlay.testkit;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.testkit.dataset.DatasetContract;
import java.nio.file.Path;
import java.util.List;

class CatalogueTest extends DatasetContract {
  @Override
  protected List<Dataset> datasets() {
    return Datasets.ALL;
  }

  @Override
  protected Path fixtures() {
    return Path.of("src/test/resources/datasets");
  }
}
