#!/usr/bin/env bash
# PySD 3.14.3: a model with small subscripts runs many times slower than the same model with every element written out.
#
# Twelve stocks of 3 x 3 elements in a ring, each drawn toward the next and toward the mean of its column: 48 names with
# subscripts, 360 of plain numbers written out, nine or three for one. The figures agree to the last digits, but 120 steps
# take some forty times as long with subscripts, which make an eighth of the calls: what has subscripts is an array of
# xarray, and each + or * of two of them looks up, aligns and copies names and coordinates, which costs far more than
# nine sums of plain numbers. Who measures or fits a model whose ranges are small does better to write them out.
#
# Seen: "same figures: True", "with subscripts: RATIO times as long" where RATIO was 34 to 51; below 8 it fails.
# Touches us in tests/perf/peers/written_out.py, without which PySD would be measured at a fortieth of what it can do.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pysd==3.14.3 numpy==2.4.6 xarray==2026.9.0 pandas==3.1.1
cat > "$work/both.py" <<'PYTHON'
import sys
import time
from pathlib import Path

import pysd

FOLDER, RING, STEPS = Path(sys.argv[1]), 12, 120
ROWS, COLUMNS = "abc", "uvw"
CLOCK = f"INITIAL TIME=0 ~~|\nFINAL TIME={STEPS} ~~|\nTIME STEP=1 ~~|\nSAVEPER=1 ~~|\n"


def subscripted():
    lines = [f"Row: {', '.join(ROWS)} ~~|", f"Column: {', '.join(COLUMNS)} ~~|", "clock= INTEG(1, 0) ~~|"]
    for k in range(RING):
        lines += [
            f"start{k}[Row,Column]= {k},2,3; 4,5,6; 7,8,9; ~~|",
            f"mean{k}[Column]= SUM(x{k}[Row!,Column]) / 3 ~~|",
            f"gap{k}[Row,Column]= x{(k + 1) % RING}[Row,Column] - x{k}[Row,Column] ~~|",
            f"x{k}[Row,Column]= INTEG(gap{k}[Row,Column] / 8 + (mean{k}[Column] - x{k}[Row,Column]) / 24, "
            f"start{k}[Row,Column]) ~~|",
        ]
    return lines


def written_out():
    lines = ["clock= INTEG(1, 0) ~~|"]
    for k in range(RING):
        for c, column in enumerate(COLUMNS):
            lines.append(f"mean{k} {column}= ({' + '.join(f'x{k} {row} {column}' for row in ROWS)}) / 3 ~~|")
            for r, row in enumerate(ROWS):
                at = f"{row} {column}"
                lines += [
                    f"start{k} {at}= {k if r == c == 0 else 3 * r + c + 1} ~~|",
                    f"gap{k} {at}= x{(k + 1) % RING} {at} - x{k} {at} ~~|",
                    f"x{k} {at}= INTEG(gap{k} {at} / 8 + (mean{k} {column} - x{k} {at}) / 24, start{k} {at}) ~~|",
                ]
    return lines


def seconds(name, lines, watched):
    path = FOLDER / f"{name}.mdl"
    path.write_text("{UTF-8}\n" + "\n".join(lines) + "\n" + CLOCK)
    model, best = pysd.read_vensim(path), float("inf")
    for _ in range(3):
        before = time.process_time()
        found = model.run(return_columns=watched, progress=False)
        best = min(best, time.process_time() - before)
    return best, found.to_numpy(float)


slow, first = seconds("subscripted", subscripted(), ["x7"])
fast, second = seconds("written_out", written_out(), [f"x7 {row} {column}" for row in ROWS for column in COLUMNS])
print(f"{slow:.2f} s with subscripts, {fast:.2f} s written out", file=sys.stderr)
print("same figures:", abs(first - second).max() < 1e-9)
print("with subscripts:", round(slow / fast), "times as long")
sys.exit(slow < 8.0 * fast)
PYTHON
"$work/venv/bin/python" "$work/both.py" "$work" | tee "$work/said"
grep -qx 'same figures: True' "$work/said"
