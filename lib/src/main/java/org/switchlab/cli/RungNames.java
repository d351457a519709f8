package org.switchlab.cli;

import java.util.Iterator;
import org.switchlab.plan.Rungs;

/** The names of the ladder's rungs, for help and completion. */
final class RungNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Rungs.names().iterator();
  }
}
