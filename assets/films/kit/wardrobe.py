# SPDX-License-Identifier: MIT
"""More hair, hats and clothes for the people of `face.py` and `figures.py`, by their names."""

import math

from stage import WHITE, blob, box, curve, darker, lighter, oval, poly


def _cap_behind(c, look):
    h = look.hair_colour
    blob(c, [(0, -118), (62, -104), (90, -52), (88, 8), (70, 40), (-70, 40), (-88, 8),
             (-90, -52), (-62, -104)], darker(h, 0.2))


# ---- swept: an old man's hair, combed back from a high forehead --------------------------------

def swept_behind(c, look, f):
    h = look.hair_colour
    blob(c, [(0, -112), (60, -100), (88, -52), (88, 4), (74, 36), (-74, 36), (-88, 4),
             (-88, -52), (-60, -100)], darker(h, 0.18))


def swept_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    blob(c, [(-82, 14), (-93, -40), (-76, -96), (-14, -122), (52, -114), (90, -58), (82, 14),
             (75, -30), (62 + s, -74 + u), (24 + s, -88 + u), (-30 + s, -82 + u), (-72, -34)], h)
    for k in (-34, -4, 28):
        curve(c, [(k + s, -84 + u), (k + s * 0.4 - 4, -104), (k - 12, -116)], darker(h, 0.16), 2.6)
    curve(c, [(-58, -84), (-30, -104), (6, -112)], lighter(h, 0.5), 5, 0.8)
    for k in (-1, 1):  # Lines of a forehead that has seen something.
        curve(c, [(s * 1.6 - 22, -62 + u + 5 * k), (s * 1.6, -65 + u + 5 * k),
                  (s * 1.6 + 22, -62 + u + 5 * k)], darker(look.skin, 0.2), 2, 0.6)


# ---- perm: an old woman's short curls ----------------------------------------------------------

def perm_behind(c, look, f):
    h = darker(look.hair_colour, 0.14)
    for i in range(15):
        a = math.pi * (0.9 + 1.2 * i / 14)
        oval(c, 96 * math.cos(a) + f.sway * 8, -20 + 96 * math.sin(a), 31, 30, h)
    for k in (-1, 1):
        oval(c, k * 92 + f.sway * 14, 26, 27, 30, h)
        oval(c, k * 82 + f.sway * 18, 58, 22, 24, h)


def perm_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 12, f.nod * 6
    curls = ((-86, -14, 22), (-84, -48, 26), (-62, -78, 28), (-32, -96, 30), (4, -104, 31),
             (38, -98, 30), (66, -78, 28), (86, -46, 25), (87, -12, 21), (-46 + s, -66 + u, 22),
             (-12 + s, -76 + u, 23), (24 + s, -74 + u, 22), (54 + s, -60 + u, 20))
    for x, y, r in curls:
        oval(c, x, y, r, r * 0.94, h)
    for i, (x, y, r) in enumerate(curls):
        turn = 0.6 * (i % 3)
        curve(c, [(x + r * 0.62 * math.cos(turn + k), y + r * 0.55 * math.sin(turn + k))
                  for k in (2.6, 3.7, 4.8)], darker(h, 0.17), 2.6, 0.8)


# ---- tails: a girl's two plaits; tails_cap with the yellow school cap over them -----------------

def tails_behind(c, look, f):
    h, w = look.hair_colour, f.sway * 30
    _cap_behind(c, look)
    for k in (-1, 1):
        pts = [(k * 84, 24), (k * 108 + w * 0.4, 66), (k * 104 + w, 118), (k * 96 + w * 1.2, 158)]
        curve(c, pts, darker(h, 0.3), 40)
        curve(c, pts, h, 34)
        oval(c, k * 90, 34, 15, 15, "#D9932B")
        for j in (0.35, 0.6, 0.85):
            x = k * (100 - 6 * j) + w * j
            curve(c, [(x - 13, 40 + 118 * j), (x, 50 + 118 * j), (x + 13, 40 + 118 * j)],
                  darker(h, 0.35), 2.6)


