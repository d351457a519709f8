package org.switchlab.experiment;

import java.util.List;

/**
 * What an experiment is: what it varies, what it measures, what it answers.
 *
 * @param name its one name, as on the command line
 * @param aliases second names, such as {@code fig3}
 * @param title heading of its chart
 * @param figure the figure of the paper it redraws, as the datasets name it; empty if none
 * @param summary one sentence for lists
 * @param claimIds claims its results bear on
 */
public record Definition(
    String name,
    List<String> aliases,
    String title,
    String figure,
    String summary,
    List<String> claimIds) {

  /** Whether {@code word} is the name or a second name. */
  public boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }
}
