# SPDX-License-Identifier: MIT
"""第六个“不”: which function draws which shot of the storyboard."""

import storyboard_river as board
from river_before import TALK, invite, nots, offer, river, slip
from river_rescue import (call, end, heard, pull, reach, safe, seen, shout, silent, sixth, throw)
from river_sound import HELD, ONCE

__all__ = ["HELD", "ONCE", "SCENES", "TALK", "board"]

SCENES = {"river": river, "invite": invite, "nots": nots, "offer": offer, "slip": slip,
          "silent": silent, "seen": seen, "sixth": sixth, "shout": shout, "heard": heard,
          "call": call, "reach": reach, "throw": throw, "pull": pull, "safe": safe, "end": end}
