"""Windows of whole sentences with what a model learns from them."""
import random
from dataclasses import dataclass

import torch

OUTSIDE, BEGIN, INSIDE = 0, 1, 2                      # of cues
CONTENT_BEGIN, CONTENT, SOURCE_BEGIN, SOURCE = 1, 2, 3, 4   # of spans; 0 is outside
IGNORED = -100


@dataclass
class Window:
    pieces: list     # numbers, with [CLS] and [SEP]
    shapes: list     # of each piece
    opens: list      # of each piece: 1 where a paragraph opens
    firsts: list     # the first piece of each token
    sentences: list  # of each token
    start: int       # the first token, and one past the last
    end: int
    domain: float
    cues: list = None       # label of each token
    spans: list = None      # (cue start, cue end, labels), in tokens of the window


def encode(story, sentences, vocabulary, shape_of, limit):
    """A window of the given sentences; tokens beyond `limit` pieces are cut off."""
    w = Window([vocabulary.first], [0], [0], [], [], sentences[0][0], sentences[0][0], story.domain)
    for number, (first, end, opens) in enumerate(sentences):
        for at in range(first, end):
            token = story.text[slice(*story.tokens[at])]
            pieces = vocabulary.token(token)
            if len(w.pieces) + len(pieces) >= limit: break
            w.firsts.append(len(w.pieces)); w.sentences.append(number)
            w.pieces += pieces
            w.shapes += [shape_of(token)] * len(pieces)
            w.opens += [int(opens and at == first)] * len(pieces)
            w.end = at + 1
    w.pieces.append(vocabulary.last); w.shapes.append(0); w.opens.append(0)
    return w


def label(w, story):
    """Adds what is to be learned: cues and, for each, content and source."""
    count = w.end - w.start
    w.cues, w.spans = [OUTSIDE] * count, []
    inside = lambda run: w.start <= run[0] and run[1] <= w.end
    taken = set()
    # Of two attributions with one cue, the longer content is learned.
    size = lambda one: -sum(e - s for s, e in one.content)
    for one in sorted(story.attributions, key=size):
        for number, (start, end) in enumerate(one.cue):
            for at in range(max(start, w.start), min(end, w.end)):
                value = BEGIN if at == start else INSIDE
                if w.cues[at - w.start] == OUTSIDE:
                    w.cues[at - w.start] = value if number == 0 and not one.optional else IGNORED
        if not one.cue or not one.content or one.cue[0] in taken: continue
        if not all(inside(run) for run in one.cue[:1] + one.content + one.source[:1]): continue
        taken.add(one.cue[0])
        labels = [OUTSIDE] * count
        for runs, begin, within in ((one.source[:1], SOURCE_BEGIN, SOURCE), (one.content, CONTENT_BEGIN, CONTENT)):
            for start, end in runs:
                for at in range(start, end): labels[at - w.start] = begin if at == start else within
        start, end = one.cue[0]
        w.spans.append((start - w.start, end - w.start, labels))
    return w


def passages(story, vocabulary, shape_of, limit, rng):
    """Windows side by side, the first of a length of chance: each pass sees other neighbours."""
    room = rng.randint(limit // 3, limit)
    used, chosen, found = 0, [], []
    for sentence in story.sentences:
        size = sum(len(vocabulary.token(story.text[slice(*story.tokens[t])])) for t in range(*sentence[:2]))
        if chosen and used + size > room - 2:
            found.append(chosen); chosen, used, room = [], 0, limit
        chosen.append(sentence); used += size
    if chosen: found.append(chosen)
    return [label(encode(story, one, vocabulary, shape_of, limit), story) for one in found]


def batch(windows, pad):
    """Tensors of windows of about one length."""
    length, words = max(len(w.pieces) for w in windows), max(len(w.firsts) for w in windows)
    fill = lambda rows, size, value: torch.tensor([r + [value] * (size - len(r)) for r in rows])
    cues = [(b, s, e, l) for b, w in enumerate(windows) for s, e, l in (w.spans or [])]
    return dict(
        pieces=fill([w.pieces for w in windows], length, pad),
        shapes=fill([w.shapes for w in windows], length, 0),
        opens=fill([w.opens for w in windows], length, 0),
        mask=fill([[1] * len(w.pieces) for w in windows], length, 0).bool(),
        firsts=fill([w.firsts for w in windows], words, 0),
        sentences=fill([w.sentences for w in windows], words, 0),
        domain=torch.tensor([w.domain for w in windows]),
        cues=fill([w.cues or [] for w in windows], words, IGNORED),
        rows=torch.tensor([c[0] for c in cues], dtype=torch.long),
        starts=torch.tensor([c[1] for c in cues], dtype=torch.long),
        ends=torch.tensor([c[2] for c in cues], dtype=torch.long),
        spans=fill([c[3] for c in cues], words, IGNORED) if cues else torch.zeros(0, words, dtype=torch.long))


def batches(windows, pieces, pad, rng):
    """Batches of about `pieces` pieces each, in an order of chance."""
    windows = sorted(windows, key=lambda w: len(w.pieces) + rng.random() * 16)
    found, chosen = [], []
    for w in windows:
        if chosen and (len(chosen) + 1) * len(w.pieces) > pieces:
            found.append(chosen); chosen = []
        chosen.append(w)
    if chosen: found.append(chosen)
    rng.shuffle(found)
    return found
