# SPDX-License-Identifier: MIT
"""先问一句: which function draws which shot of the storyboard."""

import storyboard_lecture as board
from ask_shots import chess, dial, end, line, sees
from people import HELD, ONCE
from talk_shots import TALK, dream, hall, home, pay, promise, torn

__all__ = ["HELD", "ONCE", "SCENES", "TALK", "board"]

SCENES = {"hall": hall, "promise": promise, "dream": dream, "home": home, "pay": pay, "torn": torn,
          "line": line, "dial": dial, "sees": sees, "chess": chess, "end": end}
