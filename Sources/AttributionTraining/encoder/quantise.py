"""Writes a trained encoder as theo reads it: python quantise.py encoder.pt encoder-en.weights --gold FOLDER

Weights become whole numbers of 8 bits with a scale for each output. Pieces of words that stories in English
do not have are left out. Sources/ClaimExtraction/Deep/EncoderFile.swift says how the file is laid out.
"""
import argparse, glob, json, os, struct

import numpy as np
import torch

from model import CUE_ROOM, DISTANCES, HIDDEN, LAYERS, NEIGHBOURS, SPAN_ROOM
from pieces import SPLIT, folded
from stories import read
from train import vocabulary, model_folder

MAGIC, VERSION, PLACES = b"THEOENC\n", 1, 256


def floats(*arrays):
    return b"".join(np.ascontiguousarray(a, "<f4").tobytes() for a in arrays)


def rounded(rows):
    """Whole numbers from -127 to 127, and a scale for each row."""
    scales = np.maximum(np.abs(rows).max(1), 1e-12) / 127
    return np.rint(rows / scales[:, None]).astype(np.int8), scales


def linear(weight, bias):
    """Blocks of 16 outputs, groups of 4 inputs; scales, summands, 128 times the sums."""
    values, scales = rounded(weight)
    out, depth = values.shape
    blocks = values.reshape(out // 16, 16, depth // 4, 4).transpose(0, 2, 1, 3)
    sums = values.astype(np.int32).sum(1) * 128
    return blocks.tobytes() + floats(scales, bias) + sums.astype("<i4").tobytes()


def used(words, folder):
    """Numbers of the pieces to keep: what stories have, and all that is short."""
    keep = {n for piece, n in words.number.items() if piece.isascii() and len(piece.lstrip("#")) <= 2}
    keep |= {words.pad, words.unknown, words.first, words.last}
    texts = [read(p) for p in glob.glob(os.path.join(folder, "gold/*/**/*.txt"), recursive=True) if "/vi" not in p and "/dev" not in p]
    with open(os.path.join(folder, "corpus/wire-en-plain/stories.jsonl"), encoding="utf-8") as lines:
        texts += [json.loads(line)["text"] for line in lines]
    seen = {word for text in texts for word in SPLIT.findall(folded(text))}
    return sorted(keep.union(*(words.word(word) for word in seen)))


def arrays(w, words, kept):
    e = "encoder."
    values, scales = rounded(w[e + "words.weight"][kept])
    yield "\n".join(words.pieces[n] for n in kept).encode()
    yield values.tobytes()
    yield floats(scales)
    yield floats(w[e + "places.weight"][:PLACES] + w[e + "kind"])
    yield floats(*[w[e + "shapes.weight"] + w[e + "opens.weight"][i] for i in (0, 1)])
    norm = lambda name: floats(w[name + ".weight"], w[name + ".bias"])
    full = lambda name: linear(w[name + ".weight"], w[name + ".bias"])
    yield norm(e + "norm")
    for i in range(LAYERS):
        at = f"{e}layers.{i}."
        yield full(at + "qkv"); yield full(at + "out"); yield norm(at + "norm1")
        yield full(at + "wide"); yield full(at + "narrow"); yield norm(at + "norm2")
    yield norm("guess")
    yield full("cue1"); yield floats(w["cue_domain"]); yield norm("cue2")
    yield full("token"); yield full("cue"); yield floats(w["span_domain"])
    yield floats(w["distance.weight"]); yield floats(w["neighbour.weight"]); yield norm("span2")


def check_sum(data):
    value = 0xCBF29CE484222325
    for byte in data: value = (value ^ byte) * 0x100000001B3 & (1 << 64) - 1
    return value


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("trained"); ap.add_argument("output")
    ap.add_argument("--shared", default="../../../../shared", help="folder with gold and corpus")
    a = ap.parse_args()
    w = {name: value.numpy() for name, value in torch.load(a.trained, map_location="cpu").items()}
    words = vocabulary(model_folder())
    kept = used(words, a.shared)
    parts = list(arrays(w, words, kept))
    at = (56 + 8 * len(parts) + 8 + 63) // 64 * 64
    head, body = at, b""
    offsets = []
    for part in parts:
        offsets.append(head + len(body))
        body += part + b"\0" * (-len(part) % 64)
    length = head + len(body)
    shapes = struct.pack("<6I", VERSION, len(parts), LAYERS, len(kept), PLACES, HIDDEN)
    header = lambda check: (MAGIC + shapes + struct.pack("<QQ", length, check) + struct.pack("<Q", len(parts[0]))
                            + struct.pack(f"<{len(parts)}Q", *offsets)).ljust(head, b"\0")
    with open(a.output + ".new", "wb") as file: file.write(header(check_sum(header(0))) + body)
    os.replace(a.output + ".new", a.output)
    print(f"{len(kept)} pieces, {len(parts)} arrays, {length / 1e6:.1f} MB")


if __name__ == "__main__": main()
