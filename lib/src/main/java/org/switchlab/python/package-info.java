/** The Python environment that JupyterLab and the notebooks run in: found, or made on demand. */
@NullMarked
package org.switchlab.python;

import org.jspecify.annotations.NullMarked;
