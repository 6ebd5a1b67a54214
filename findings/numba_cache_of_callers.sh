#!/usr/bin/env bash
# numba 0.68.1: code kept on disk by `cache=True` goes on running a function that has changed, if it stands in another file.
#
# What is kept is held against the file of the compiled function alone. Where that calls a compiled
# function of another module, its old machine code is inside: after an edit there, a new process still gets the old result.
# Without cache=True, or after the file of the caller is edited too, it gets the new one. Nothing is said.
#
# Seen: "first 10", "callee edited 10", "caller edited 30".
# Touches us in game/economy/compiled.py, which names the folder of what is kept by a hash of all sources;
# tests/economy/test_compiled.py edits one and looks for another folder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check numba==0.68.1 numpy==2.4.6
mkdir "$work/kept" "$work/code"
export NUMBA_CACHE_DIR="$work/kept" PYTHONPATH="$work/code" PYTHONDONTWRITEBYTECODE=1
cat > "$work/code/caller.py" <<'PYTHON'
from numba import njit

from callee import factor


@njit(cache=True)
def scaled(x):
    return factor() * x
PYTHON
callee() { printf 'from numba import njit\n\n\n@njit(cache=True)\ndef factor():\n    return %s\n' "$1" > "$work/code/callee.py"; }
ask() { "$work/venv/bin/python" -c 'from caller import scaled; print(scaled(5))'; }
callee 2
said="first $(ask)"
sleep 1.1
callee 6
said="$said
callee edited $(ask)"
printf "\n" >> "$work/code/caller.py"
said="$said
caller edited $(ask)"
echo "$said"
[ "$said" = 'first 10
callee edited 10
caller edited 30' ]
