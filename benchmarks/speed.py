"""How fast the reader is, as ratios in one run: `python -m benchmarks.speed [--reports 300]`.

Peers, in the same runtime, one thread, one window a call, of at most 256 pieces as in the study: (a) the study's model
in int8, with our word pieces and decoding around it; (b) an encoder of BERT-base's size with random weights in float32,
nothing around it. The systems take turns over small groups of reports, so that a busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from benchmarks.gate import SHARED
from whoseword.reports.encoding import Paragraph, pack, window_arrays
from whoseword.reports.reader import load_reader, model_folder
from whoseword.reports.roles import link, viterbi

GROUP = 10  # reports a turn
SLOW_SHARE = 20  # BERT-base's size reads one report in so many: it is slow enough to be measured on few
Text = str
_COLD = (
    "import sys, time; begun = time.perf_counter(); from whoseword.cli import main; sys.argv = ['whoseword', 'read',"
    " '--format', 'jsonl', {path!r}]; main()"
)


def session(path: str) -> onnxruntime.InferenceSession:
    """A peer's model with one thread and the runtime's own optimisations."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def windows(text: Text) -> list[list[Paragraph]]:
    """The windows of at most 256 pieces that the study read in."""
    paragraphs = load_reader().paragraphs(text)
    return [[paragraphs[k] for k in group] for group in pack([len(p.ids) for p in paragraphs], 256)]


def study(path: Path) -> Callable[[Text], None]:
    """The study's model: roles by constrained Viterbi, pointers; its outputs for words and names are not asked for."""
    run = session(str(path)).run

    def read(text: Text) -> None:
        for window in windows(text):
            arrays = window_arrays(window)
            feed = {
                "ids": arrays["ids"][None],
                "feats": arrays["features"][None],
                "mask": np.ones((1, len(arrays["ids"])), bool),
            }
            role, content_cue, cue_source = (out[0] for out in run(["role", "con", "src"], feed))
            at = 1
            for paragraph in window:
                first = arrays["first"][at : at + len(paragraph.words)]
                columns = np.r_[0, first]
                emissions = np.full((len(first), 9), -1e9, np.float32)
                emissions[:, :7] = role[first]
                tags = viterbi([emissions], np.zeros((9, 9), np.float32), np.zeros(9, np.float32))[0]
                link(tags, emissions, content_cue[np.ix_(first, columns)], cue_source[np.ix_(first, columns)])
                at += len(paragraph.words)

    return read


def bert_base(folder: Path) -> Callable[[Text], None]:
    """An encoder of 12 layers, 768 wide, random weights, float32."""
    path = folder / "base.onnx"
    _write_bert_base(path)
    run = session(str(path)).run

    def read(text: Text) -> None:
        for window in windows(text):
            run(None, {"ids": window_arrays(window)["ids"]})

    return read


def _write_bert_base(path: Path) -> None:
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    width, inner, layers, vocabulary = 768, 3072, 12, 30522
    rng = np.random.default_rng(0)
    weights: list[Any] = []
    nodes: list[Any] = []

    def weight(*shape: int) -> str:
        array = rng.normal(0, 0.02, shape).astype(np.float32) if len(shape) > 1 else np.ones(shape, np.float32)
        weights.append(numpy_helper.from_array(array, f"w{len(weights)}"))
        return f"w{len(weights) - 1}"

    def node(op: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        nodes.append(helper.make_node(op, list(inputs), [f"t{len(nodes)}"], domain=domain, **attributes))
        return f"t{len(nodes) - 1}"

    weights.append(numpy_helper.from_array(np.zeros(1, np.int64), "zero"))
    x = node("Unsqueeze", node("Gather", weight(vocabulary, width), "ids"), "zero")
    for _ in range(layers):
        q, k, v = (node("Add", node("MatMul", x, weight(width, width)), weight(width)) for _ in range(3))
        mixed = node("MultiHeadAttention", q, k, v, domain="com.microsoft", num_heads=12)
        out = node("Add", node("MatMul", mixed, weight(width, width)), weight(width))
        x = node("LayerNormalization", node("Add", x, out), weight(width), weight(width))
        up = node("BiasGelu", node("MatMul", x, weight(width, inner)), weight(inner), domain="com.microsoft")
        down = node("Add", node("MatMul", up, weight(inner, width)), weight(width))
        x = node("LayerNormalization", node("Add", x, down), weight(width), weight(width))
    shown = [helper.make_tensor_value_info(x, TensorProto.FLOAT, None)]
    taken = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"])]
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    graph = helper.make_graph(nodes, "base", taken, shown, weights)
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), str(path))


