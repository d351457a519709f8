package org.switchlab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  @TempDir private Path folder;

  @Test
  void surefiresReport() throws IOException {
    Tally tally =
        read(
            """
            <testsuite tests="4">
              <testcase name="adds" classname="org.ATest"/>
              <testcase name="divides" classname="org.ATest"><failure message="no">trace</failure></testcase>
              <testcase name="forks" classname="org.ATest"><error type="IOException">trace</error></testcase>
              <testcase name="pins" classname="org.ATest"><skipped message="one CPU"/></testcase>
            </testsuite>
            """);

    assertThat(tally.line()).isEqualTo("1 passed, 2 failed, 1 skipped");
    assertThat(tally.failed()).containsExactly("org.ATest.divides: no", "org.ATest.forks: trace");
    assertThat(tally.skipped()).containsExactly("one CPU");
  }

  @Test
  void theConsolesReportHasTheReasonInTheText() throws IOException {
    Tally tally =
        read(
            """
            <testsuite><testcase name="fifo()" classname="org.BIT"><skipped><![CDATA[org.opentest4j.TestAbortedException: \
            Assumption failed: no right to SCHED_FIFO
            	at org.BIT.fifo(BIT.java:3)]]></skipped><system-out>x</system-out></testcase></testsuite>
            """);

    assertThat(tally.skipped()).containsExactly("Assumption failed: no right to SCHED_FIFO");
  }

  @Test
  void pytestsReportIsNested() throws IOException {
    Tally tally =
        read(
            """
            <testsuites><testsuite><testcase classname="test_browser" name="test_a">\
            <skipped type="pytest.skip" message="no Chromium">where</skipped></testcase></testsuite></testsuites>
            """);

    assertThat(tally.skipped()).containsExactly("no Chromium");
  }

  @Test
  void timesAddUpByGroup() throws IOException {
    Tally tally =
        read(
            """
            <testsuite>
              <testcase name="a" classname="A" time="1.25"/>
              <testcase name="b" classname="B" time="1,002.5"><skipped message="why"/></testcase>
              <testcase name="c" classname="A" time="0.75"/>
            </testsuite>
            """);

    assertThat(tally.times().byGroup())
        .containsEntry("A", Duration.ofSeconds(2))
        .containsEntry("B", Duration.ofMillis(1_002_500));
  }

  @Test
  void aReportThatWasCutOffIsAFailure() throws IOException {
    assertThat(read("<testsuite><testcase name=").failed()).hasSize(1);
  }

  @Test
  void aFolderThatIsNotThereHoldsNoTests() throws IOException {
    assertThat(Reports.in(folder.resolve("nowhere"), Groups.all("a"))).isEqualTo(Tally.NONE);
  }

  private Tally read(String report) throws IOException {
    Files.writeString(folder.resolve("TEST-x.xml"), report);
    return Reports.in(folder, UnaryOperator.identity());
  }
}
