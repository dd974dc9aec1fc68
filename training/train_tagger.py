"""Fine-tune MiniLM as the claims tagger on a file of attributions.

usage: train_tagger.py MINILM_FOLDER TRAIN.jsonl DEV.jsonl OUT_FOLDER [--epochs N] [--batch N] [--articles N] [--seed N]
                       [--start WEIGHTS.pt] [--rate R]

Both files: one article a line, {"id", "text", "attributions": [{"source": [s,e]|null, "cue": [s,e]|null,
"content": [[s,e],...]}]}, offsets in characters. After each epoch the weights and the predictions on DEV (same shape)
are written to OUT_FOLDER; export_tagger.py turns the weights into what the package reads.
"""

import argparse
import json
import random
import re
import time
from pathlib import Path

import numpy as np
import torch
from network import Network, load_pretrained
from torch.nn import functional

from onrecord.claims import tagger
from onrecord.claims.tagger import Packed
from onrecord.claims.tags import ROLES, Tags, Window

PARAGRAPH = re.compile(r"[^\n]+")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
Example = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]  # ids, tags, pairs (row, column) of each pointer


def read_articles(path: str) -> list[dict]:
    """The file's articles."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines that are not empty."""
    return [match.span() for match in PARAGRAPH.finditer(text)]


def build_examples(article: dict, rng: random.Random) -> list[Example]:
    """An article's windows with their answers.

    The first window's size is random, so that paragraphs meet other neighbours in every epoch; half of the articles get
    straight marks, so that the tagger reads both kinds.
    """
    text = article["text"]
    if rng.random() < 0.5:
        text = text.translate(STRAIGHT)
    first = rng.randint(64, tagger.LONGEST_WINDOW)
    return [label(packed, article["attributions"]) for packed in tagger.pack(text, find_paragraphs(text), first)]


def label(packed: Packed, attributions: list[dict]) -> Example:
    """Tags and pointers of one window. A content or cue whose partner is elsewhere, or has none, points at 0."""
    ids, places = packed
    tags = np.zeros(len(ids), dtype=np.int64)
    to_cue, to_source = [], []
    starts, ends, _ = places.T
    low, high = starts[1], ends.max()

    def pieces(span: list[int] | None) -> np.ndarray:
        if span is None or span[1] <= low or span[0] >= high:
            return np.zeros(0, dtype=np.int64)
        return np.flatnonzero((starts < span[1]) & (ends > span[0]))

    def mark(found: np.ndarray, role: str) -> None:
        if len(found):
            begin = 1 + 2 * ROLES.index(role)
            broken = np.r_[True, np.diff(found) > 1]  # a mark between paragraphs parts a span
            tags[found] = np.where(broken, begin, begin + 1)

    for role in ("content", "source", "cue"):  # the later wins the few words that have two
        for a in attributions:
            for span in a["content"] if role == "content" else [a[role]]:
                mark(pieces(span), role)
    for a in attributions:
        cue, source = pieces(a["cue"]), pieces(a["source"])
        content = np.concatenate([pieces(span) for span in a["content"]])
        to_cue += [(i, j) for i in content for j in (cue if len(cue) else [0])]
        to_source += [(i, j) for i in cue for j in (source if len(source) else [0])]
    return ids, tags, np.array(to_cue).reshape(-1, 2), np.array(to_source).reshape(-1, 2)


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Shuffled batches of windows of like length, which need little padding."""
    order = sorted(examples, key=lambda e: len(e[0]) + rng.random() * 16)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def pad(batch: list[Example]) -> tuple[torch.Tensor, ...]:
    """ids, tags (-100: padding) and, for each pointer, a mask of the right columns of every row."""
    length = max(len(e[0]) for e in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    tags = torch.full((len(batch), length), -100)
    masks = torch.zeros(2, len(batch), length, length, dtype=torch.bool)
    for k, (i, t, *pairs) in enumerate(batch):
        ids[k, : len(i)], tags[k, : len(t)] = torch.from_numpy(i), torch.from_numpy(t)
        for mask, p in zip(masks, pairs, strict=True):
            mask[k, p[:, 0], p[:, 1]] = True
    return ids, tags, masks[0], masks[1]


def pointer_loss(scores: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Minus the log of the weight on the right pieces together, a mean over the rows that point."""
    rows = mask.any(-1)
    if not rows.any():
        return scores.sum() * 0
    chosen = scores.float()[rows]
    right = chosen.masked_fill(~mask[rows], -1e9)
    return (chosen.logsumexp(-1) - right.logsumexp(-1)).mean()


