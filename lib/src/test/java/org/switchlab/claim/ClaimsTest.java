package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @Test
  void everyClaimOfTheStudyIsShippedInOrder() {
    assertThat(Claims.load().stream().map(Claim::id))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).mapToObj(i -> "CS-" + i).toList());
  }

  @Test
  void everyCheckNamedByAClaimExists() {
    Set<String> ofCounters = CounterChecks.names();
    assertThat(Claims.load().stream().map(Claim::check).filter(Objects::nonNull))
        .contains("direct-cost-magnitude", "user-above-kernel", "instruction-count")
        .filteredOn(name -> !ofCounters.contains(name))
        .allSatisfy(name -> assertThat(Checks.byName(name)).isNotNull());
  }

  @Test
  void publishedNumbersBelongToClaims() {
    assertThat(PublishedPoints.load())
        .isNotEmpty()
        .allSatisfy(point -> assertThat(Claims.find(point.claimId())).isPresent());
  }

  @Test
  void figureThreeShowsItsCostsAndNothingElse() {
    List<PublishedPoint> points = PublishedPoints.ofFigure("Fig. 3");
    assertThat(points).hasSize(17).allMatch(p -> p.level().equals("kernel"));
    assertThat(points)
        .filteredOn(PublishedPoint::isDirect)
        .singleElement()
        .satisfies(p -> assertThat(p.value()).isEqualTo(0.62));
  }

  @Test
  void aRowWithAFieldTooManyIsNamed() {
    assertThatThrownBy(() -> PublishedPoints.parse(List.of("head", "CS-1,a,b,,0,1,µs,note,more")))
        .hasMessageContaining("9 fields instead of 8")
        .hasMessageContaining("note,more");
  }
}
