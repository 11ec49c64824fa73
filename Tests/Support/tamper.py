"""Tampers with a report in many ways and asks its own program whether it finds each.

python3 tamper.py FOLDER SEED COUNT: prints the kinds of what was not found, one a line; then, after an
empty line, how many of which kind were tried.
"""
import hashlib, importlib.util, os, random, re, sys

sys.dont_write_bytecode = True
folder, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
spec = importlib.util.spec_from_file_location("verify", os.path.join(folder, "verify.py"))
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)


def path(name):
    return os.path.join(folder, name)


def contents(name):
    with open(path(name), "rb") as file:
        return file.read()


def put(name, data):
    with open(path(name), "wb") as file:
        file.write(data)


LISTED = [line[66:] for line in contents("MANIFEST").decode().split("\n") if line]
REPORT = LISTED[0]
ALL = LISTED + ["MANIFEST", "SEAL"]
TEXTS = [name for name in LISTED if name.startswith("texts/")]
ORIGINAL = {name: contents(name) for name in ALL}
TOLD = hashlib.sha256(ORIGINAL["MANIFEST"]).hexdigest()
WORDS = [pair[0] for pair in verify.VERDICTS.values()]


def digests(seals=True, leaving=()):
    """Makes the digests of MANIFEST anew, and with it the seal."""
    lines = []
    for name in LISTED:
        if name in leaving:
            continue
        lines.append(hashlib.sha256(contents(name)).hexdigest() + "  " + name + "\n")
    put("MANIFEST", "".join(lines).encode())
    if seals:
        put("SEAL", (hashlib.sha256(contents("MANIFEST")).hexdigest() + "  MANIFEST\n").encode())


def changed(data, at):
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1:]


def one_byte():
    name = chance.choice(ALL)
    put(name, changed(ORIGINAL[name], chance.randrange(len(ORIGINAL[name]))))


def cut_tail():
    name = chance.choice(ALL)
    put(name, ORIGINAL[name][:chance.randrange(len(ORIGINAL[name]))])


def longer_tail():
    name = chance.choice(ALL)
    put(name, ORIGINAL[name] + chance.choice([b"\n", b" ", b"<!-- -->", b"\0"]))


def removed():
    os.remove(path(chance.choice(ALL)))


def added():
    put(chance.choice(["texts/a99.txt", "notes.txt", "session.json.bak", "texts/a1.TXT"]), b"x")


def swapped_files():
    first, second = chance.sample(ALL, 2)
    put(first, ORIGINAL[second])
    put(second, ORIGINAL[first])


def heading(match):
    others = [word for word in WORDS if word != match[2].decode()]
    return match[1] + chance.choice(others).encode()


def verdict_word(seals):
    """Another verdict in the heading of one claim of the report."""
    data = ORIGINAL[REPORT]
    if REPORT.endswith(".html"):
        found = list(re.finditer(rb'(<h3 id="c\d+-h">c\d+ \xc2\xb7 <span class="[^"]*">)([^<]*)', data))
    else:
        found = list(re.finditer(rb"(?m)^((?:### |\xe2\x96\x8c )c\d+ \xc2\xb7 )(.*)$", data))
    match = chance.choice(found)
    put(REPORT, data[:match.start()] + heading(match) + data[match.end():])
    if seals is not None:
        digests(seals)


def verdict_alone(): verdict_word(None)
def verdict_and_manifest(): verdict_word(False)
def verdict_and_all(): verdict_word(True)


def quotation_and_all():
    """Other words in a quotation of the report."""
    data = ORIGINAL[REPORT]
    pattern = rb"<blockquote[^>]*>([^<]*)"
    if not REPORT.endswith(".html"):
        pattern = "(?m)^(?:### |▌ )c[0-9]+ · .*\n\n(.*)$".encode()
    match = chance.choice(list(re.finditer(pattern, data)))
    letters = [at for at in range(*match.span(1)) if chr(data[at]).isalnum() and data[at] < 128]
    at = letters[-1 - chance.randrange(min(4, len(letters)))]
    put(REPORT, data[:at] + (b"7" if data[at:at + 1] != b"7" else b"8") + data[at + 1:])
    digests()


def text_and_all():
    name = chance.choice(TEXTS)
    put(name, changed(ORIGINAL[name], chance.randrange(len(ORIGINAL[name]))))
    digests()


