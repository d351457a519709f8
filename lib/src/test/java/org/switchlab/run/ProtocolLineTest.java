package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;

class ProtocolLineTest {

  private static final String BATCH =
      "batch couple=7 position=1 variant=pair rounds=500 durationNs=1500000 referenceBeforeNs=9000"
          + " referenceAfterNs=9100 switchesExpected=1000 voluntarySwitches=1000"
          + " involuntarySwitches=1 migrated=0";

  private static ProtocolLine.PlacedBatch batch(String line) throws MalformedLineException {
    return ProtocolLine.parse(line).batch(1);
  }

  @Test
  void everyValueOfABatchArrives() throws MalformedLineException {
    assertThat(batch(BATCH))
        .isEqualTo(
            new ProtocolLine.PlacedBatch(
                7,
                1,
                new Batch(Variant.PAIR, 500, 1_500_000, 9_000, 9_100, 1_000, 1_000, 1, false)));
    assertThat(batch(BATCH.replace("migrated=0", "migrated=1")).batch().migrated()).isTrue();
  }

  @Test
  void keysOfALaterRunnerAreNoError() throws MalformedLineException {
    assertThat(batch(BATCH + " temperature=40")).isEqualTo(batch(BATCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rounds=0",
        "rounds=-5",
        "rounds=",
        "rounds=5e3",
        "rounds=99999999999999999999",
        "rounds",
        "durationNs=-1",
        "variant=both",
        "rounds=500 rounds=500",
        "=5"
      })
  void nonsenseIsRefusedAndShown(String nonsense) {
    String key = nonsense.replaceAll("[=\\s].*", "");
    String line =
        key.isEmpty() ? BATCH + " " + nonsense : BATCH.replaceAll(key + "=\\w+", nonsense);
    assertThatThrownBy(() -> batch(line))
        .isInstanceOf(MalformedLineException.class)
        .hasMessageContaining("batch couple=7");
  }

  private static final String SLOT =
      "slot index=3 groups=2 rounds=400 messageNs=470.5 messageMeanNs=471.0 legNs=2300.1"
          + " legMeanNs=2400.2 walkAloneNs=20.0 walkAloneMeanNs=21.0 walkBetweenNs=-0.5"
          + " walkBetweenMeanNs=22.0 switchesExpected=804 voluntarySwitches=803"
          + " involuntarySwitches=2 migrated=1";

  private static Slot slot(String line) throws MalformedLineException {
    return ProtocolLine.parse(line).slot();
  }

  @Test
  void everyValueOfASlotArrivesAndAnAbsurdOneIsNotHidden() throws MalformedLineException {
    assertThat(slot(SLOT))
        .isEqualTo(
            new Slot(3, 2, 400, 470.5, 471, 2_300.1, 2_400.2, 20, 21, -0.5, 22, 804, 803, 2, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index=-1",
        "index=3000000000",
        "groups=0",
        "rounds=0",
        "legNs=fast",
        "legNs=NaN",
        "legNs="
      })
  void aSlotWithNonsenseIsRefused(String nonsense) {
    String key = nonsense.replaceAll("=.*", "");
    assertThatThrownBy(() -> slot(SLOT.replaceAll("\\b" + key + "=\\S+", nonsense)))
        .isInstanceOf(MalformedLineException.class)
        .hasMessageContaining(key);
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> batch(BATCH.replace("durationNs=1500000 ", "")))
        .hasMessageStartingWith("durationNs is missing in the line");
  }

  @Test
  void aLongLineOfControlCharactersIsShownShortAndPrintable() {
    assertThatThrownBy(() -> ProtocolLine.parse("x \u001b[31m" + "y".repeat(5_000)))
        .message()
        .hasSizeLessThan(250)
        .doesNotContain("\u001b")
        .endsWith("…'");
  }

  private static SystemCalls systemCalls(String line) throws MalformedLineException {
    return WorkCounter.Traced.parse(ProtocolLine.parse(line));
  }

  @Test
  void countsArriveAndInstructionsMayBeMissing() throws MalformedLineException {
    assertThat(
            systemCalls(
                "syscalls variant=pair rounds=100 count=600 userInstructions=9000"
                    + " calls=read:200,write:400"))
        .isEqualTo(
            new SystemCalls(Variant.PAIR, 100, 600, Map.of("read", 200L, "write", 400L), 9_000L));
    assertThat(systemCalls("syscalls variant=single rounds=100 count=0"))
        .isEqualTo(new SystemCalls(Variant.SINGLE, 100, 0, Map.of(), null));
    assertThatThrownBy(() -> systemCalls("syscalls variant=pair rounds=0 count=6"))
        .isInstanceOf(MalformedLineException.class);
    assertThatThrownBy(() -> systemCalls("syscalls variant=pair rounds=1 count=6 calls=read"))
        .isInstanceOf(MalformedLineException.class)
        .hasMessageContaining("NAME:COUNT");
  }
}
