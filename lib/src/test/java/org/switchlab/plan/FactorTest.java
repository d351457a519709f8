package org.switchlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

/** Values as people give them, accepted or refused in words that help. */
class FactorTest {

  private static final Factor SIZES = Factor.bytes("arrayBytes", 1024L).word("sizes");
  private static final Factor BUDGET = Factor.time("budgetNs").word("budget").one(null);

  @Test
  void sizesAreReadAsPeopleWriteThem() {
    assertThat(SIZES.accept(List.of("64", "32K", "1M", "2 GiB", 128, 256L)))
        .containsExactly(64L, 32L << 10, 1L << 20, 2L << 30, 128L, 256L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIZES.accept(List.of("many")))
        .withMessage("sizes is 'many'; it must be a size, such as 64, 32K or 1M");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIZES.accept(List.of(-64)))
        .withMessageContaining("sizes is -64; it must be 0 B or more");
  }

  @Test
  void timesAreReadAsPeopleWriteThem() {
    assertThat(BUDGET.accept(List.of("5m"))).containsExactly(300_000_000_000L);
    assertThat(BUDGET.accept(List.of("30"))).containsExactly(30_000_000_000L);
    assertThat(BUDGET.accept(List.of("1.5ms"))).containsExactly(1_500_000L);
    assertThat(BUDGET.accept(List.of(Duration.ofSeconds(2)))).containsExactly(2_000_000_000L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUDGET.accept(List.of("soon")))
        .withMessageContaining("such as 50us, 30s, 5m or 1h");
  }

  @Test
  void wordsOfAListAreNamedWhereAnotherIsGiven() {
    Factor choice = Factor.choice("level", List.of("kernel", "user"));
    assertThat(choice.accept(List.of("user"))).containsExactly("user");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choice.accept(List.of("root")))
        .withMessage("level is root; it must be one of kernel, user");
  }

  @Test
  void sharesCountsAndFlagsKeepTheirTypes() {
    assertThat(Factor.share("precision").accept(List.of("0.02", 1))).containsExactly(0.02, 1.0);
    assertThat(Factor.count("clients").accept(List.of("100_000", 2))).containsExactly(100_000L, 2L);
    assertThat(Factor.flag("quick").accept(List.of("true"))).containsExactly(true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Factor.share("precision").accept(List.of(2)))
        .withMessageContaining("0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Factor.count("clients").range(1, 9).accept(List.of(10)))
        .withMessageContaining("clients is 10; it must be 1 to 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Factor.count("clients").accept(List.of("few")))
        .withMessageContaining("it must be a number");
  }

  @Test
  void noneOrTooManyValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIZES.accept(List.of()))
        .withMessage("sizes is given without a value: name at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUDGET.accept(List.of("1s", "2s")))
        .withMessageContaining("budget takes one value, and 2 are given");
  }

  @Test
  void itsColumnAndWordsFollowFromIt() {
    assertThat(SIZES.column()).isEqualTo(Column.whole("arrayBytes", Unit.BYTES, "array"));
    assertThat(FactorText.show(SIZES, 32L << 10)).isEqualTo("32 KiB");
    assertThat(FactorText.placeholder(SIZES)).isEqualTo("BYTES");
    assertThat(FactorText.placeholder(BUDGET)).isEqualTo("TIME");
  }

  @Test
  void whatNobodySetsHasNoWord() {
    assertThat(SIZES.isSettable()).isTrue();
    assertThat(SIZES.notSettable().isSettable()).isFalse();
    assertThat(SIZES.notSettable().column()).isEqualTo(SIZES.column());
  }
}
