# SPDX-License-Identifier: MIT
"""A noise that only this film needs: a few coins."""

import numpy as np

from sound import RATE, add, note


def coins():
    out = np.zeros(int(0.9 * RATE))
    for i, m in enumerate((100, 104, 107)):
        add(out, i * 0.07, note(m, 0.6), 0.10)
    return out


ONCE = {"coins": coins}
