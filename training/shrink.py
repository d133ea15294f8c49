"""A trained network -> a narrower one: attention heads and inner neurons that matter least are cut.

What matters is told by the first-order Taylor term |activation x gradient| summed over training batches (Molchanov et
al. 2017; Michel et al. 2019 for heads). The narrow network then learns on, with the wide one as its teacher.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.network import HEAD, Layer, Network


class _Watched(nn.Module):
    """A layer that keeps what flows through its heads and inner neurons, with gradients."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.mixed = self.active = torch.zeros(0)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        layer = self.layer
        b, n, _ = x.shape
        q, k, v = layer.qkv(x).view(b, n, 3, layer.heads, HEAD).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        self.mixed = mixed.transpose(1, 2).reshape(b, n, layer.heads * HEAD)
        self.mixed.retain_grad()
        x = layer.norm1(x + layer.out(self.mixed))
        self.active = F.gelu(layer.up(x))
        self.active.retain_grad()
        return layer.norm2(x + layer.down(self.active))


def shrink(
    net: Network,
    batches: Iterable[dict[str, Tensor]],
    loss: Callable[[Network, dict[str, Tensor]], Tensor],
    *,
    shape: dict[str, int],
) -> Network:
    """`net` cut to `shape`: heads and inner neurons left in every layer, and where it pools."""
    watched = [_Watched(layer) for layer in net.layers]  # type: ignore[arg-type]
    whole, net.layers = net.layers, nn.ModuleList(watched)
    head_weight = [torch.zeros(w.layer.heads) for w in watched]
    inner_weight = [torch.zeros(w.layer.up.out_features) for w in watched]
    net.eval()
    for batch in batches:
        net.zero_grad()
        loss(net, batch).backward()  # type: ignore[no-untyped-call]
        for k, w in enumerate(watched):
            assert w.mixed.grad is not None
            assert w.active.grad is not None
            per_head = (w.mixed * w.mixed.grad).float().view(*w.mixed.shape[:2], -1, HEAD).sum(3)
            head_weight[k] += per_head.abs().sum((0, 1)).detach()
            inner_weight[k] += (w.active * w.active.grad).float().abs().sum((0, 1)).detach()
    net.layers = whole
    small = Network(**shape)
    small.load_state_dict({k: v for k, v in net.state_dict().items() if not k.startswith("layers.")}, strict=False)
    for k, layer in enumerate(small.layers):
        kept_heads = head_weight[k].topk(shape["heads"]).indices.sort().values
        kept_inner = inner_weight[k].topk(shape["inner"]).indices.sort().values
        _copy(whole[k], layer, kept_heads, kept_inner)  # type: ignore[arg-type]
    return small


def _copy(wide: Layer, narrow: Layer, heads: Tensor, inner: Tensor) -> None:
    columns = (heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
    three = torch.cat([columns + part * wide.heads * HEAD for part in range(3)])
    with torch.no_grad():
        narrow.qkv.weight.copy_(wide.qkv.weight[three])
        narrow.qkv.bias.copy_(wide.qkv.bias[three])
        narrow.out.weight.copy_(wide.out.weight[:, columns])
        narrow.out.bias.copy_(wide.out.bias)
        narrow.up.weight.copy_(wide.up.weight[inner])
        narrow.up.bias.copy_(wide.up.bias[inner])
        narrow.down.weight.copy_(wide.down.weight[:, inner])
        narrow.down.bias.copy_(wide.down.bias)
        for part in ("norm1", "norm2"):
            getattr(narrow, part).load_state_dict(getattr(wide, part).state_dict())
