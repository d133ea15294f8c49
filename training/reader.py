"""Trains the reader: `python -m training.reader --out FOLDER [--epochs 4]`.

In: the corpora, a BERT-shaped base model. Out: FOLDER/best.pt, FOLDER/log.jsonl (one row of dev scores an epoch). A run
that was cut off goes on from FOLDER/last.pt. bfloat16 on the CPU; the scores are those of the averaged weights (EMA).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training import measure
from training.corpora import Labelled, polnear
from training.features import Sample, Window, batches, samples, tensors, windows, word_pieces
from training.lessons import attach
from training.material import SHARES, corpora, held_out
from training.network import Network
from training.objective import gold_loss, lesson_loss, scores, soft_loss
from training.shrink import shrink
from training.weights import new, restore, save
from whoseword.reports.encoding import WINDOW, Encoder

# Batches from which a student's cut is decided.
CUTTING_BATCHES = 60


@dataclass
class Plan:
    """The options of one run."""

    out: Path
    shared: Path
    base: Path
    epochs: int
    rate: float
    head_rate: float
    budget: int
    seed: int
    threads: int
    limit: int | None
    decay: float
    start: Path | None
    teacher: list[Path]
    heads: int
    inner: int
    pool: int
    wide: bool
    corpora: list[str]
    lessons: Path | None
    pieces: Path | None

    @property
    def shape(self) -> dict[str, int]:
        return {"wide": 1} if self.wide else {"heads": self.heads, "inner": self.inner, "pool": self.pool}


def load(plan: Plan, encoder: Encoder) -> tuple[dict[str, list[list[Sample]]], list[Labelled], dict[str, list[Window]]]:
    """Training samples by corpus, the PolNeAR texts behind the first, and the held-out windows."""
    root = plan.shared / "corpora"
    wanted = plan.corpora or [name for name in SHARES if name != "news" or plan.teacher or plan.lessons]
    texts = corpora(root, wanted, limit=plan.limit)
    made = {key: [samples(x, encoder) for x in items] for key, items in texts.items()}
    held = {key: windows((samples(x, encoder) for x in items), WINDOW) for key, items in held_out(root).items()}
    return made, texts.get("polnear", []), held


def epoch_batches(plan: Plan, made: dict[str, list[list[Sample]]], epoch: int) -> list[list[Window]]:
    rng = random.Random(plan.seed * 1000 + epoch)
    groups: list[list[Window]] = []
    for key, items in made.items():
        chosen = items if SHARES[key] == 1 else rng.sample(items, int(SHARES[key] * len(items)))
        groups += batches(windows(chosen, WINDOW, rng), plan.budget, rng)
    rng.shuffle(groups)
    return groups


def reread(plan: Plan, encoder: Encoder, texts: list[Labelled], made: list[list[Sample]], epoch: int) -> None:
    """Where several people annotated a text, each epoch takes one of them by lot."""
    rng = random.Random(plan.seed * 77 + epoch)
    for k, item in enumerate(texts):
        if item.readings and len(item.readings) > 1:
            made[k] = samples(item, encoder, reading=rng.randrange(len(item.readings)))


def begin(plan: Plan, made: dict[str, list[list[Sample]]]) -> tuple[Network, list[Network]]:
    """The network to train and its teachers; a student without weights of its own is cut out of the first of them."""
    teachers = [restore(path).eval() for path in plan.teacher]
    if plan.start:
        return restore(plan.start), teachers
    if not teachers:
        net = new(plan.shape)
        net.load_base(plan.base / "model.safetensors")
        return net, []
    few = {key: value for key, value in made.items() if key != "news"}
    examples = [tensors(group) for group in epoch_batches(plan, few, -1)[:CUTTING_BATCHES]]
    return shrink(teachers[0], examples, gold_loss, shape=plan.shape), [teacher.eval() for teacher in teachers]


class Run:
    """One training run with all that is needed to go on where it was cut off."""

    def __init__(self, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        torch.set_num_threads(plan.threads)
        plan.out.mkdir(parents=True, exist_ok=True)
        self.plan = plan
        self.encoder = Encoder(word_pieces(plan.pieces or plan.base))
        self.made, self.texts, self.held = load(plan, self.encoder)
        self.lessons = torch.load(plan.lessons, weights_only=True) if plan.lessons else {}
        for key in self.made:
            attach(self.lessons, key, self.made[key])
        self.dev = polnear(plan.shared / "corpora", "dev")
        self.dev_samples = [samples(x, self.encoder) for x in self.dev]
        self.net, self.teachers = begin(plan, self.made)
        self.net.freeze()
        named = [(n, p) for n, p in self.net.named_parameters() if p.requires_grad]
        slow = [p for n, p in named if n.startswith(("layers", "norm", "position", "relative"))]
        fast = [p for n, p in named if not n.startswith(("layers", "norm", "position", "relative"))]
        groups = [{"params": slow, "lr": plan.rate}, {"params": fast, "lr": plan.head_rate}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.total = len(epoch_batches(plan, self.made, 0)) * plan.epochs
        self.step = self.epoch = 0
        self.average = {k: v.detach().clone() for k, v in self.net.state_dict().items()}
        self.last = plan.out / "last.pt"
        if self.last.exists():
            self.resume()

    def resume(self) -> None:
        state = torch.load(self.last, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.step, self.epoch = state["average"], state["step"], state["epoch"]

    def save(self) -> None:
        save(self.plan.out / "best.pt", self.average, self.net.shape)
        state = {"net": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "average": self.average}
        torch.save(state | {"step": self.step, "epoch": self.epoch}, self.last)

    def train(self) -> None:
        print({k: sum(s.size for i in v for s in i) for k, v in self.made.items()}, flush=True)
        while self.epoch < self.plan.epochs:
            began = time.time()
            reread(self.plan, self.encoder, self.texts, self.made["polnear"], self.epoch)
            attach(self.lessons, "polnear", self.made["polnear"])
            for group in epoch_batches(self.plan, self.made, self.epoch):
                value = self.learn(tensors(group))
                if self.step % 50 == 0:
                    print(f"step {self.step}/{self.total} loss {value:.3f} {time.time() - began:.0f}s", flush=True)
            self.epoch += 1
            self.report(round(time.time() - began))
            self.save()

    def learn(self, batch: dict[str, Tensor]) -> float:
        """One step; the rate warms up over 6 % of the run and falls linearly to a hundredth."""
        self.net.train()
        warm = 0.06 * self.total
        share = min((self.step + 1) / warm, max(0.01, (self.total - self.step) / (self.total - warm)), 1.0)
        for group, rate in zip(self.optimiser.param_groups, (self.plan.rate, self.plan.head_rate), strict=True):
            group["lr"] = rate * share
        seen = scores(self.net, batch)
        value = gold_loss(self.net, batch, seen)
        for teacher in self.teachers:
            with torch.no_grad():
                taught = scores(teacher, batch)
            value = value + soft_loss(seen, taught, batch) / len(self.teachers)
        if "taught" in batch:
            value = value + lesson_loss(seen, batch)
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        keep = min(self.plan.decay, (1 + self.step) / (10 + self.step))
        for key, now in self.net.state_dict().items():
            if key != "word.weight":
                self.average[key].lerp_(now, 1 - keep)
        return float(value.item())

    def report(self, seconds: int) -> None:
        judge = new(self.net.shape)
        judge.load_state_dict(self.average)
        made = [(k, w) for k, s in enumerate(self.dev_samples) for w in windows([s], WINDOW)]
        found = measure.attributions(judge, self.dev_samples, made)
        score = measure.scorer(self.plan.shared)
        row = measure.polnear_scores(score, self.plan.shared, self.dev, found)
        for key, held in self.held.items():
            row |= {f"{key}.{k}": v for k, v in measure.word_layers(judge, held).items()}
        line = json.dumps({"epoch": self.epoch, "seconds": seconds} | {k: round(v, 2) for k, v in row.items()})
        print(line, flush=True)
        with (self.plan.out / "log.jsonl").open("a") as log:
            log.write(line + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--budget", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--decay", type=float, default=0.998)
    parser.add_argument("--start", type=Path, help="weights to start from instead of the base")
    parser.add_argument(
        "--teacher",
        type=Path,
        nargs="+",
        default=[],
        help="trained readers to learn from; a student is cut from the first",
    )
    parser.add_argument("--heads", type=int, default=12, help="attention heads a layer")
    parser.add_argument("--inner", type=int, default=1536, help="inner width of a layer")
    parser.add_argument("--pool", type=int, default=6, help="layers that see word pieces; those above see words")
    parser.add_argument("--lessons", type=Path, help="a teacher's scores from training.lessons, to learn from as well")
    parser.add_argument("--wide", action="store_true", help="a wide teacher on an MPNet base")
    parser.add_argument(
        "--pieces", type=Path, help="folder of the tokenizer, where it is not the base's: a wide teacher's"
    )
    parser.add_argument("--corpora", nargs="+", default=[], help="learn from these corpora alone")
    Run(Plan(**vars(parser.parse_args()))).train()


if __name__ == "__main__":
    main()
