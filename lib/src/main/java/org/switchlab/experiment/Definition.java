package org.switchlab.experiment;

import java.util.List;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;

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

  /** The claims its results bear on, as far as this build ships them. */
  List<Claim> claims() {
    return claimIds.stream().flatMap(id -> Claims.find(id).stream()).toList();
  }

  /** Whether {@code word} is the name or a second name. */
  public boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }
}
