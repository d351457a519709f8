package org.switchlab.plan;

/** Which statistic of a point's couples is its estimate. */
public enum Estimator {
  /** The median of the couples measured while the machine was quiet. */
  QUIET_MEDIAN,
  /** The mean of every couple, as the paper averages its 200 samples. */
  MEAN_OF_ALL
}
