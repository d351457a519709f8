package org.switchlab.faults;

/** What came of one fault of a campaign. */
record Finding(Fault fault, Verdict verdict) {}
