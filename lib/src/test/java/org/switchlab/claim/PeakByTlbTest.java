package org.switchlab.claim;

class PeakByTlbTest {}
