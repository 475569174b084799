# SPDX-License-Identifier: MIT
"""假客服的“退款”: which function draws which shot of the storyboard."""

import storyboard_refund as board
from refund_call import TALK, fright, home, install, knows, mirror, threat, unknown
from refund_stop import app, cut, dark, end, neighbour, relief, stop

__all__ = ["SCENES", "TALK", "board"]

SCENES = {"home": home, "unknown": unknown, "knows": knows, "threat": threat, "fright": fright,
          "install": install, "mirror": mirror, "stop": stop, "cut": cut, "dark": dark, "app": app,
          "relief": relief, "neighbour": neighbour, "end": end}
