package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Set;

/** Stores one report, and each figure as a result folder of its own below. */
final class PaperKind implements ResultKind {

  static final String REPORT = "report.html";
  static final String PARTS = "parts.json";

  /** What {@link #PARTS} lists. */
  record Listed(String name, String gap) {}

  @Override
  public String name() {
    return "paper";
  }

  @Override
  public Set<String> files() {
    return Set.of(REPORT, PARTS);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<Listed> listed = folder.json(PARTS, new TypeReference<>() {});
    List<PaperPart> parts = listed.stream().map(part -> read(part, folder)).toList();
    return new PaperResult(frame, parts);
  }

  private static PaperPart read(Listed part, ResultFolder folder) {
    boolean ran = part.gap().isEmpty();
    return new PaperPart(
        part.name(), ran ? Result.load(folder.path().resolve(part.name())) : null, part.gap());
  }
}
