package org.switchlab.counter;

import org.jspecify.annotations.Nullable;

/**
 * One event's count, user and kernel apart where the source can tell them apart.
 *
 * @param user in user space; absent if it was not counted
 * @param kernel in the kernel; absent if it was not counted
 */
public record SpaceCounts(@Nullable Long user, @Nullable Long kernel) {

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
