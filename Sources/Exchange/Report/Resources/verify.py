"""Checks a report with nothing but Python 3.7 or later: python3 verify.py [SEAL]
Every file has the digest that MANIFEST gives, MANIFEST that of SEAL, and no other file is here; each
text is one of the session's; the session's chain of hashes holds; every quotation of the report stands
in its text, at its place; the verdict of each claim is the last one of the session's log. Whoever makes
all digests anew can make another report: give the seal that you were told, or compare it."""
import hashlib, html.parser, io, json, os, re, sys, zipfile
VERDICTS = {"true": ("True", "Đúng"), "mostly-true": ("Mostly true", "Phần lớn đúng"), "half-true": (
    "Half true", "Đúng một nửa"), "misleading": ("Misleading", "Gây hiểu lầm"), "false": ("False", "Sai"),
    "unverifiable": ("Cannot be verified", "Không thể kiểm chứng"), "unchecked": ("Not checked", "Chưa kiểm chứng")}
BLANK = "[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000_\\\\]"
UNSEEN = "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\uf600-\uf6ff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
ESCAPED = '["\\\\\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]'
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
class Number(str): pass  # a number of JSON, as it is written
class Plain(html.parser.HTMLParser):  # the words of a page or a document, a block a line; before claims stands a \1
    mute = False
    def handle_starttag(self, tag, attrs):
        self.mute = tag in ("style", "script")
        if tag == "h3" or ("w:val", "Heading3") in attrs: self.parts.append("\1")
    def handle_endtag(self, tag):
        self.mute = self.parts.append("\n" if re.match("(h[1-6]|p|w:p|blockquote)$", tag) else "")
    def handle_data(self, data): self.parts.append("" if self.mute else data)
def sha256(data): return hashlib.sha256(data).hexdigest()
def name(code):  # of a character that cannot be seen, as reports show it
    if code < 32 or code == 127: return chr(0x2421 if code == 127 else 0x2400 + code)
    return "‹%02X›" % (code - 0xF600) if 0xF600 <= code <= 0xF6FF else "‹%04X›" % code
def letters(text): return re.sub(UNSEEN, lambda found: name(ord(found[0])), re.sub(BLANK, "", text))  # less blanks
def lines(name, data):
    if name.endswith(".docx"): data = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    text, plain = re.sub("(?m)^(### |▌ )", "\1", data.decode()), Plain()
    plain.parts = []
    if name.endswith((".html", ".htm", ".docx")): plain.feed(data.decode())
    if name.endswith(".md"): text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", re.sub("(?m)^> ", "", text))
    return [line.strip() for line in ("".join(plain.parts) or text).split("\n") if line.strip()]
def canonical(value):  # as the chain hashes it: keys in order, no blanks
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode())
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list): return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, Number): return value
    if not isinstance(value, str): return {None: "null", True: "true", False: "false"}[value]
    return '"' + re.sub(ESCAPED, lambda found: SHORT.get(found[0], "\\u%04x" % ord(found[0])), value) + '"'
def follows(head, link):
    return link["hash"] == sha256((head + "\n" + canonical({key: link[key] for key in link if key != "hash"})).encode())
def opinions(operations):  # claim → user → verdict, and the last one as None's, of the operations that stand
    done, undone, tops, found = [], [], [0], {}
    for one in operations:
        action, steps = one["action"], int(one.get("steps", "0"))
        if action == "undo": undone, done = undone + done[::-1][:steps], done[:max(0, len(done) - steps)]
        elif action == "redo": undone, done = undone[:max(0, len(undone) - steps)], done + undone[::-1][:steps]
        elif action == "go-to":
            path, top = [], tops[int(one["operation"])]
            while top: path, top = [top] + path, tops[top - 1]
            undone, done = undone + done[len(path):][::-1] if done[:len(path)] == path else [], path
        else: undone, done = [], done + [len(tops)]
        tops.append(done[-1] if done else 0)
    for one in (operations[number - 1] for number in done if "verdict" in operations[number - 1]):
        for claim in one["claims"]: found.setdefault(claim, {}).update({one["user"]: one["verdict"], None: one["verdict"]})
    return found
def problems(folder, seal=None):  # what is wrong, in words; nothing for a report that is as it was made
    read = lambda name: open(os.path.join(folder, name), "rb").read()
    parse = lambda name: json.loads(read(name).decode(), parse_int=Number, parse_float=Number)
    wrong, manifest = [], read("MANIFEST")
    if read("SEAL") != (sha256(manifest) + "  MANIFEST\n").encode(): wrong.append("SEAL is not that of MANIFEST")
    if seal and seal != sha256(manifest): wrong.append("the seal is not the one that was told")
    listed = {line[66:]: line[:64] for line in manifest.decode().split("\n") if line}
    there = [os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names]
    outside = [name for name in listed if name.startswith("../")]
    wrong += [name + " is not listed" for name in there if name not in listed and name not in ("MANIFEST", "SEAL")]
    wrong += [name + " was changed, or is missing" for name in listed if name not in there + outside[:1]
              or not os.path.exists(os.path.join(folder, name)) or sha256(read(name)) != listed[name]]
    session, quotations, verdicts = parse("session.json"), parse("quotations.json"), parse("verdicts.json")
    head, known = "0" * 64, {sha256(one["text"].encode()) for key in ("articles", "versions") for one in session.get(key, [])}
    for one in session["operations"]:
        if not follows(head, one): wrong.append("the chain breaks at operation " + one["number"])
        head = one["hash"]
    if {session["end"]["head"], verdicts["head"]} != {head} or not follows(head, session["end"]): wrong.append("the chain ends otherwise")
    wrong += [name + " is no text of the session" for name in there if name.startswith("texts") and sha256(read(name)) not in known]
    report, given, heads = lines(outside[0], read(outside[0])), opinions(session["operations"]), {}
    for at, line in enumerate(report):
        if re.match("\1c[1-9][0-9]* · ", line): heads.setdefault(line[1:].split(" · ")[0], []).append(at)
    if not set(heads) == {one["claim"] for one in quotations} == set(verdicts["claims"]): wrong.append("the report has other claims")
    for one in quotations:
        claim, text = one["claim"], read("texts/" + one["story"] + ".txt").decode()
        if [text[int(a):int(b)] for a, b in one["places"]] != one["words"]: wrong.append(claim + ": not in its text")
        said = given.get(claim, {None: "unchecked"})
        distinct = {said[user] for user in said if user is not None} - {"unchecked"}
        last = [name for name in VERDICTS if name in distinct] if len(distinct) > 1 else [said[None]]
        if verdicts["claims"].get(claim, {}).get("verdict") != "/".join(last): wrong.append(claim + ": not the log's last verdict")
        expected = ["\1" + claim + " · " + " / ".join(VERDICTS[name][language] for name in last) for language in (0, 1)]
        for at in heads.get(claim, []):
            if report[at] not in expected: wrong.append(claim + ": the report's verdict is not the log's last")
            if letters(report[at + 1]) != letters(" … ".join(one["words"])): wrong.append(claim + ": another quotation")
    return wrong
if __name__ == "__main__":
    where = os.path.dirname(os.path.abspath(__file__))
    try: found = problems(where, *sys.argv[1:2])
    except Exception as error: found = ["cannot be read: %r" % error]
    print("\n".join(found) or "all is as it was made; seal " + sha256(open(os.path.join(where, "MANIFEST"), "rb").read()))
    sys.exit(1 if found else 0)
