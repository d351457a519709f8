/**
 * Runs a plan in isolated processes and collects its samples. Whatever fails or is interrupted
 * leaves no process and no descriptor behind.
 */
@NullMarked
package org.switchlab.run;

import org.jspecify.annotations.NullMarked;
