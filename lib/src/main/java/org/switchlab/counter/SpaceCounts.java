package org.switchlab.counter;

import org.jspecify.annotations.Nullable;
import org.switchlab.table.Row;

/** One event's count, user and kernel apart; a side that was not counted is absent. */
public record SpaceCounts(@Nullable Long user, @Nullable Long kernel) {

  /** From the columns of a row. */
  static SpaceCounts of(Row row, String userColumn, String kernelColumn) {
    return new SpaceCounts((Long) row.get(userColumn), (Long) row.get(kernelColumn));
  }

  /** The count in {@code space}; absent if it was not counted. */
  public @Nullable Long in(Space space) {
    return switch (space) {
      case USER -> user;
      case KERNEL -> kernel;
      case ALL -> all();
    };
  }

  /** Both together; absent if either is. */
  public @Nullable Long all() {
    return user == null || kernel == null ? null : Long.valueOf(user + kernel);
  }
}
