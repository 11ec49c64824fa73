"""The encoder with its heads: which words are cues, and what each cue's content and source are."""
import torch
import torch.nn.functional as F
from torch import nn

HIDDEN, LAYERS, ATTENTION, INNER = 384, 6, 12, 1536
CUE_ROOM, SPAN_ROOM = 192, 192   # units of the heads
DISTANCES, NEIGHBOURS = 40, 7    # buckets of the distance to the cue, of sentences between


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.wide, self.narrow = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION, -1).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary, dropout=0.1):
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))      # BERT's "token type", always the same
        self.shapes, self.opens = nn.Embedding(5, HIDDEN), nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.shapes.weight); nn.init.zeros_(self.opens.weight)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        for one in (self.words, self.places): one.weight.requires_grad_(False)

    def forward(self, pieces, shapes, opens, mask):
        at = torch.arange(pieces.shape[1])
        x = self.words(pieces) + self.places(at) + self.kind + self.shapes(shapes) + self.opens(opens)
        x = self.drop(self.norm(x))
        seen = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :].to(
            torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in self.layers: x = layer(x, seen)
        return x


def distance(at, starts, ends):
    """Bucket of a token's distance to the cue [start, end): 0 within it, then near to far, behind and ahead."""
    ahead, behind = starts - at, at - ends + 1
    far = torch.clamp(torch.maximum(ahead, behind), min=0)
    bucket = torch.where(far < 8, far, 4 + torch.floor(torch.log2(far.clamp(min=1).float() + .5) * 2 - 2).long())
    bucket = bucket.clamp(max=DISTANCES // 2 - 1)
    return torch.where(ahead > 0, bucket + DISTANCES // 2, bucket)


class Finder(nn.Module):
    def __init__(self, vocabulary, dropout=0.1):
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        self.guess = nn.Linear(HIDDEN, 1)                    # wire copy or campaign news
        self.cue_domain = nn.Parameter(torch.zeros(CUE_ROOM))
        self.span_domain = nn.Parameter(torch.zeros(SPAN_ROOM))
        self.cue1, self.cue2 = nn.Linear(HIDDEN, CUE_ROOM), nn.Linear(CUE_ROOM, 3)
        # Of a token and of a cue: what is added, and what is multiplied.
        self.token = nn.Linear(HIDDEN, 2 * SPAN_ROOM)
        self.cue = nn.Linear(2 * HIDDEN, 2 * SPAN_ROOM)
        self.distance, self.neighbour = nn.Embedding(DISTANCES, SPAN_ROOM), nn.Embedding(NEIGHBOURS, SPAN_ROOM)
        self.span2 = nn.Linear(SPAN_ROOM, 5)
        for one in (self.distance, self.neighbour): nn.init.normal_(one.weight, std=.02)
        self.cue2.bias.data[0] = 3; self.span2.bias.data[0] = 2

    def words(self, b):
        """The vector of each token."""
        x = self.encoder(b["pieces"], b["shapes"], b["opens"], b["mask"])
        return torch.gather(x, 1, b["firsts"][:, :, None].expand(-1, -1, HIDDEN))

    def domain_guess(self, h, b):
        real = (b["firsts"] > 0)[:, :, None]
        return self.guess((h.float() * real).sum(1) / real.sum(1)).squeeze(1)

    def cue_scores(self, h, domain):
        return self.cue2(F.gelu(self.cue1(h) + domain[:, None, None] * self.cue_domain)).float()

    def span_scores(self, h, domain, b):
        """Scores of each token for each cue."""
        rows, starts, ends = b["rows"], b["starts"], b["ends"]
        add, times = self.token(h).split(SPAN_ROOM, -1)
        both = torch.cat([h[rows, starts], h[rows, ends - 1]], -1)
        cue_add, cue_times = self.cue(both).split(SPAN_ROOM, -1)
        at = torch.arange(h.shape[1])[None, :]
        near = self.distance(distance(at, starts[:, None], ends[:, None]))
        sentence = b["sentences"][rows]
        between = (sentence - sentence.gather(1, starts[:, None])).clamp(-3, 3) + 3
        hidden = add[rows] + times[rows] * cue_times[:, None] + near + self.neighbour(between)
        hidden = hidden + (cue_add + domain[rows, None] * self.span_domain)[:, None]
        return self.span2(F.gelu(hidden)).float()


def load_pretrained(finder, path):
    """Weights of sentence-transformers' MiniLM, by the names they have there."""
    from safetensors.torch import load_file
    w = load_file(path)
    e = finder.encoder
    set_ = lambda module, name: (module.weight.data.copy_(w[name + ".weight"]),
                                 module.bias.data.copy_(w[name + ".bias"]))
    e.words.weight.data.copy_(w["embeddings.word_embeddings.weight"])
    e.places.weight.data.copy_(w["embeddings.position_embeddings.weight"])
    e.kind.data.copy_(w["embeddings.token_type_embeddings.weight"][0])
    set_(e.norm, "embeddings.LayerNorm")
    for i, layer in enumerate(e.layers):
        at = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            rows = [w[at + f"attention.self.{one}.{part}"] for one in ("query", "key", "value")]
            getattr(layer.qkv, part).data.copy_(torch.cat(rows))
        set_(layer.out, at + "attention.output.dense"); set_(layer.norm1, at + "attention.output.LayerNorm")
        set_(layer.wide, at + "intermediate.dense"); set_(layer.narrow, at + "output.dense")
        set_(layer.norm2, at + "output.LayerNorm")
