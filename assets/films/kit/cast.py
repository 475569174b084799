# SPDX-License-Identifier: MIT
"""The people of both films, and the poses they share."""

import math

from face import Look
from figures import Hand
from props import phone_back, phone_edge
from stage import INK, MAPLE, PAPER, SAND, TEAL, TEAL2, WHITE, at, box, key, smooth, text, wobble

GRANNY = Look(hair="bun", hair_colour="#C9CCCB", skin="#F0C9A6", top=TEAL2, inner=SAND,
              dress="cardigan", glasses=True, age=1.0, seed=3)
BOY = Look(hair="boy", hair_colour="#26262A", skin="#F2CBA6", top=PAPER, inner=TEAL,
           dress="tracksuit", child=1.0, shoulders=0.88, seed=5)
FAKE = Look(hair="boy", hair_colour="#33383B", skin="#E3C6AC", blush="#C99A86", lips="#94574C",
            top="#E4E6E0", inner="#37686B", dress="tracksuit", child=1.0, shoulders=0.88, seed=6)
LIN = Look(hair="bob", hair_colour="#2E2626", skin="#F3CDAE", top="#DFA23F", dress="sweater",
           lashes=True, shoulders=0.92, seed=8)
CALLER = Look(hair="slick", hair_colour="#1C2529", skin="#C9AE9B", blush="#A98578", lips="#8A4A43",
              top="#9DB4B6", inner="#2C474D", dress="shirt", headset=True, shoulders=1.06, seed=11)


def held_up(turn, case=TEAL):
    """A prop: the telephone held upright before one's face, its back to us."""
    def prop(c):
        c.save()
        c.translate(46, -8)
        c.rotate(-turn - 0.1)
        phone_back(c, case)
        c.restore()
    return prop


def at_ear(case=TEAL):
    """A prop: the telephone at the ear."""
    def prop(c):
        c.save()
        c.translate(18, 4)
        phone_edge(c, case)
        c.restore()
    return prop


def ear_hand(side, case=TEAL, t=0.0, down=0.0):
    """The hand with a telephone at the ear on one side (-1 left in the picture); down 0..1."""
    x = side * (104 + 20 * down)
    y = -252 + 190 * down + 2 * wobble(t, side)
    turn = -math.pi / 2 - side * (0.16 + 0.5 * down)
    return Hand((x, y), turn, "grip", prop=at_ear(case), flip=side < 0,
                joint=(side * (166 - 8 * down), -104 + 40 * down))


def voice(face, talk, t, who, energy=1.0):
    """Lets a face speak: mouth, and the small nods and brows that go with it."""
    open_, wide = talk.mouth(t, who)
    on = talk.speaking(t, who)
    face.open = max(face.open, open_ * energy)
    face.wide = face.wide * (1 - on) + wide * on
    face.nod += on * 0.10 * math.sin(t * 5.2)
    face.tilt += on * 0.018 * math.sin(t * 3.1 + 1)
    face.brow += on * 0.12 * math.sin(t * 3.7)
    return face


def end_words(c, t, first, second, english):
    """The words of an end card, right of the figure, and the two numbers."""
    size = 122 if max(len(first), len(second)) < 7 else 100
    for i, line in enumerate((first, second)):
        k = key(t, (0.3 + 0.35 * i, 0.0), (0.9 + 0.35 * i, 1.0, "out"))
        text(c, line, 920 + 60 * (1 - k), 270 + i * size * 1.32, size, TEAL, True, 0, k)
    text(c, english, 924, 270 + size * 1.32 + 84, 40 if len(english) < 44 else 37, INK, False, 0,
         smooth((t - 1.3) / 0.6))
    for i, (number, zh, en, colour) in enumerate((("110", "钱已转出", "Money already sent", MAPLE),
                                                  ("96110", "拿不准，先问", "Not sure? Ask first",
                                                   TEAL))):
        k = key(t, (2.2 + 0.4 * i, 0.0), (2.8 + 0.4 * i, 1.0, "over"))
        if k > 0.01:
            with at(c, 924 + (190, 620)[i], 690, max(0.02, k)):
                w = (380, 440)[i]
                box(c, -w / 2, -108, w, 232, 44, colour)
                text(c, number, 0, 4, 104, WHITE, True)
                text(c, zh, 0, 60, 40, WHITE, True)
                text(c, en, 0, 98, 27, WHITE)
