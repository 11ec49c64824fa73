"""Gold stories as tokens, sentences and attributions, cut up as theo does it.

Tokens are those of Sources/ClaimExtraction/Tokens/Tokenizer.swift. Sentences are split more simply
than theo does: where a window of text starts matters little.
"""
import glob, json, os, re
from dataclasses import dataclass, field

APOSTROPHES = "'’ʼ"
TOKEN = re.compile(
    r"\d+(?:[.,/:]\d+)*"                                      # 2,400 5/1
    r"|(?<=[^\W_])[" + APOSTROPHES + r"][^\W\d_][\w]*"        # 's behind a word
    r"|[^\W\d_](?:[^\W_]|[̀-ͯ])*"                   # words, M119
    r"|[^\w\s]")                                              # each mark by itself
ABBREVIATIONS = set(
    "mr mrs ms dr gov sen rep gen lt col sgt st jr sr rev hon prof u.s u.n d.c inc corp co ltd vs no "
    "jan feb mar apr jun jul aug sep sept oct nov dec ala ariz calif colo conn fla ga ill ind kan ky la "
    "mass md mich minn miss mo neb nev pa tenn tex va vt wash wis a.m p.m i.e e.g u.k".split())
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")


@dataclass
class Attribution:
    """Runs of tokens, [start, end)."""
    cue: list
    content: list
    source: list
    optional: bool = False


@dataclass
class Story:
    name: str
    text: str
    domain: float
    tokens: list = field(default_factory=list)      # (start, end)
    sentences: list = field(default_factory=list)   # (first token, end token, opens a paragraph)
    attributions: list = field(default_factory=list)


def sentence_bounds(text):
    """(start, end, opens a paragraph) of each sentence."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start, opens = line.start(), True
        for end in SENTENCE_END.finditer(line.group()):
            before = line.group()[:end.start()].split()
            word = before[-1].strip("\"“”(").lower() if before else ""
            stop = line.group()[end.start()]
            if stop == "." and (word in ABBREVIATIONS or re.fullmatch(r"[a-z]|([a-z]\.)+[a-z]", word)):
                continue
            found.append((start, line.start() + end.end(), opens))
            start, opens = line.start() + end.end(), False
        found.append((start, line.end(), opens))
    return found


def cut(story):
    """Fills in tokens and sentences."""
    for start, end, opens in sentence_bounds(story.text):
        first = len(story.tokens)
        story.tokens += [m.span() for m in TOKEN.finditer(story.text, start, end)]
        if len(story.tokens) > first:
            story.sentences.append((first, len(story.tokens), opens))
    return story


def is_mark(story, token):
    return not story.text[story.tokens[token][0]:story.tokens[token][1]][-1].isalnum()


def runs(story, tokens):
    """Runs of tokens without punctuation at their edges."""
    found = []
    for token in sorted(tokens):
        if found and found[-1][1] == token:
            found[-1][1] = token + 1
        else:
            found.append([token, token + 1])
    kept = []
    for start, end in found:
        while start < end and is_mark(story, start): start += 1
        while start < end and is_mark(story, end - 1): end -= 1
        if start < end: kept.append((start, end))
    return kept


def mark(story, marked):
    """Adds attributions whose spans are code point offsets."""
    def tokens(spans):
        return {i for a, b in spans for i, (s, e) in enumerate(story.tokens) if s < b and e > a}
    for one in marked:
        cue = tokens(one["cue"])
        story.attributions.append(Attribution(
            runs(story, cue), runs(story, tokens(one["content"]) - cue), runs(story, tokens(one["source"])),
            bool(one.get("optional"))))
    return story


def brat(path):
    spans, found = {}, []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if re.match(r"^T\d+$", columns[0]):
            pieces = columns[1].split(" ", 1)[1].split(";")
            spans[columns[0]] = [tuple(map(int, piece.split())) for piece in pieces]
        elif re.match(r"^E\d+$", columns[0]):
            one = {"cue": [], "content": [], "source": []}
            for part in columns[1].split():
                role, key = part.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in one: one[role] += spans.get(key, [])
            if one["content"]: found.append(one)
    return found


def read(path):
    return open(path, encoding="utf-8", newline="").read()


def gold(folder):
    """The stories of a folder in the order of their file names, as theo-train reads them."""
    if os.path.isdir(os.path.join(folder, "attributions")):
        marks = {}
        for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
            marks.setdefault(os.path.basename(path)[:-4].rsplit("_", 1)[0], path)
        for path in sorted(glob.glob(os.path.join(folder, "text", "*.txt"))):
            stem = os.path.basename(path)[:-4]
            if stem in marks:
                yield mark(cut(Story(stem + ".txt", read(path), 0.0)), brat(marks[stem]))
    else:
        for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
            data = json.load(open(path, encoding="utf-8"))
            story = Story(data["file"], read(os.path.join(folder, data["file"])), 1.0)
            yield mark(cut(story), data["attributions"])
