package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @Test
  void everyClaimOfTheStudyIsShippedInOrder() {
    assertThat(Claim.ofStudy().stream().map(Claim::id))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 22).mapToObj(i -> "CS-" + i).toList());
  }

  @Test
  void everyCheckNamedByAClaimExistsOnce() {
    for (Claim claim : Claim.ofStudy()) {
      if (claim.check() != null) {
        boolean ofCosts = Checks.OF_COSTS.containsKey(claim.check());
        boolean ofCounts = Checks.OF_COUNTS.containsKey(claim.check());
        boolean ofPages = PeakByTlb.NAME.equals(claim.check());
        boolean ofAlternatives = CheaperSwitches.NAME.equals(claim.check());
        assertThat(Stream.of(ofCosts, ofCounts, ofPages, ofAlternatives).filter(found -> found))
            .as(claim.id() + " is answered by " + claim.check())
            .hasSize(1);
      }
    }
  }

  @Test
  void everyCheckAnswersAClaim() {
    List<String> named =
        Claim.ofStudy().stream().map(Claim::check).filter(name -> name != null).toList();
    assertThat(named).containsAll(Checks.OF_COSTS.keySet()).containsAll(Checks.OF_COUNTS.keySet());
  }

  @Test
  void publishedNumbersBelongToClaims() {
    assertThat(PublishedPoint.load())
        .isNotEmpty()
        .allSatisfy(point -> assertThat(Claim.find(point.claimId())).isPresent());
  }

  @Test
  void figureThreeShowsItsCostsAndNothingElse() {
    List<PublishedPoint> points = PublishedPoint.ofFigure("Fig. 3");
    assertThat(points).hasSize(13).allMatch(p -> p.level().equals("kernel"));
    assertThat(points)
        .filteredOn(PublishedPoint::isDirect)
        .singleElement()
        .satisfies(p -> assertThat(p.value()).isEqualTo(0.62));
  }

  /** The paper says how high, but of no size of which array. */
  @Test
  void levelsWithoutASizeAreSpansAndNoPoints() {
    assertThat(PublishedPoint.spansOfFigure("Fig. 3"))
        .hasSize(4)
        .allMatch(p -> p.claimId().equals("CS-6") && p.isSpan());
    assertThat(PublishedPoint.spansOfFigure("Fig. 5"))
        .hasSize(6)
        .allMatch(p -> p.claimId().equals("CS-9"))
        .allMatch(p -> p.arrayBytes().getAsLong() < p.arrayToBytes().getAsLong());
    assertThat(PublishedPoint.ofFigure("Fig. 5")).noneMatch(PublishedPoint::isSpan);
  }

  @Test
  void whatThePaperPrintsWronglyIsShippedToo() {
    assertThat(Erratum.load()).extracting(Erratum::id).containsExactly("CSE-1", "CSE-2", "CSE-3");
    assertThat(Erratum.load()).allSatisfy(e -> assertThat(e.read()).endsWith("."));
  }

  @Test
  void aRowWithAFieldTooManyIsNamed() {
    assertThatThrownBy(() -> PublishedPoint.parse(List.of("CS-1,a,b,,,0,1,µs,note,more")))
        .hasMessageContaining("10 fields instead of 9")
        .hasMessageContaining("note,more");
  }
}
