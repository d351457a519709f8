package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.procedure.EffortOptions.Extra;

class EffortOptionsTest {

  private static final EffortOptions ALL =
      new EffortOptions(Efforts.usual(), Efforts.quick(), Extra.PAPER, Extra.VERDICTS);

  /** What words such as {@code budget=60s,until=decided} ask for. */
  private static Effort effort(String words) {
    Map<String, List<Object>> given = new HashMap<>();
    for (String word : words.split(";")) {
      String[] pair = word.split("=");
      ALL.options().stream()
          .filter(factor -> factor.word().equals(pair[0]))
          .forEach(factor -> given.put(factor.name(), factor.accept(List.of(pair[1]))));
    }
    return ALL.effort(
        new Choices(ALL.options(), given, Machine.published(), given.containsKey("quick")));
  }

  @Test
  void untilDecidedWaitsTenMinutesAtMostOrAsLongAsTheBudget() {
    assertThat(effort("until=decided")).isEqualTo(Efforts.usual().withLimitMs(600_000));
    assertThat(effort("until=decided;limit=2m").limitMs()).isEqualTo(120_000);
    assertThat(effort("until=decided;budget=15m").limitMs()).isEqualTo(900_000);
    assertThat(effort("until=decided").waitsForVerdicts()).isTrue();
    assertThat(effort("budget=5s").waitsForVerdicts()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=2m, add --until decided",
    "until=decided;limit=30s, shorter than the budget",
    "until=decided;precision=0.02, leave precision or until out",
    "until=decided;paper=true, leave paper or until out",
    "precision=0.02;paper=true, leave one of them out",
    "scale=0.1, only with paper",
    "quick=true;paper=true, exclude each other"
  })
  void whatContradictsItselfIsRefused(String words, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> effort(words))
        .withMessageContaining(message);
  }

  @Test
  void whatIsNotOfferedIsNoOption() {
    var few = new EffortOptions(Efforts.usual(), Efforts.quick());
    assertThat(few.options())
        .extracting(f -> f.word())
        .containsExactly("quick", "precision", "budget");
  }
}
