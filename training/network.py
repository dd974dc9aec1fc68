"""The tagger's network: BERT's encoder as MiniLM has it, a tag for each word piece, and two pointers."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
POINTER = 128  # width of the pointers' queries and keys
TAGS = 7


class Layer(nn.Module):
    """One encoder layer: attention and a feed-forward net, each added to its input and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.rise, self.fall = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_inner = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, _ = states.shape

        def split(x: torch.Tensor) -> torch.Tensor:
            return x.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        parts = split(self.query(states)), split(self.key(states)), split(self.value(states))
        mixed = functional.scaled_dot_product_attention(*parts, attn_mask=mask)  # dropout here would double the time
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.norm_attention(states + self.dropout(self.out(mixed)))
        return self.norm_inner(states + self.dropout(self.fall(functional.gelu(self.rise(states)))))


class Pointer(nn.Module):
    """Scores of every piece (column) being what each piece (row) points at."""

    def __init__(self) -> None:
        super().__init__()
        self.asks = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, POINTER))
        self.answers = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, POINTER))

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        return self.asks(states) @ self.answers(states).transpose(1, 2) / POINTER**0.5


class Network(nn.Module):
    """ids (batch, pieces) → tags (…, 7), to_cue and to_source (…, pieces); id 0 is padding."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tags, self.to_cue, self.to_source = nn.Linear(WIDTH, TAGS), Pointer(), Pointer()

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.dropout(self.norm(self.words(ids) + self.places(places)[None]))
        mask = ((ids == 0).to(states.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        kept = self.dropout(states)
        padding = mask[:, 0]
        return self.tags(kept), self.to_cue(states) + padding, self.to_source(states) + padding


def load_pretrained(folder: Path) -> Network:
    """MiniLM's published weights in a fresh network; tags and pointers start at random."""
    network, weights = Network(), load_file(folder / "model.safetensors")
    # Everything read here is one segment, so its embedding is a constant.
    weights["embeddings.word_embeddings.weight"] += weights["embeddings.token_type_embeddings.weight"][0]
    names = {
        "words": "embeddings.word_embeddings",
        "places": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    inside = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "rise": "intermediate.dense",
        "fall": "output.dense",
        "norm_inner": "output.LayerNorm",
    }
    for i in range(LAYERS):
        names |= {f"layers.{i}.{ours}": f"encoder.layer.{i}.{theirs}" for ours, theirs in inside.items()}
    state = network.state_dict()
    for ours, theirs in names.items():
        for kind in ("weight", "bias"):
            if f"{ours}.{kind}" in state:
                state[f"{ours}.{kind}"] = weights[f"{theirs}.{kind}"]
    network.load_state_dict(state)
    return network
