# SPDX-License-Identifier: MIT
"""Heads that turn, nod, look, blink and speak.

A head is drawn round (0, 0) between the ears, about 150 wide and 195 high. Features slide over
the round of the head by `turn` (-1 left .. 1 right) and `nod` (-1 up .. 1 down).
"""

import math
from dataclasses import dataclass, field

from stage import (INK, WHITE, at, blob, box, clamp, curve, darker, hash01, lighter, mix, oval,
                   paint, poly, smooth, trace)
from wardrobe import HAIR_BEHIND, HAIR_FRONT


@dataclass
class Look:
    """What a person looks like."""
    hair: str = "bob"            # bun, bob, boy, slick, or a name of wardrobe.HAIR_FRONT
    hair_colour: str = "#2B2A2E"
    skin: str = "#F0C7A2"
    blush: str = "#E58F73"
    lips: str = "#A9483F"
    top: str = "#1F7F7B"
    inner: str = "#EFE6D6"
    dress: str = "cardigan"      # cardigan, sweater, tracksuit, shirt, or of wardrobe.DRESS
    glasses: bool = False
    age: float = 0.0             # 0 young .. 1 old
    child: float = 0.0           # 1: rounder face, lower features
    lashes: bool = False
    headset: bool = False
    shoulders: float = 1.0
    hem: float = 200.0           # how far below the hips the top reaches
    seed: int = 1


@dataclass
class Face:
    """How a head is held and what it feels; every value may be animated."""
    turn: float = 0.0
    nod: float = 0.0
    tilt: float = 0.0            # radians
    look: tuple = (0.0, 0.0)     # where the eyes go, -1..1 each way
    lids: float = 1.0            # 0 shut, 1 calm, 1.35 wide
    squint: float = 0.0          # lower lid comes up, as in a true smile
    brow: float = 0.0            # raised 1, lowered -1
    worry: float = 0.0           # inner ends up 1; inner ends down (stern) -1
    smile: float = 0.15          # corners up 1, down -1
    open: float = 0.0            # of the mouth
    wide: float = 0.0            # mouth wide 1, pursed -1
    sway: float = 0.0            # hair and earrings lag behind the head by this much
    blink: bool = True
    extra: dict = field(default_factory=dict)


def blink_at(t, seed):
    """0 open .. 1 shut: one short blink in every span of about three seconds."""
    span = 3.1
    n = math.floor(t / span)
    start = n * span + 0.4 + 2.2 * hash01(n * 13 + seed * 7)
    x = (t - start) / 0.2
    if x < 0 or x > 1:
        return 0.0
    return smooth(x / 0.4) if x < 0.4 else 1 - smooth((x - 0.4) / 0.6)


def _outline(look, turn):
    k = look.child
    cx, jaw = 78 + 3 * k, 66 + 6 * k
    chin = 96 - 6 * k
    s = turn * 7
    right = [(46, -92), (74, -48), (cx, 4), (jaw + s * 0.4, 50), (40 + s, 84)]
    left = [(-x + 2 * (s if i == 4 else s * 0.4 if i == 3 else 0), y)
            for i, (x, y) in enumerate(right)]
    return [(0, -102)] + right + [(s * 1.3, chin)] + left[::-1]


def _ears(c, look, turn):
    for side in (-1, 1):
        hide = max(0.0, turn * side)
        x = side * (79 - hide * 14)
        with at(c, x, 14, 1 - 0.25 * hide, side * 0.12):
            oval(c, 0, 0, 15, 23, look.skin, darker(look.skin, 0.18), 2)
            curve(c, [(-5 * side, -9), (4 * side, -4), (1 * side, 8)], darker(look.skin, 0.25), 2.5)


