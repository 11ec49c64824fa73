#!/usr/bin/env bash
# krippendorff 0.9.0 (with numpy 2.2.6): in a table of words an empty string is a verdict of its
# own. Guess that fails: an empty cell, as every CSV reader gives it for a claim that somebody did
# not judge, is a missing value.
#
# Two raters of four claims, who agree wherever both judged:
#   missing cells as ""         alpha 0.33333, no warning
#   missing cells as None       refused: "Don't know how to construct value domain for dtype kind O."
#   missing cells as numpy.nan  alpha 1.0
# So a table of verdicts has no row for what was not judged, rather than an empty cell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet krippendorff==0.9.0 numpy==2.2.6
"$folder/venv/bin/python" - <<'PY'
import csv
import io
import krippendorff
import numpy

text = "An,Lan\ntrue,true\n,false\nfalse,false\ntrue,\n"
rows = list(csv.DictReader(io.StringIO(text)))


def alpha(missing):
    data = [[row[rater] or missing for row in rows] for rater in ("An", "Lan")]
    try:
        return round(float(krippendorff.alpha(data, level_of_measurement="nominal")), 5)
    except ValueError as error:
        return str(error)


empty, none, nan = alpha(""), alpha(None), alpha(numpy.nan)
print("empty string:", empty)
print("None:        ", none)
print("numpy.nan:   ", nan)
assert empty == 0.33333, "an empty cell is no longer a verdict"
assert none == "Don't know how to construct value domain for dtype kind O.", "None is taken now"
assert nan == 1.0, "the right figure changed"
PY
