#!/bin/sh
# Runs greenlets.py beside this file by the Python that has the package: the project's own, else
# that on PATH.
python=${SWITCHLAB_HOME:-.}/.switchlab/venv/bin/python
"$python" -c 'import greenlet' 2>/dev/null || python=python3
exec "$python" -B "${0%/*}/greenlets.py" "$@"
