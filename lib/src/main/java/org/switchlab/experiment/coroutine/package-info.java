/**
 * What the comparisons of coroutine systems share: each workload is one experiment file in {@code
 * experiment.added}, each implementation a subject ({@code lib/docs/subjects.md}).
 */
@NullMarked
package org.switchlab.experiment.coroutine;

import org.jspecify.annotations.NullMarked;