def ours(text: Text) -> None:
    """Our reader, everything included: words, trees, names, relations."""
    load_reader().read(text)


def take_turns(systems: dict[str, Callable[[Text], None]], texts: Sequence[Text]) -> dict[str, float]:
    """Reports a second of each system over the same texts, in turns by groups."""
    spent = dict.fromkeys(systems, 0.0)
    for at in range(0, len(texts), GROUP):
        for name, read in systems.items():
            begun = time.perf_counter()
            for text in texts[at : at + GROUP]:
                read(text)
            spent[name] += time.perf_counter() - begun
    return {name: len(texts) / seconds for name, seconds in spent.items()}


def _work(name: str, path: str, texts: Sequence[Text]) -> float:
    read = study(Path(path)) if name == "study" else ours
    read(texts[0])
    begun = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - begun


def two_processes(name: str, path: Path, texts: Sequence[Text]) -> float:
    """Reports a second of two processes that share the texts, loading not counted."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        halves = [pool.submit(_work, name, str(path), texts[k::2]) for k in range(2)]
        return len(texts) / max(half.result() for half in halves)


def cold_start(text: Text) -> float:
    """Seconds from starting `whoseword read` to its end on one report, best of five."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, "utf-8")
        command = [sys.executable, "-c", _COLD.format(path=str(path))]
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - begun)
    return min(times)


def peak_memory(texts: Sequence[Text]) -> float:
    """Megabytes at the most, of a process that reads the texts one after the other."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        pool.submit(_work, "ours", "", texts).result()
        return pool.submit(_own_peak).result()


def _own_peak() -> float:
    # A child's ru_maxrss begins at what its parent held; the kernel's own mark of this process does not.
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def sample(count: int) -> list[Text]:
    """The first reports of the mixed sample."""
    path = SHARED / "corpora" / "news" / "sample_3000.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]


def main(options: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=300)
    count = parser.parse_args(options).reports
    peer = SHARED / "research" / "reader" / "B.int8.onnx"
    if not peer.exists():
        print(f"SKIPPED: {peer.name} not found beside this checkout; there is nothing to compare with.")
        return
    texts = sample(count)
    with tempfile.TemporaryDirectory() as folder:
        systems = {"ours": ours, "study": study(peer)}
        for read in systems.values():
            read(texts[0])
        one = take_turns(systems, texts)
        few = texts[::SLOW_SHARE]
        slow = take_turns({"ours": ours, "base": bert_base(Path(folder))}, few)
    two = {name: two_processes(name, peer, texts) for name in ("ours", "study", "ours", "study")}
    print(f"reports read: {len(texts)} ({len(few)} of them by the BERT-base size)")
    for name, rate in (("one process", one), ("two processes", two)):
        against = f"study {rate['study']:6.1f}   {rate['ours'] / rate['study']:.2f}x"
        print(f"{name:14s} ours {rate['ours']:6.1f} reports/s   {against}")
    against = f"BERT-base size {slow['base']:.2f}   {slow['ours'] / slow['base']:.1f}x"
    print(f"{'one process':14s} ours {slow['ours']:6.1f} reports/s   {against}")
    print(f"cold start to the record of one report: {cold_start(texts[0]):.2f} s")
    print(f"peak memory of reading them all: {peak_memory(texts):.0f} MB")
    print(f"model file: {(model_folder() / 'reader.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