def _eye(c, look, f, side, shut):
    far = max(0.0, f.turn * side)
    w = 17.5 * (1 - 0.22 * far) * (1 + 0.06 * look.child)
    h = 16.5 * clamp(f.lids, 0.0, 1.45) * (1 - shut) * (1 - 0.12 * look.age)
    low = h * (1 - 0.62 * f.squint)
    line = mix(INK, look.hair_colour, 0.3 if look.age < 0.5 else 0.05)
    if h < 3.2:
        sag = 5 if f.squint < 0.4 else -8 * f.squint
        curve(c, [(-w, 0), (0, sag), (w, 0)], line, 4.2)
        return
    c.save()
    top = [(-w, 1), (-w * 0.6, -h * 0.78), (0, -h), (w * 0.6, -h * 0.78), (w, 1)]
    bottom = [(w * 0.55, low * 0.72), (0, low * 0.92), (-w * 0.55, low * 0.72)]
    trace(c, top + bottom)
    paint(c, WHITE)
    trace(c, top + bottom)
    c.clip()
    ix, iy = f.look[0] * 7.5 + f.turn * 2, f.look[1] * 6
    oval(c, ix, iy - 0.5, 11.5 * (1 - 0.1 * far), 12.5, "#3A2A22")
    oval(c, ix, iy - 0.5, 6.5, 7.2, "#17110E")
    oval(c, ix - 4, iy - 5, 3.7, 4, WHITE)
    oval(c, ix + 4, iy + 4.5, 1.8, 1.9, WHITE, alpha=0.7)
    trace(c, top + [(w, -h - 8), (-w, -h - 8)])
    c.restore()
    curve(c, top, line, 4.6)
    if look.lashes:
        curve(c, [(side * w * 0.86, -h * 0.35), (side * (w + 6), -h * 0.62)], line, 3.6)
    curve(c, bottom, mix(look.skin, look.lips, 0.35), 1.8)


def _brow(c, look, f, side):
    y = -31 - 11 * f.brow - 3 * max(0.0, f.lids - 1) * 10 + 2 * f.squint
    inner, outer = y - 10 * f.worry, y + 5 * max(0.0, f.worry) + 4 * min(0.0, f.worry) * -0.4
    far = 1 - 0.2 * max(0.0, f.turn * side)
    colour = mix(look.hair_colour, look.skin, 0.12 if look.age < 0.5 else 0.0)
    if look.age > 0.5:
        colour = darker(look.hair_colour, 0.35)
    curve(c, [(side * -17 * far, inner + 1), (side * 2, (inner + outer) / 2 - 5),
              (side * 22 * far, outer + 2)], colour, 5.2 if not look.lashes else 4.2)


def _mouth(c, look, f):
    w = 21 * (1 + 0.28 * f.wide + 0.16 * max(0.0, f.smile)) * (1 - 0.1 * abs(f.turn))
    lift = -11 * f.smile
    line = mix(look.lips, INK, 0.25)
    if f.open < 0.06:
        curve(c, [(-w, lift * 0.75), (-w * 0.5, lift * 0.05 + 1), (0, -lift * 0.22 + 1),
                  (w * 0.5, lift * 0.05 + 1), (w, lift * 0.75)], line, 4.6)
        return
    drop = 4 + 29 * f.open
    up = -3 - 4 * f.open
    shape = [(-w, lift * 0.6), (-w * 0.5, up + lift * 0.1), (0, up + 1.5),
             (w * 0.5, up + lift * 0.1),
             (w, lift * 0.6), (w * 0.62, drop * 0.72), (0, drop), (-w * 0.62, drop * 0.72)]
    blob(c, shape, "#6B2723")
    c.save()
    trace(c, shape)
    c.clip()
    oval(c, 0, drop + 3, w * 0.62, 7 + 9 * f.open, "#DB7C6B")
    if f.open > 0.22:
        box(c, -w * 0.72, up - 4, w * 1.44, 6 + 6 * f.open, 4, WHITE)
    c.restore()
    trace(c, shape)
    paint(c, None, line, 3.2)