def losses(network: Network, batch: list[Example]) -> list[torch.Tensor]:
    """Loss of the tags, of content → cue and of cue → source."""
    ids, tags, cue, source = pad(batch)
    with torch.autocast("cpu", torch.bfloat16):
        scores, to_cue, to_source = network(ids)
    tagging = functional.cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=-100)
    return [tagging, 0.3 * pointer_loss(to_cue, cue), 0.3 * pointer_loss(to_source, source)]


@torch.no_grad()
def predict(network: Network, articles: list[dict]) -> list[dict]:
    """The network's attributions in the gold's shape."""
    network.eval()
    out = []
    for article in articles:
        windows = []
        for ids, places in tagger.pack(article["text"], find_paragraphs(article["text"])):
            scores = [x[0].float().numpy() for x in network(torch.from_numpy(ids)[None])]
            windows.append(Window.of(places, *scores))
        found = Tags(windows).attributions
        rows = [{"source": t.source, "cue": t.cue, "content": t.content} for t in found if t.cue]
        out.append({"id": article["id"], "attributions": rows})
    return out


def train(network: Network, articles: list[dict], dev: list[dict], out: Path, args: argparse.Namespace) -> None:
    """AdamW, a short warm-up and linear decay to nought; weights and dev predictions after each epoch."""
    rng = random.Random(args.seed)
    epochs = [[e for a in articles for e in build_examples(a, rng)] for _ in range(args.epochs)]
    plan = [(epoch, group) for epoch, examples in enumerate(epochs) for group in batches(examples, args.batch, rng)]
    heads = [p for n, p in network.named_parameters() if n.startswith(("tags", "to_"))]
    body = [p for n, p in network.named_parameters() if not n.startswith(("tags", "to_"))]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": heads, "lr": 3 * args.rate}], weight_decay=0.01
    )
    warm = len(plan) // 20 + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(plan) - step) / len(plan))
    )
    begin, means = time.time(), np.zeros(3)
    for step, (epoch, group) in enumerate(plan):
        network.train()
        parts = losses(network, group)
        sum(parts).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step(), schedule.step(), optimizer.zero_grad()
        means = 0.98 * means + 0.02 * np.array([float(p.detach()) for p in parts])
        if step % 20 == 19:
            shown = " ".join(f"{m / (1 - 0.98 ** (step + 1)):.4f}" for m in means)
            print(f"{step + 1}/{len(plan)} epoch {epoch} loss {shown} {time.time() - begin:.0f} s", flush=True)
        if step + 1 == len(plan) or plan[step + 1][0] != epoch:
            torch.save(network.state_dict(), out / f"epoch{epoch + 1}.pt")
            lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in predict(network, dev)]
            (out / f"dev{epoch + 1}.jsonl").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("minilm", "train", "dev", "out"):
        parser.add_argument(name)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--articles", type=int, help="only the first N articles, to try the pipeline")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on with")
    parser.add_argument(
        "--rate", type=float, default=3e-4, help="learning rate of the encoder; the heads' is threefold"
    )
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    articles = read_articles(args.train)[: args.articles]
    dev = articles if args.articles else read_articles(args.dev)
    network = load_pretrained(Path(args.minilm))
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    train(network, articles, dev, out, args)


if __name__ == "__main__":
    main()
