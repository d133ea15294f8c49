"""How alike each two of some things are -> clusters, by average linkage.

Two clusters are joined while the mean likeness between their members is at least as asked, the most alike first (UPGMA;
Sokal and Michener 1958). One wrong link does not join two clusters whose other members are unlike.

>>> average_link([[1.0, 0.9, 0.2], [0.9, 1.0, 0.1], [0.2, 0.1, 1.0]], 0.5)
[0, 0, 2]
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike


def average_link(likeness: ArrayLike, least: float) -> list[int]:
    """For each thing the first member of its cluster; `likeness` is symmetric, `[n, n]`; its diagonal is not read.

    Of clusters that are equally alike, the first two are joined.
    """
    mean = np.array(likeness, dtype=np.float64)
    count = len(mean)
    np.fill_diagonal(mean, -np.inf)
    size, first = np.ones(count), np.arange(count)
    while count > 1:
        a, b = sorted(divmod(int(mean.argmax()), count))
        if mean[a, b] < least:
            break
        joined = (size[a] * mean[a] + size[b] * mean[b]) / (size[a] + size[b])
        joined[a] = -np.inf
        mean[a], mean[:, a] = joined, joined
        mean[b], mean[:, b] = -np.inf, -np.inf
        size[a] += size[b]
        first[first == b] = a
    return [int(name) for name in first]


def same_name(names: Sequence[object]) -> list[int]:
    """The same for things that are alike where they have one name."""
    place: dict[object, int] = {}
    return [place.setdefault(name, n) for n, name in enumerate(names)]