def _features(c, look, f, t):
    shut = blink_at(t, look.seed) if f.blink else 0.0
    sx, sy = f.turn * 25, f.nod * 15 + 7 * look.child
    gap = 34
    for side in (-1, 1):
        x = sx + side * gap * (1 - 0.16 * max(0.0, f.turn * side))
        oval(c, x + side * 13, sy + 38, 19, 13, look.blush,
             alpha=0.20 + 0.14 * max(0.0, f.smile) + 0.1 * look.child)
        if look.age > 0.5:
            soft = darker(look.skin, 0.2)
            curve(c, [(x + side * 25, sy - 2), (x + side * 33, sy - 6)], soft, 2.4)
            curve(c, [(x + side * 26, sy + 5), (x + side * 34, sy + 6)], soft, 2.4)
            curve(c, [(x - 12, sy + 24), (x, sy + 28), (x + 12, sy + 24)], soft, 2.2, 0.7)
        with at(c, x, sy):
            _eye(c, look, f, side, shut)
            _brow(c, look, f, side)
    nose = darker(look.skin, 0.24)
    nx = sx * 1.32
    curve(c,
          [(nx - 8 + f.turn * 9, sy + 26), (nx + f.turn * 3, sy + 32),
           (nx + 9 + f.turn * 5, sy + 27)],
          nose, 3.6)
    if look.age > 0.5:
        for side in (-1, 1):
            x = sx * 1.1 + side * 30
            curve(c, [(x - side * 5, sy + 34), (x + side * 4, sy + 46), (x + side * 5, sy + 60)],
                  nose, 2.4, 0.8)
    with at(c, sx * 1.14, sy + 56 - 2 * look.child):
        _mouth(c, look, f)
    if look.glasses:
        _glasses(c, f, sx, sy, gap)


def _glasses(c, f, sx, sy, gap):
    frame = "#8A6A3C"
    xs = [sx + s * gap * (1 - 0.16 * max(0.0, f.turn * s)) for s in (-1, 1)]
    for s, x in zip((-1, 1), xs):
        rx = 28 * (1 - 0.12 * max(0.0, f.turn * s))
        oval(c, x, sy + 3, rx, 27, WHITE, None, alpha=0.14)
        oval(c, x, sy + 3, rx, 27, None, frame, 4)
        curve(c, [(x - 12, sy - 12), (x - 2, sy - 17)], WHITE, 3, 0.7)
        curve(c, [(x + s * rx, sy), (s * 77, sy + 2)], frame, 3.5)
    curve(c, [(xs[0] + 27, sy + 1), (sx, sy - 5), (xs[1] - 27, sy + 1)], frame, 4)


# ---- hair -------------------------------------------------------------------------------------

def draw_hair_behind(c, look, f):
    h, s = look.hair_colour, f.sway * 26
    if look.hair == "bun":
        oval(c, 4 + s * 1.2 - f.turn * 14, -126 + f.nod * 6, 40, 36, h, darker(h, 0.12), 3)
        curve(c, [(-18 + s - f.turn * 14, -132), (4 + s - f.turn * 14, -144),
                  (28 + s - f.turn * 14, -126)], darker(h, 0.14), 3)
        blob(c, [(0, -114), (60, -100), (91, -46), (90, 24), (66, 66), (-66, 66), (-90, 24),
                 (-91, -46), (-60, -100)], darker(h, 0.1))
    elif look.hair == "bob":
        blob(c, [(0, -122), (70, -104), (102, -40), (106 + s * 0.5, 40), (104 + s, 112),
                 (66 + s, 128), (-66 + s, 128), (-104 + s, 112), (-106 + s * 0.5, 40),
                 (-102, -40), (-70, -104)], darker(h, 0.25))
    elif look.hair in ("boy", "slick"):
        blob(c, [(0, -118), (62, -104), (90, -52), (88, 8), (70, 40), (-70, 40), (-88, 8),
                 (-90, -52), (-62, -104)], darker(h, 0.2))
    else:
        HAIR_BEHIND[look.hair](c, look, f)


