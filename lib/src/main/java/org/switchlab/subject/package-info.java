/**
 * Programs in other languages that are measured: which there are, what builds them, and what to
 * install where that is missing. Each lies under {@code lib/src/main/<language>/} with its sources,
 * is built on the user's machine when it is first measured, and speaks the line protocol of
 * programs ({@code lib/docs/program-protocol.md}).
 */
@NullMarked
package org.switchlab.subject;

import org.jspecify.annotations.NullMarked;
