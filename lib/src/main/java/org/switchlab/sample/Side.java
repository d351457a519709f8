package org.switchlab.sample;

/** Which of the two processes. */
public enum Side {
  /** The one that forked, and sends first. */
  PARENT,
  /** The one that was forked, and answers. */
  PEER
}
