"""Trained weights -> an ONNX file that gives what torch gives."""

# ruff: noqa: E402 - without torch nothing of training can be imported, and the tests are skipped before
from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra `training`")
pytest.importorskip("onnx", reason="onnx comes with the extra `training`")

from onnxruntime import InferenceSession

from tests.training.networks import TEXT, batch, encoder, labelled, small_network
from training.export import build
from training.features import samples
from training.network import same_paragraph
from whoseword.reports.encoding import window_arrays

NUMBERS = ("role", "content_cue", "cue_source", "names", "start")


def by_torch(net, given):
    """All that the graph gives, from the network itself."""
    with torch.no_grad():
        x = net.states(given)
        arcs = net.arc(x).masked_fill(~same_paragraph(given["paragraph"]), -1e4)
        heads = arcs.argmax(2)[0]
        rows = (torch.zeros_like(heads), torch.arange(len(heads)))
        found = {
            "role": net.roles(x), "content_cue": net.content_cue(x), "cue_source": net.cue_source(x),
            "names": net.names(x), "start": net.start(x), "upos": net.upos(x).argmax(2),
        }  # fmt: skip
        return {key: value[0].numpy() for key, value in found.items()} | {
            "head": heads.numpy(),
            "relation": net.labels(x, rows, heads).argmax(1).numpy(),
        }


def by_onnx(model):
    """What the graph gives for the same window."""
    session = InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    window = [sample.paragraph for sample in samples(labelled(), encoder())]
    return dict(zip(names, session.run(names, window_arrays(window)), strict=True))


@pytest.fixture(scope="module", params=[2, 6])
def net(request):
    """A network that pools to words after two layers, and one that sees pieces to its end."""
    return small_network(pool=request.param)


def test_float_graph_equals_torch(net):
    """Without quantisation every score is torch's to 1e-4, and every choice is the same."""
    found, expected = by_onnx(build(net, quantised=False)), by_torch(net, batch())
    assert set(found) == set(expected)
    for key in NUMBERS:
        assert np.abs(found[key] - expected[key]).max() < 1e-4, key
    for key in ("upos", "head", "relation"):
        # The row of the window itself is no word.
        assert found[key][1:].tolist() == expected[key][1:].tolist(), key


def test_int8_graph_is_close(net):
    """Quantised, the scores stay near torch's, and the file is less than half of the size."""
    small, whole = (build(net, quantised=quantised) for quantised in (True, False))
    found, expected = by_onnx(small), by_torch(net, batch())
    for key in NUMBERS:
        assert np.corrcoef(found[key].ravel(), expected[key].ravel())[0, 1] > 0.95, key
    assert small.ByteSize() < whole.ByteSize() / 2


def test_graph_takes_what_the_reader_gives(net):
    """The inputs of the graph are the arrays of a window."""
    model = build(net, quantised=False)
    assert {given.name for given in model.graph.input} == set(window_arrays(encoder().encode(TEXT)))


def test_decoding_weights_travel_with_the_graph(net):
    """The reader finds the transitions, the opening scores and a confidence of the right size beside the graph."""
    meta = {entry.key: [float(v) for v in entry.value.split()] for entry in build(net, quantised=True).metadata_props}
    assert meta["transitions"] == pytest.approx(net.transitions.detach().flatten().tolist(), abs=1e-6)
    assert meta["opening"] == pytest.approx(net.opening.detach().tolist(), abs=1e-6)
    assert len(meta["confidence"]) == 8
