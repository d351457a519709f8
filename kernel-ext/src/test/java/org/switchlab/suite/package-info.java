/**
 * The whole suite as one program: {@code ./switchlab test}. Started from its source, so that it
 * needs no build, survives a broken one, and does not run from jars that the tests replace.
 */
@org.jspecify.annotations.NullMarked
package org.switchlab.suite;
