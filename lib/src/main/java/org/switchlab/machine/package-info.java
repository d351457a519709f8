/** What this machine is. Parsing stands apart from reading. */
@NullMarked
package org.switchlab.machine;

import org.jspecify.annotations.NullMarked;
