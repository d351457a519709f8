package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictors as values: what is accepted, what is refused and how. */
class BranchPredictorTest {

  @Test
  void predictorsAreReadAsPeopleWriteThem() {
    assertThat(DirectionPredictor.parse("bimodal")).isEqualTo(DirectionPredictor.bimodal(4096));
    assertThat(DirectionPredictor.parse(" bimodal , 2K "))
        .isEqualTo(DirectionPredictor.bimodal(2048));
    assertThat(DirectionPredictor.parse("tage"))
        .isEqualTo(DirectionPredictor.tage(4096, 1024, List.of(5, 15, 44, 130)));
    assertThat(DirectionPredictor.parse("tage,16,32,3,9"))
        .isEqualTo(DirectionPredictor.tage(16, 32, List.of(3, 9)));
    assertThat(TargetPredictor.parse("btb,256"))
        .isEqualTo(new TargetPredictor(TargetPredictor.Kind.BTB, 256));
    assertThat(TargetPredictor.parse("history").entries()).isEqualTo(512);
  }

  @Test
  void theRestOfAPredictorIsWhatIsUsualBesideItsFirstPart() {
    assertThat(BranchPredictor.with(DirectionPredictor.parse("bimodal")).targets().kind())
        .isEqualTo(TargetPredictor.Kind.BTB);
    assertThat(BranchPredictor.with(DirectionPredictor.parse("tage")))
        .isEqualTo(BranchPredictor.tage());
    assertThat(BranchPredictor.tage().returnDepth()).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gshare | bimodal, tage, callgrind",
        "bimodal,4095 | a bimodal predictor of 4095 entries; there must be a power of two from 1",
        "bimodal,2M | a bimodal predictor of 2097152 entries",
        "bimodal,16,16 | has not the form bimodal[,ENTRIES]",
        "callgrind,16 | has not the form bimodal[,ENTRIES]",
        "tage,4096,1024 | has not the form bimodal[,ENTRIES]",
        "tage,4096,1,5 | a tagged table of 1 entries; there must be a power of two from 2",
        "tage,4096,1024,5,5 | histories of [5, 5] branches; tage has 1 to 8 of them",
        "tage,4096,1024,0 | histories of [0] branches",
        "tage,4096,1024,256 | each longer than the one before, up to 255",
        "tage,16,16,1,2,3,4,5,6,7,8,9 | has not the form"
      })
  void aWrongPredictorIsRefusedByNameAndRange(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectionPredictor.parse(text))
        .withMessageContaining(problem);
  }

  @Test
  void otherPartsAreRefusedByNameAndRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetPredictor.parse("history,500"))
        .withMessageContaining("a target predictor of 500 entries; there must be a power of two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BranchPredictor.tage().returnDepth(24))
        .withMessageContaining("a return stack of 24 addresses; there must be a power of two");
  }

  @Test
  void thePluginIsToldEveryPartAndNothingWithoutOne() {
    Geometry paper = Presets.paper();
    assertThat(paper.pluginArguments()).noneMatch(argument -> argument.startsWith("direction"));
    List<String> arguments =
        paper.change().branches(BranchPredictor.tage()).build().pluginArguments();
    assertThat(arguments)
        .containsAll(paper.pluginArguments())
        .endsWith("direction=tage:4096:1024:5:15:44:130", "targets=history:512", "returns=16");
    assertThat(BranchPredictor.callgrind().pluginArguments())
        .containsExactly("direction=callgrind", "targets=btb:512", "returns=16");
  }

  @Test
  void theGeometryIsWrittenWithItsPredictor() throws JsonProcessingException {
    var json = new JsonMapper();
    Geometry paper = Presets.paper();
    assertThat(json.writeValueAsString(paper)).doesNotContain("branches");
    assertThat(json.writeValueAsString(paper.change().branches(BranchPredictor.bimodal()).build()))
        .contains(
            "\"branches\":{\"direction\":{\"kind\":\"BIMODAL\",\"entries\":4096},"
                + "\"targets\":{\"kind\":\"BTB\",\"entries\":512},\"returnDepth\":16}");
  }
}