def tails_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    blob(c, [(-84, 26), (-94, -36), (-74, -98), (-16, -124), (40, -122), (82, -90), (94, -36),
             (84, 26), (78, -20), (68 + s, -52 + u), (34 + s, -60 + u), (-14 + s, -62 + u),
             (-58 + s, -52 + u), (-77, -18)], h)
    for x, y, w in ((-54, -32, 20), (-20, -38, 22), (18, -38, 22), (52, -32, 19)):
        poly(c, [(x - w + s * 0.8, -70 + u), (x + w + s * 0.8, -70 + u),
                 (x - 4 + s + f.sway * 8, y + u)], h, h, 9)
    curve(c, [(-60, -80), (-28, -102), (16, -106)], lighter(h, 0.18), 6, 0.8)


def tails_cap_front(c, look, f):
    tails_front(c, look, f)
    s, u = f.turn * 10, f.nod * 9
    cap, edge = "#F2B632", "#B97B1C"
    blob(c, [(-90, -62 + u * 0.4), (-86, -104), (-44, -142), (20, -146), (72, -120), (91, -62),
             (60, -74 + u), (0, -80 + u), (-60, -74 + u)], cap, edge, 3)
    for k in (-44, 0, 44):
        curve(c, [(k + s, -78 + u), (k * 0.8 + s * 0.5, -112), (k * 0.35, -142)], edge, 2.4, 0.7)
    blob(c, [(-112 + s, -50 + u), (-88 + s, -74 + u), (0 + s * 1.3, -88 + u), (88 + s, -74 + u),
             (112 + s, -50 + u), (60 + s * 1.3, -62 + u), (0 + s * 1.6, -66 + u),
             (-60 + s * 1.3, -62 + u)], lighter(cap, 0.15), edge, 3)
    oval(c, 0, -144, 9, 6, edge)


# ---- crop: a man's short hair under a flat cap -------------------------------------------------

def flat_cap_behind(c, look, f):
    swept_behind(c, look, f)


def flat_cap_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 7
    for k in (-1, 1):
        blob(c, [(k * 82, 18), (k * 93, -20), (k * 88, -66), (k * 70, -70), (k * 74, -20)], h)
    cap = "#5B6A66"
    edge = darker(cap, 0.3)
    blob(c, [(-94, -58), (-92, -98), (-50, -132), (16, -136), (76, -118), (96, -84), (94, -56),
             (50 + s, -66 + u), (0 + s, -70 + u), (-52 + s, -66 + u)], cap, edge, 3)
    blob(c, [(-70 + s * 1.5, -66 + u), (-30 + s * 1.8, -80 + u), (30 + s * 1.8, -80 + u),
             (72 + s * 1.5, -66 + u), (60 + s * 2, -46 + u), (0 + s * 2.2, -40 + u),
             (-60 + s * 2, -46 + u)], darker(cap, 0.15), edge, 3)
    curve(c, [(-70, -96), (-30, -116), (20, -120)], lighter(cap, 0.2), 4, 0.8)


# ---- tied: a woman's hair, parted at the side and tied low ---------------------------------------

def tied_behind(c, look, f):
    h, w = look.hair_colour, f.sway * 26
    pts = [(56 - f.turn * 30, 40), (96 + w * 0.4 - f.turn * 24, 84), (98 + w - f.turn * 18, 150)]
    curve(c, pts, darker(h, 0.3), 44)
    curve(c, pts, h, 38)
    _cap_behind(c, look)


def tied_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 14, f.nod * 6
    blob(c, [(-86, 30), (-93, -38), (-68, -98), (0, -122), (68, -98), (93, -38), (86, 30),
             (79, -12), (66 + s, -46 + u), (34 + s, -70 + u), (22 + s, -84 + u),
             (-14 + s, -60 + u), (-54 + s, -38 + u), (-77, -4)], h)
    curve(c, [(22 + s, -86 + u), (28 + s * 0.6, -104), (22, -119)], darker(h, 0.45), 2.6)
    for k in (-1, 0):
        curve(c, [(14 + s + 8 * k, -84 + u), (-34 + s * 0.6 + 8 * k, -74), (-80, -24 + 8 * k)],
              lighter(h, 0.12), 2.4, 0.7)
    curve(c, [(-58, -82), (-26, -104), (10, -110)], lighter(h, 0.2), 6, 0.8)


