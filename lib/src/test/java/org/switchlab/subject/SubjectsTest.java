package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.experiment.Catalogue;
import org.switchlab.procedure.SubjectVisits;

/** What the build ships of programs in other languages fits together. */
class SubjectsTest {

  private static List<Subject> subjects() {
    return Subjects.programs().stream().flatMap(program -> program.subjects().stream()).toList();
  }

  @Test
  void namesAreUniqueAndCanBeTyped() {
    assertThat(subjects()).isNotEmpty();
    assertThat(subjects().stream().map(Subject::name))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    assertThat(Subjects.programs().stream().map(SubjectProgram::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyProgramNeedsToolchainsThatAreKnown() {
    assertThat(Subjects.programs())
        .allSatisfy(program -> assertThat(program.needs()).isNotEmpty())
        .allSatisfy(program -> program.needs().forEach(Toolchains::named));
  }

  /** A workload that no experiment asks for would never be measured. */
  @Test
  void everyWorkloadIsAnExperimentOverSubjects() {
    assertThat(subjects().stream().flatMap(subject -> subject.workloads().stream()).distinct())
        .allSatisfy(
            workload ->
                assertThat(Catalogue.open(workload).factors())
                    .as(workload)
                    .anyMatch(factor -> factor.name().equals(SubjectVisits.SUBJECT)));
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subjects.named("nope"))
        .withMessageContaining("there is no subject 'nope'")
        .withMessageContaining("call");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Toolchains.named("nope"))
        .withMessageContaining("cpp");
  }
}
