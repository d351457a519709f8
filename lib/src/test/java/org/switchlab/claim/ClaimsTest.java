package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    List<String> checked =
        Claims.load().stream().filter(claim -> claim.check() != null).map(Claim::id).toList();
    assertThat(checked).containsExactly(
            "CS-1", "CS-2", "CS-3", "CS-4", "CS-5", "CS-6", "CS-9", "CS-10", "CS-18", "CS-21");
    Claims.load().stream()
        .map(Claim::check)
        .filter(name -> name != null)
        .forEach(name -> assertThat(Checks.byName(name)).isNotNull());
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
