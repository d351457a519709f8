package org.switchlab.claim;

class UserChecksTest {}