def _hair_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    shine = lighter(h, 0.16 if look.age < 0.5 else 0.35)
    if look.hair == "bun":
        blob(c, [(-84, 16), (-92, -40), (-66, -98), (0, -122), (66, -98), (92, -40), (84, 16),
                 (76, -14), (62 + s, -50 + u), (22 + s, -72 + u), (-8 + s, -80 + u),
                 (-44 + s, -62 + u), (-72, -22)], h)
        for k in (-1, 1):
            curve(c, [(k * 10 + s, -82 + u), (k * 44 + s * 0.5, -84), (k * 78, -36)],
                  darker(h, 0.12), 2.6)
        curve(c, [(-50, -92), (-10, -110), (30, -108)], shine, 5, 0.8)
    elif look.hair == "bob":
        blob(c, [(-88, 70), (-100, 0), (-88, -70), (-44, -116), (24, -122), (80, -88), (101, -20),
                 (92, 66), (80, 20), (74, -18), (58 + s, -52 + u), (26 + s, -66 + u),
                 (-18 + s, -44 + u), (-62 + s * 0.6, -16 + u), (-76, 22)], h)
        curve(c, [(26 + s, -68 + u), (44 + s * 0.5, -96), (30, -116)], darker(h, 0.4), 2.6)
        curve(c, [(-70, -66), (-40, -98), (4, -108)], shine, 7, 0.8)
    elif look.hair == "boy":
        blob(c, [(-84, 12), (-94, -40), (-74, -98), (-20, -128), (40, -126), (82, -92), (94, -36),
                 (84, 12), (78, -26), (66 + s, -58 + u), (30 + s, -70 + u), (-20 + s, -68 + u),
                 (-62 + s, -56 + u), (-76, -24)], h)
        for x, y, w in ((-56, -34, 19), (-26, -44, 20), (8, -40, 21), (38, -46, 19), (62, -38, 14)):
            poly(c, [(x - w + s * 0.8, -74 + u), (x + w + s * 0.8, -74 + u),
                     (x - 8 + s + f.sway * 10, y + u)], h, h, 7)
        curve(c, [(-62, -84), (-30, -106), (14, -110)], shine, 6, 0.8)
    elif look.hair == "slick":
        blob(c,
             [(-83, 6), (-92, -46), (-70, -102), (-10, -126), (56, -112), (90, -54), (83, 6),
              (74, -34), (56 + s, -66 + u), (10 + s, -72 + u), (-40 + s, -58 + u), (-72, -28)],
             h)
        curve(c, [(-52, -66), (0, -100), (60, -86)], shine, 5, 0.6)
    else:
        HAIR_FRONT[look.hair](c, look, f)


def _headset(c, f):
    curve(c, [(-84, 8), (-88, -58), (-52, -116), (0, -132), (52, -116), (88, -58), (84, 8)],
          "#22343A", 11)
    for k in (-1, 1):
        box(c, k * 84 - 15, -14, 30, 54, 14, "#22343A", "#3C5258", 3)
    mx, my = f.turn * 30 - 26, 78 + f.nod * 12
    curve(c, [(-84, 30), (-80, 66), (-52, 86), (mx, my)], "#22343A", 6)
    oval(c, mx, my, 12, 8, "#22343A", "#3C5258", 2)


def draw_head(c, look, f, t):
    """Draws the head round the origin; neck and back hair are the body's."""
    with at(c, 0, 0, 1, f.tilt):
        _ears(c, look, f.turn)
        edge = darker(look.skin, 0.16)
        shape = _outline(look, f.turn)
        blob(c, shape, look.skin, edge, 2.4)
        c.save()
        trace(c, shape)
        c.clip()
        s = f.turn * 30
        blob(c, [(s - 92, -110), (s - 58, -60), (s - 64, 30), (s - 40, 110), (s - 130, 120),
                 (s - 130, -110)], darker(look.skin, 0.3), alpha=0.12)
        c.restore()
        _features(c, look, f, t)
        _hair_front(c, look, f)
        if look.headset:
            _headset(c, f)
