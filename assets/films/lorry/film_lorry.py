# SPDX-License-Identifier: MIT
"""大车转弯: which function draws which shot of the storyboard."""

import storyboard_lorry as board
from after_shots import above, cross, end, granny
from people import HELD, ONCE
from street_shots import TALK, back, cab, corner, grab, loom, passing, signal, walk

__all__ = ["HELD", "ONCE", "SCENES", "TALK", "board"]

SCENES = {"walk": walk, "corner": corner, "signal": signal, "grab": grab, "cab": cab, "loom": loom,
          "back": back, "passing": passing, "above": above, "cross": cross, "granny": granny,
          "end": end}
