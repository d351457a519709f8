#!/bin/sh
# Runs the program beside this file on .NET: by a dotnet on PATH, else by the one that pip put into
# the project's Python environment or into that of the Python on PATH.
packaged() {
  "$1" -c 'import os, dotnetcore2; print(os.path.dirname(dotnetcore2.__file__) + "/bin")' 2>/dev/null
}
export DOTNET_EnableDiagnostics=0 COMPlus_EnableDiagnostics=0 # no socket and thread for debuggers
PATH=$PATH:$(packaged "${SWITCHLAB_HOME:-.}/.switchlab/venv/bin/python" || packaged python3)
exec dotnet "${0%/*}/coroutines.dll" "$@"
