package org.switchlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Holds the order of the packages: results flow down it, knowledge never flows up. */
@AnalyzeClasses(packages = "org.switchlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Each package may import those before it. {@code org.switchlab} itself holds only Lab. */
  private static final List<String> ORDER =
      List.of(
          "org.switchlab.unit",
          "org.switchlab.file",
          "org.switchlab.warning",
          "org.switchlab.table",
          "org.switchlab.figure",
          "org.switchlab.draw",
          "org.switchlab.os",
          "org.switchlab.machine",
          "org.switchlab.report",
          "org.switchlab.plan",
          "org.switchlab.sample",
          "org.switchlab.run",
          "org.switchlab.subject",
          "org.switchlab.emulator",
          "org.switchlab.counter",
          "org.switchlab.estimate",
          "org.switchlab.claim",
          "org.switchlab.procedure",
          "org.switchlab.defect",
          "org.switchlab.result",
          "org.switchlab.experiment",
          "org.switchlab.experiment.coroutine",
          "org.switchlab.experiment.added",
          "org.switchlab",
          "org.switchlab.python",
          "org.switchlab.validity",
          "org.switchlab.bench",
          "org.switchlab.cli");

  @ArchTest
  static final ArchRule ONLY_OS_SEES_JNA =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.switchlab.os")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..")
          .because("native calls belong to one package, where their errors are named");

  @ArchTest
  static void eachPackageImportsOnlyWhatStandsBeforeIt(JavaClasses classes) {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(ORDER.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  static void everyPackageHasItsPlaceInTheOrder(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackageName).distinct().toList())
        .isNotEmpty()
        .isSubsetOf(ORDER);
  }
}
