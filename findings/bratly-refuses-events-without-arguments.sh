#!/usr/bin/env bash
# bratly 0.1.4: an event of brat's standoff format that has a trigger and no arguments is refused.
# Guess that fails: arguments of events are optional, as brat's own files have them, and as
# pybrat 0.1.7 reads them.
#
# "E1<TAB>Claim:T1" after "T1<TAB>Claim 0 4<TAB>Dike":
#   bratly 0.1.4   ParsingError: Badly formed event annotation
#   pybrat 0.1.7   an event of type Claim
#   with " Cue:T2" behind it both read it
# So export writes a claim without source, cue and hops as a T line alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet bratly==0.1.4 pybrat==0.1.7
mkdir "$folder/files"
printf 'Dike holds, she said' >"$folder/files/a.txt"
printf 'T1\tClaim 0 4\tDike\nE1\tClaim:T1\n' >"$folder/files/a.ann"
"$folder/venv/bin/python" - "$folder/files" <<'PY'
import sys
from bratly import EntityAnnotation, EventAnnotation
from pybrat.parser import BratParser

known = {
    "T1": EntityAnnotation.from_line("T1\tClaim 0 4\tDike"),
    "T2": EntityAnnotation.from_line("T2\tCue 16 20\tsaid"),
}


def bratly(line):
    try:
        return str(EventAnnotation.from_line(line, known)).strip()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0]}"


bare, full = bratly("E1\tClaim:T1"), bratly("E1\tClaim:T1 Cue:T2")
pybrat = [event.type for example in BratParser(error="raise").parse(sys.argv[1]) for event in example.events]
print("bratly, no arguments:", bare)
print("bratly, one argument:", full)
print("pybrat, no arguments:", pybrat)
assert bare == "ParsingError: Badly formed event annotation", "an event without arguments is read now"
assert full == "E1\tClaim:T1 Cue:T2", "an event with arguments is read otherwise"
assert pybrat == ["Claim"], "pybrat reads it otherwise"
PY
