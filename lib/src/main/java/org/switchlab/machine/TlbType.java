package org.switchlab.machine;

/** Which translations a TLB holds. */
public enum TlbType {
  /** Of loads and stores. */
  DATA,
  /** Of loads only. */
  LOAD,
  /** Of stores only. */
  STORE,
  /** Of instruction fetches. */
  INSTRUCTION,
  /** Of data and instructions. */
  UNIFIED,
  /** Not one TLB: data and instruction entries added up, which is all {@code cpuinfo} tells. */
  SUM
}
