"""WordPiece: tokens to numbers of pieces, lower case and without accents."""
import re, unicodedata

SPLIT = re.compile(r"\w+|[^\w\s]|_")
SHAPES = 6  # none, lower, capitalised, upper, mixed; and 5: opens a paragraph (added to the shape)


def folded(text):
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


class Vocabulary:
    def __init__(self, pieces):
        self.pieces = pieces
        self.number = {piece: i for i, piece in enumerate(pieces)}
        self.pad, self.unknown = self.number["[PAD]"], self.number["[UNK]"]
        self.first, self.last = self.number["[CLS]"], self.number["[SEP]"]
        self.known = {}

    def word(self, word):
        """The longest pieces first; one [UNK] where a part is in no piece."""
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in self.number: end -= 1
            if end == start: return [self.unknown]
            found.append(self.number[("##" if start else "") + word[start:end]])
            start = end
        return found

    def token(self, token):
        """Pieces of one of theo's tokens, at most 8."""
        if token not in self.known:
            words = SPLIT.findall(folded(token))
            pieces = [p for word in words for p in self.word(word)] or [self.unknown]
            self.known[token] = pieces[:8]
        return self.known[token]


def shape(token):
    """How a token is written, as Token.LetterCase has it."""
    letters = [c for c in token if c.isalpha()]
    if not letters or token[0].isdigit(): return 0
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0: return 1
    if letters[0].isupper() and capitals == 1: return 2
    if capitals == len(letters): return 3
    return 4
