package org.switchlab.sample;

/** Which of the paper's two flows a batch ran. */
public enum Variant {
  /** One process passes each message to itself: work without a switch. */
  SINGLE,
  /** Two processes pass the message to each other: the same work with switches. */
  PAIR
}