def operation_and_all():
    """Another verdict, user or time in the session's log, which the chain holds together."""
    data = ORIGINAL["session.json"].decode()
    start = data.index('"operations": [')
    places = [match for match in re.finditer(r'"(?:verdict|user|time|action)": "([^"]*)"', data) if match.start() > start]
    end = data.index('"state"')
    match = chance.choice([match for match in places if match.start() < end])
    put("session.json", (data[:match.start(1)] + match[1] + "x" + data[match.end(1):]).encode())
    digests()


def lost_operation_and_all():
    import json
    session = json.loads(ORIGINAL["session.json"])
    del session["operations"][chance.randrange(len(session["operations"]))]
    put("session.json", json.dumps(session, ensure_ascii=False).encode())
    digests()


def place_and_all():
    data = ORIGINAL["quotations.json"].decode()
    match = chance.choice(list(re.finditer(r"\[(\d+), (\d+)\]", data)))
    start = int(match[1]) + chance.choice([-1, 1, 2])
    put("quotations.json", (data[:match.start()] + "[%d, %s]" % (max(0, start), match[2]) + data[match.end():]).encode())
    if contents("quotations.json") == ORIGINAL["quotations.json"]:
        put("quotations.json", b"[]")
    digests()


def history_and_all():
    data = ORIGINAL["verdicts.json"].decode()
    match = chance.choice(list(re.finditer(r'"verdict": "([a-z/-]+)", *"history"|\{\s*"verdict": "([a-z/-]+)"', data)) or
                          list(re.finditer(r'"verdict": "([a-z/-]+)"', data)))
    group = 1 if match[1] else 2
    others = [name for name in verify.VERDICTS if name != match[group]]
    put("verdicts.json", (data[:match.start(group)] + chance.choice(others) + data[match.end(group):]).encode())
    if judged(contents("verdicts.json")) == judged(ORIGINAL["verdicts.json"]):
        put("verdicts.json", b"{}")
    digests()


def judged(data):
    import json
    return {claim: one["verdict"] for claim, one in json.loads(data)["claims"].items()}


def words_and_manifest():
    """Words of the report that are no quotation, with the digest of the report made anew."""
    free_words()
    digests(seals=False)


def words_and_all_against_the_seal():
    free_words()
    digests()


def free_words():
    data = ORIGINAL[REPORT]
    at = chance.randrange(len(data))
    put(REPORT, data[:at] + b"x" + data[at:])


def swapped_digests():
    lines = ORIGINAL["MANIFEST"].decode().split("\n")[:-1]
    first, second = chance.sample(range(len(lines)), 2)
    a, b = lines[first], lines[second]
    lines[first], lines[second] = b[:64] + a[64:], a[:64] + b[64:]
    put("MANIFEST", ("\n".join(lines) + "\n").encode())
    put("SEAL", (hashlib.sha256(contents("MANIFEST")).hexdigest() + "  MANIFEST\n").encode())


def unlisted_text():
    """A text goes, and its line in MANIFEST with it."""
    name = chance.choice(TEXTS)
    digests(leaving=[name])
    os.remove(path(name))


KINDS = [
    one_byte, one_byte, one_byte, cut_tail, longer_tail, removed, added, swapped_files, verdict_alone,
    verdict_and_manifest, verdict_and_all, quotation_and_all, text_and_all, operation_and_all,
    lost_operation_and_all, place_and_all, history_and_all, words_and_manifest,
    words_and_all_against_the_seal, swapped_digests, unlisted_text]


def there():
    return {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names}


def restore():
    for name in there() - set(ALL):
        os.remove(path(name))
    for name in ALL:
        if not os.path.exists(path(name)) or contents(name) != ORIGINAL[name]:
            put(name, ORIGINAL[name])


def is_found(told):
    try:
        return bool(verify.problems(folder, told))
    except Exception:
        return True


assert verify.problems(folder) == [] and verify.problems(folder, TOLD) == [], verify.problems(folder)
tried = {}
for number in range(count):
    kind = chance.choice(KINDS)
    kind()
    told = TOLD if kind is words_and_all_against_the_seal else None
    if not is_found(told):
        print("%s (%d)" % (kind.__name__, number))
    tried[kind.__name__] = tried.get(kind.__name__, 0) + 1
    restore()
assert verify.problems(folder) == []
print()
for name in sorted(tried):
    print(name, tried[name])
