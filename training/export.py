"""Trained weights -> an ONNX file: `python -m training.export best.pt model.onnx [--float]`.

The graph is written node by node, for one window a call and no padding, with onnxruntime's fused operators. The big
matrices are int8 by column with activations quantised on the fly, the word table is int8 by row.
Weights use 7 of the 8 bits: on processors without VNNI the products of full 8-bit values would saturate.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import FARTHEST, HEAD, LAYERS, Network
from training.weights import restore

LEVELS = 63.0
SMALL = 64  # the last matrices, of a few columns, decide by small differences and stay float32
# Equal weight to every sign of doubt until `training.calibrate` has fitted better ones.
UNCALIBRATED = [1, 1, 1, 0.5, 0.5, 0, 0, 1]
Array = NDArray[Any]


class Graph:
    """Collects nodes and weights; every method returns the name of its output."""

    def __init__(self, *, quantised: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.quantised = quantised
        self._known: dict[bytes, str] = {}

    def constant(self, value: Array | int | float | list[int], kind: Any = None) -> str:
        array = np.asarray(value, kind)
        key = array.tobytes() + repr((array.dtype, array.shape)).encode()
        if key not in self._known:
            self._known[key] = f"w{len(self.weights)}"
            self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), self._known[key]))
        return self._known[key]

    def node(
        self, op: str, *inputs: str, domain: str = "", out: str | None = None, outputs: int = 1, **attributes: Any
    ) -> str:
        names = [out or f"t{len(self.nodes)}"] if outputs == 1 else [f"t{len(self.nodes)}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else ",".join(names)

    def fused(self, op: str, *inputs: str, **attributes: Any) -> str:
        return self.node(op, *inputs, domain="com.microsoft", **attributes)

    def linear(self, x: str, weight: Array, bias: Array | None, *, big: bool = False, out: str | None = None) -> str:
        """x @ weight.T + bias; int8 when the graph is quantised and the matrix is big."""
        matrix = weight.T
        if big and self.quantised:
            scale = np.maximum(np.abs(matrix).max(0) / LEVELS, 1e-9).astype(np.float32)
            whole = np.round(matrix / scale).astype(np.int8)
            zero = np.zeros(len(scale), np.int8)
            inputs = [x, self.constant(whole), self.constant(scale), self.constant(zero)]
            if bias is not None:
                inputs.append(self.constant(bias))
            return self.fused("DynamicQuantizeMatMul", *inputs, out=out)
        product = self.node("MatMul", x, self.constant(matrix))
        return product if bias is None else self.node("Add", product, self.constant(bias), out=out)

    def gelu(self, x: str) -> str:
        return self.fused("Gelu", x)


def build(net: Network, *, quantised: bool = True) -> onnx.ModelProto:
    """The whole network as one ONNX model."""
    w = {key: value.float().numpy() for key, value in net.state_dict().items()}
    g = Graph(quantised=quantised)
    x = _embed(g, w)
    for number in range(LAYERS):
        if number == net.shape["pool"]:
            x = g.node("Gather", x, "first", axis=1)
        x = _layer(
            g, x, {k.removeprefix(f"layers.{number}."): v for k, v in w.items() if k.startswith(f"layers.{number}.")}
        )
    flat = g.node("Squeeze", x, g.constant([0], np.int64))
    states = flat if net.shape["pool"] < LAYERS else g.node("Gather", flat, "first", axis=0)
    outputs = _heads(g, states, w)
    integers, numbers = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", integers, ["pieces"]),
        helper.make_tensor_value_info("features", integers, ["pieces", 3]),
        helper.make_tensor_value_info("first", integers, ["words"]),
        helper.make_tensor_value_info("paragraph", integers, ["words"]),
    ]
    kinds = {"head": integers, "relation": integers, "upos": integers}
    shown = [helper.make_tensor_value_info(name, kinds.get(name, numbers), None) for name in outputs]
    graph = helper.make_graph(g.nodes, "reader", inputs, shown, g.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="whoseword")
    for name in ("transitions", "opening"):
        entry = model.metadata_props.add()
        entry.key, entry.value = name, " ".join(f"{v:.6f}" for v in w[name].flatten())
    entry = model.metadata_props.add()
    entry.key, entry.value = "confidence", " ".join(str(v) for v in UNCALIBRATED)
    return model


def _embed(g: Graph, w: dict[str, Array]) -> str:
    table = w["word.weight"]
    if g.quantised:
        scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127.0, 1e-9).astype(np.float32)
        rows = g.node("Gather", g.constant(np.round(table / scale).astype(np.int8)), "ids", axis=0)
        words = g.node(
            "Mul", g.node("Cast", rows, to=TensorProto.FLOAT), g.node("Gather", g.constant(scale), "ids", axis=0)
        )
    else:
        words = g.node("Gather", g.constant(table), "ids", axis=0)
    size = g.node("Shape", "ids")
    places = g.node(
        "Slice", g.constant(w["position.weight"]), g.constant([0], np.int64), size, g.constant([0], np.int64)
    )
    marks = g.node(
        "ReduceSum",
        g.node("Gather", g.constant(w["feature.weight"]), "features", axis=0),
        g.constant([1], np.int64),
        keepdims=0,
    )
    total = g.node("Add", g.node("Add", words, places), marks)
    normal = g.node(
        "LayerNormalization", total, g.constant(w["norm.weight"]), g.constant(w["norm.bias"]), epsilon=1e-12
    )
    return g.node("Unsqueeze", normal, g.constant([0], np.int64))


def _layer(g: Graph, x: str, w: dict[str, Array]) -> str:
    three = g.linear(x, w["qkv.weight"], w["qkv.bias"], big=True)
    inner = w["qkv.weight"].shape[0] // 3
    q, k, v = g.node("Split", three, g.constant([inner] * 3, np.int64), axis=-1, outputs=3).split(",")
    mixed = g.fused("MultiHeadAttention", q, k, v, num_heads=inner // HEAD)
    out = g.linear(mixed, w["out.weight"], w["out.bias"], big=True)
    x = _add_norm(g, x, out, w, "norm1")
    up = g.fused("BiasGelu", g.linear(x, w["up.weight"], None, big=True), g.constant(w["up.bias"]))
    down = g.linear(up, w["down.weight"], w["down.bias"], big=True)
    return _add_norm(g, x, down, w, "norm2")


def _add_norm(g: Graph, x: str, more: str, w: dict[str, Array], norm: str) -> str:
    """Residual and layer norm as plain operators: onnxruntime's fused SkipLayerNormalization was ten times slower."""
    total = g.node("Add", x, more)
    return g.node(
        "LayerNormalization", total, g.constant(w[f"{norm}.weight"]), g.constant(w[f"{norm}.bias"]), epsilon=1e-12
    )


