package org.switchlab.sample;

/** What a process had just done when it took a time stamp. */
public enum Step {
  /** Nothing yet: the loop begins. */
  BEGUN,
  /** It has walked its array. */
  WALKED,
  /** Its message is written. */
  WRITTEN,
  /** A message is read; if there was none, it waited for it. */
  READ
}
