/** Tables, charts and text: how results look, and nothing of how they are found. */
@NullMarked
package org.switchlab.view;

import org.jspecify.annotations.NullMarked;