def _heads(g: Graph, x: str, w: dict[str, Array]) -> list[str]:
    def head(name: str, at: str, out: str | None = None) -> str:
        wide = len(w[f"{name}.bias"]) >= SMALL
        return g.linear(at, w[f"{name}.weight"], w[f"{name}.bias"], big=wide, out=out)

    count = g.node("Squeeze", g.node("Shape", "first"))
    zero, one = g.constant(0, np.int64), g.constant(1, np.int64)
    place = g.node("Range", zero, count, one)
    gap = g.node(
        "Sub",
        g.node("Unsqueeze", place, g.constant([0], np.int64)),
        g.node("Unsqueeze", place, g.constant([1], np.int64)),
    )
    gap = g.node(
        "Add",
        g.node("Clip", gap, g.constant(-FARTHEST, np.int64), g.constant(FARTHEST, np.int64)),
        g.constant(FARTHEST, np.int64),
    )

    def biaffine(name: str, out: str | None = None) -> str:
        rows, columns = g.gelu(head(f"{name}.row", x)), g.gelu(head(f"{name}.column", x))
        weight = w[f"{name}.weight"]
        turned = g.node("Add", g.node("MatMul", rows, g.constant(weight[:-1])), g.constant(weight[-1]))
        scores = g.node("MatMul", turned, g.node("Transpose", columns, perm=[1, 0]))
        bias = g.node("Gather", g.constant(w[f"{name}.distance.weight"][:, 0]), gap, axis=0)
        return g.node("Add", scores, bias, out=out)

    head("role", g.gelu(head("role_inner", x)), "role")
    biaffine("content_cue", "content_cue")
    biaffine("cue_source", "cue_source")
    head("names", x, "names")
    head("start", x, "start")
    g.node("ArgMax", head("upos", x), axis=-1, keepdims=0, out="upos")
    columns = g.node("Unsqueeze", "paragraph", g.constant([0], np.int64))
    rows = g.node("Unsqueeze", "paragraph", g.constant([1], np.int64))
    own = g.node(
        "Or",
        g.node("Equal", rows, columns),
        g.node("Equal", g.node("Unsqueeze", place, g.constant([0], np.int64)), zero),
    )
    arcs = g.node("Where", own, biaffine("arc"), g.constant(-1e4, np.float32))
    heads = g.node("ArgMax", arcs, axis=-1, keepdims=0, out="head")
    weight = w["relation"]
    size, labels = weight.shape[0], weight.shape[1]
    ones = g.node(
        "Unsqueeze", g.node("Cast", g.node("Mul", place, zero), to=TensorProto.FLOAT), g.constant([1], np.int64)
    )
    ones = g.node("Add", ones, g.constant(1.0, np.float32))
    low = g.node("Concat", g.gelu(head("dependent", x)), ones, axis=1)
    high = g.node("Concat", g.gelu(head("governor", x)), ones, axis=1)
    every = g.linear(low, np.ascontiguousarray(weight.reshape(size, -1).T), None, big=True)
    spread = g.node("Reshape", every, g.constant([-1, labels, size], np.int64))
    above = g.node("Unsqueeze", g.node("Gather", high, heads, axis=0), g.constant([2], np.int64))
    g.node(
        "ArgMax",
        g.node("Squeeze", g.node("MatMul", spread, above), g.constant([2], np.int64)),
        axis=-1,
        keepdims=0,
        out="relation",
    )
    return ["role", "content_cue", "cue_source", "names", "start", "upos", "head", "relation"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="leave every matrix in float32")
    given = parser.parse_args()
    model = build(restore(given.weights), quantised=not given.float)
    onnx.save(model, str(given.out))
    print(f"{given.out} {given.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
