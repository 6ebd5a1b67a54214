#!/usr/bin/env bash
# numpy 2.4.6 on x86-64 with AVX-512: a power of ten of an array is not the power of ten of its elements.
#
# `10.0 ** exponents` taken of a whole array differs in the last digit from the same expression taken element by element
# for 31 of the exponents -300 to 299, and 29 results are not the number that "1eN" reads as (10.0 ** -30.0 among them;
# one by one only 1e23 and 1e210 are not). With AVX-512 switched off by NPY_DISABLE_CPU_FEATURES both ways agree, so one
# program on one numpy writes other bytes on another processor: to scale by 10.0 ** array before hashing or comparing
# makes the sum depend on the machine. A table of literals does not.
#
# Seen: "array and elements differ: 31, array and literals differ: 29", and "0" and "2" without AVX-512.
# Touches us in game/engine/digest.py; tests/engine/test_digest.py holds its table of literals.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check numpy==2.4.6
cat > "$work/powers.py" <<'PYTHON'
import numpy as np

exponents = np.arange(-300.0, 300.0)
array = 10.0**exponents
elements = np.array([10.0 ** np.float64(exponent) for exponent in exponents])
literals = np.array([float(f"1e{int(exponent)}") for exponent in exponents])
print(f"array and elements differ: {(array != elements).sum()}, array and literals differ: {(array != literals).sum()}")
PYTHON
if ! grep -qw avx512f /proc/cpuinfo; then
  echo 'this processor has no AVX-512: the difference cannot be shown here' >&2
  exit 3
fi
with=$("$work/venv/bin/python" "$work/powers.py")
without=$(NPY_DISABLE_CPU_FEATURES='X86_V4 AVX512_ICL' "$work/venv/bin/python" "$work/powers.py")
printf 'with AVX-512:    %s\nwithout AVX-512: %s\n' "$with" "$without"
[ "$with" = 'array and elements differ: 31, array and literals differ: 29' ]
[ "$without" = 'array and elements differ: 0, array and literals differ: 2' ]
