package org.switchlab.machine;

/** What a cache holds. */
public enum CacheType {
  /** Data only. */
  DATA,
  /** Instructions only. */
  INSTRUCTION,
  /** Both. */
  UNIFIED
}
