package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.Source;

class TablesawReadersTest {

  @Test
  void onlyTablesawsOwnJarsAreSearched() {
    assertThat(
            KernelMain.ofTablesaw(
                "/a/jjava.jar:/a/tablesaw-core-0.44.4.jar:/tablesaw/guava.jar:/b/tablesaw-json.jar"))
        .isEqualTo("/a/tablesaw-core-0.44.4.jar:/b/tablesaw-json.jar");
  }

  @Test
  void aClassPathWithoutThemIsSearchedWhole() {
    assertThat(KernelMain.ofTablesaw("/a/all-in-one.jar:/classes/"))
        .isEqualTo("/a/all-in-one.jar:/classes/");
  }

  @Test
  void readersAreFoundAndTheClassPathIsAsItWas() {
    String before = System.getProperty("java.class.path");
    KernelMain.findTablesawReaders();
    assertThat(System.getProperty("java.class.path")).isEqualTo(before);
    assertThat(Table.defaultReaderRegistry.getReaderForExtension("csv")).isPresent();
    assertThat(Table.defaultReaderRegistry.getReaderForOptions(csvOptions())).isNotNull();
  }

  private static tech.tablesaw.io.csv.CsvReadOptions csvOptions() {
    return tech.tablesaw.io.csv.CsvReadOptions.builder(Source.fromString("a\n1\n")).build();
  }
}