HAIR_BEHIND = {"tied": tied_behind, "swept": swept_behind, "perm": perm_behind,
               "tails": tails_behind, "tails_cap": tails_behind, "flat_cap": flat_cap_behind}
HAIR_FRONT = {"tied": tied_front, "swept": swept_front, "perm": perm_front, "tails": tails_front,
              "tails_cap": tails_cap_front, "flat_cap": flat_cap_front}


# ---- clothes: drawn inside the outline of the torso -------------------------------------------

def jacket(c, look, edge):
    """A zipped jacket over a shirt with its collar out."""
    poly(c, [(-30, -250), (30, -250), (0, -168)], look.inner)
    curve(c, [(0, -168), (0, 200)], edge, 5)
    curve(c, [(3, -160), (3, 200)], lighter(look.top, 0.35), 1.6)
    for k in (-1, 1):
        poly(c, [(k * 2, -172), (k * 34, -252), (k * 66, -236), (k * 40, -178)],
             darker(look.top, 0.12), edge, 2.5)
        poly(c, [(0, -196), (k * 20, -248), (k * 36, -240), (k * 16, -188)],
             lighter(look.inner, 0.5), darker(look.inner, 0.25), 2)
        curve(c, [(k * 44, 26), (k * 74, -8)], edge, 5)
    box(c, 40, -120, 38, 6, 2, edge)


def suit(c, look, edge):
    """Jacket with lapels, white shirt, tie."""
    poly(c, [(-42, -250), (42, -250), (26, -120), (0, -16), (-26, -120)], "#F3F1EA")
    poly(c, [(-11, -216), (11, -216), (16, -80), (0, -52), (-16, -80)], look.inner,
         darker(look.inner, 0.3), 2)
    poly(c, [(-14, -228), (14, -228), (10, -202), (-10, -202)], darker(look.inner, 0.15))
    curve(c, [(0, -16), (0, 200)], edge, 3.5)
    for k in (-1, 1):
        poly(c, [(0, -222), (k * 36, -250), (k * 42, -204)], WHITE, "#C9C7BE", 2.2)
        poly(c, [(k * 36, -250), (k * 58, -244), (k * 74, -150), (k * 56, -146), (k * 60, -128),
                 (0, -14), (k * 26, -126)], lighter(look.top, 0.1), edge, 2.6)
    oval(c, 4, 20, 5, 5, darker(look.top, 0.5))
    poly(c, [(52, -134), (80, -134), (76, -150), (66, -142), (58, -152)], WHITE)


def uniform(c, look, edge):
    """A plain light service shirt: tie, shoulder straps, pockets. No real badge."""
    curve(c, [(0, -200), (0, 200)], darker(look.top, 0.2), 3)
    poly(c, [(-11, -216), (11, -216), (15, -60), (0, -36), (-15, -60)], look.inner,
         darker(look.inner, 0.3), 2)
    poly(c, [(-14, -226), (14, -226), (10, -202), (-10, -202)], darker(look.inner, 0.15))
    for k in (-1, 1):
        poly(c, [(0, -222), (k * 36, -250), (k * 44, -200)], lighter(look.top, 0.3),
             darker(look.top, 0.25), 2.5)
        poly(c, [(k * 56, -220), (k * 96, -204), (k * 104, -186), (k * 60, -204)], look.inner,
             darker(look.inner, 0.3), 2)
        box(c, k * 50 - 24, -132, 48, 54, 5, None, edge, 2.6)
        poly(c, [(k * 50 - 24, -132), (k * 50 + 24, -132), (k * 50, -112)], None, edge, 2.6)


def tee(c, look, edge):
    """A shirt with short sleeves and a broad stripe."""
    blob(c, [(-130, -150), (0, -140), (130, -150), (130, -96), (0, -86), (-130, -96)], look.inner)
    blob(c, [(-46, -252), (46, -252), (36, -222), (0, -206), (-36, -222)], lighter(look.top, 0.25),
         edge, 2.4)


DRESS = {"jacket": jacket, "suit": suit, "uniform": uniform, "tee": tee}
SHORT_SLEEVES = {"tee"}      # The forearm is bare.
INNER_SLEEVES = {"tracksuit"}  # The sleeves have the inner colour.
