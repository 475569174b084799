# SPDX-License-Identifier: MIT
"""Things: telephones, hands seen close, speech pictures, cups, plants, a cat."""

import math

from stage import (AMBER, Entered, HONEY, INK, MAPLE, MINT, TEAL, TEAL2, WHITE, at, blob, box,
                   curve, darker, lighter, limb, mix, oval, overshoot, poly, text, wobble)

PHONE_W, PHONE_H = 400.0, 800.0


def phone(c, screen, on=1.0, case=INK):
    """A telephone seen from the front, its middle at the origin; screen(c) draws 400 x 800."""
    box(c, -218, -420, 436, 840, 58, case, lighter(case, 0.25), 4)
    c.save()
    with at(c, -PHONE_W / 2, -PHONE_H / 2):
        box(c, 0, 0, PHONE_W, PHONE_H, 42, "#101A1D")
        if on > 0.01:
            box(c, 0, 0, PHONE_W, PHONE_H, 42, None)
            c.new_path()
            _round(c, PHONE_W, PHONE_H, 42)
            c.clip()
            screen(c)
            if on < 1:
                box(c, 0, 0, PHONE_W, PHONE_H, 0, "#101A1D", alpha=1 - on)
    c.restore()
    with at(c, -PHONE_W / 2, -PHONE_H / 2):
        oval(c, PHONE_W / 2, 20, 9, 9, "#101A1D")
        c.save()
        _round(c, PHONE_W, PHONE_H, 42)
        c.clip()
        poly(c, [(290, -10), (410, -10), (410, 330), (90, 810), (-40, 810)], WHITE, alpha=0.035)
        c.restore()


def _round(c, w, h, r):
    c.new_path()
    for x, y, a in ((w - r, r, -90), (w - r, h - r, 0), (r, h - r, 90), (r, r, 180)):
        c.arc(x, y, r, math.radians(a), math.radians(a + 90))
    c.close_path()


def phone_back(c, case=TEAL):
    """The back of a telephone as the person facing us holds it; about 84 x 160."""
    box(c, -42, -82, 84, 164, 16, case, darker(case, 0.4), 3)
    box(c, -34, -74, 34, 34, 9, darker(case, 0.35))
    oval(c, -25, -65, 6, 6, INK, lighter(case, 0.4), 2)
    oval(c, -9, -49, 6, 6, INK, lighter(case, 0.4), 2)


def phone_edge(c, case=TEAL):
    """A telephone at the ear: seen nearly from its edge, lying along x."""
    box(c, -30, -13, 128, 24, 10, case, darker(case, 0.4), 3)
    box(c, -26, -11, 120, 7, 4, lighter(case, 0.25))


def call_icon(c, x, y, r, colour, hang=False):
    """A round telephone button; hang turns the receiver over."""
    oval(c, x, y, r, r, colour)
    with at(c, x, y, r / 60, 2.36 if hang else 0):
        curve(c, [(-19, -25), (-24, -8), (-6, 15), (12, 24), (25, 17)], WHITE, 11)
        limb(c, (-19, -25), (-11, -13), 9, 9, WHITE)
        limb(c, (25, 17), (13, 10), 9, 9, WHITE)


def parcel_icon(c, x, y, s):
    with at(c, x, y, s):
        poly(c, [(-46, -22), (0, -46), (46, -22), (46, 30), (0, 54), (-46, 30)], "#CFA36B",
             darker("#CFA36B", 0.35), 4)
        poly(c, [(-46, -22), (0, 2), (46, -22), (0, -46)], "#E3BE8C", darker("#CFA36B", 0.35), 4)
        curve(c, [(0, 2), (0, 54)], darker("#CFA36B", 0.35), 4)
        poly(c, [(-28, -31), (18, -8), (30, -14), (-16, -38)], AMBER)


def shield_icon(c, x, y, s, colour=TEAL2):
    with at(c, x, y, s):
        blob(c, [(0, -54), (24, -44), (46, -38), (44, 6), (26, 36), (0, 54), (-26, 36), (-44, 6),
                 (-46, -38), (-24, -44)], colour, darker(colour, 0.3), 4)
        curve(c, [(-18, 0), (-5, 14), (20, -14)], WHITE, 10)


def coin(c, x, y, r, turn=0.0):
    """A coin that may spin about its upright axis."""
    w = abs(math.cos(turn))
    oval(c, x, y, r * max(0.12, w), r, HONEY, darker(AMBER, 0.2), max(2, r * 0.09))
    if w > 0.4:
        with at(c, x, y, r / 40):
            c.scale(w, 1)
            text(c, "¥", 0, 17, 48, darker(AMBER, 0.35), True)


def broken_phone_icon(c, x, y, s):
    with at(c, x, y, s, -0.14):
        box(c, -32, -56, 64, 112, 12, INK)
        box(c, -25, -46, 50, 92, 5, "#7FA9AC")
        curve(c, [(-25, -20), (-4, -6), (-12, 8), (10, 20), (25, 46)], WHITE, 3.4)
        curve(c, [(-4, -6), (12, -18), (25, -44)], WHITE, 3.4)
        curve(c, [(10, 20), (24, 12)], WHITE, 3)
        curve(c, [(-12, 8), (-25, 24)], WHITE, 3)


def clock_icon(c, x, y, s, t):
    with at(c, x, y, s):
        oval(c, 0, 0, 48, 48, WHITE, MAPLE, 8)
        for a, r, w in ((t * 5, 34, 6), (t * 0.5, 22, 8)):
            curve(c, [(0, 0), (r * math.sin(a), -r * math.cos(a))], INK, w)


def house_icon(c, x, y, s):
    """Home with a keyhole in the form of a heart."""
    with at(c, x, y, s):
        poly(c, [(-52, -4), (0, -52), (52, -4)], TEAL, TEAL, 10)
        box(c, -38, -6, 76, 56, 6, TEAL2)
        blob(c, [(0, 36), (-20, 14), (-16, -2), (-5, 0), (0, 6), (5, 0), (16, -2), (20, 14)], HONEY)


def hush_icon(c, x, y, s):
    """A father's head struck out: not to be told."""
    with at(c, x, y, s):
        blob(c, [(-34, 56), (-28, 30), (0, 22), (28, 30), (34, 56)], TEAL)
        oval(c, 0, -2, 27, 31, "#EBC09A")
        blob(c, [(-29, -2), (-27, -30), (0, -42), (27, -30), (29, -2), (18, -16), (-14, -18)], INK)
        for k in (-1, 1):
            oval(c, k * 10, -1, 4, 5, INK)
        curve(c, [(-9, 14), (0, 18), (9, 14)], "#8A3B33", 3.5)
        curve(c, [(-46, 46), (46, -46)], MAPLE, 10)


def bubble(c, x, y, w, h, k, tail=(0.0, 0.0), fill=WHITE, thought=False):
    """A speech picture of w x h round (x, y), grown to k (0..1), its tail towards `tail`."""
    if k <= 0.01:
        return None
    s = max(0.02, overshoot(k))
    frame = at(c, x + (tail[0] - x) * (1 - s) * 0.6, y + (tail[1] - y) * (1 - s) * 0.6, s)
    frame.__enter__()
    dx, dy = tail[0] - x, tail[1] - y
    d = math.hypot(dx, dy) or 1
    box(c, -w / 2 + 5, -h / 2 + 9, w, h, 46, INK, alpha=0.12)
    if thought:
        for i, r in ((0.62, 19), (0.78, 12), (0.9, 8)):
            oval(c, dx * i, dy * i, r, r, fill)
    else:
        px, py = -dy / d * 26, dx / d * 26
        mx, my = dx * 0.2, dy * 0.2
        poly(c, [(mx + px, my + py), (mx - px, my - py), (dx * 0.86, dy * 0.86)], fill, fill, 8)
    box(c, -w / 2, -h / 2, w, h, 46, fill)
    return Entered(frame)


def rings(c, x, y, t, colour=TEAL2, alpha=0.5, size=1.0):
    """Rings of a ringing telephone."""
    for i in range(3):
        k = (t * 0.9 + i / 3) % 1
        r = (60 + 150 * k) * size
        oval(c, x, y, r, r, None, colour, 7 * size, alpha * (1 - k))


# ---- hands seen close -------------------------------------------------------------------------

def big_finger(c, skin, sleeve, cuff, press=0.0):
    """A right hand that points up; the tip of its finger is the origin. press 0..1 shortens it."""
    edge = darker(skin, 0.2)

    def digit(points, r):
        curve(c, points, edge, 2 * r + 6)
        curve(c, points, skin, 2 * r)

    y = 10 * press
    blob(c, [(-76, 330), (-60, 258), (0, 232), (70, 236), (140, 262), (172, 330), (162, 450),
             (120, 540), (-20, 540), (-66, 440)], skin, edge, 6)
    for i, (x, top) in enumerate(((66, 196), (118, 216), (164, 250))):
        digit([(x - 4, 330), (x + 2, top + 20), (x + 1, top + 24), (x - 2, 316)], 29 - 2 * i)
        curve(c, [(x - 14, top + 40), (x + 2, top + 34), (x + 16, top + 42)], edge, 3.5)
    digit([(2, 330), (4, 200), (0, 32 + y)], 31)
    blob(c, [(-40, 300), (40, 300), (60, 420), (-50, 420)], skin)
    oval(c, 0, 24 + y, 17, 21, lighter(skin, 0.5), darker(skin, 0.12), 2.5)
    for k in (116, 126):
        curve(c, [(-15, k), (2, k + 5), (19, k)], edge, 3)
    digit([(-20, 480), (-92, 400), (-110, 300), (-96, 252)], 29)
    blob(c, [(-60, 400), (20, 380), (60, 470), (0, 540), (-50, 490)], skin)
    oval(c, -99, 252, 13, 18, lighter(skin, 0.5), darker(skin, 0.12), 2.5, turn=0.2)
    blob(c, [(-70, 545), (150, 535), (190, 700), (240, 1100), (-150, 1100), (-96, 700)], sleeve,
         darker(sleeve, 0.25), 6)
    box(c, -84, 520, 254, 70, 26, cuff, darker(cuff, 0.25), 5)


def holding_palm(c, skin):
    """What is behind a telephone held in the left hand (telephone's frame)."""
    edge = darker(skin, 0.2)
    blob(c, [(-236, 60), (-190, -60), (190, 30), (226, 150), (206, 420), (120, 640), (-170, 660),
             (-250, 420)], skin, edge, 6)
    for i in range(4):
        y = -30 + i * 104
        curve(c, [(150, y + 26), (246 - 5 * i, y)], edge, 76 - 4 * i)
        curve(c, [(150, y + 26), (246 - 5 * i, y)], skin, 69 - 4 * i)


def holding_fingers(c, skin):
    """Fingertips and thumb over the edges of a telephone held in the left hand."""
    edge = darker(skin, 0.2)
    for i in range(4):
        y = -30 + i * 104
        r = 34 - 2 * i
        for colour, more in ((edge, 6), (skin, 0)):
            curve(c, [(242 - 5 * i, y), (206, y - 4)], colour, 2 * r + more)
    points = [(-262, 360), (-262, 200), (-214, 60)]
    for colour, more in ((edge, 6), (skin, 0)):
        curve(c, points, colour, 76 + more)
    oval(c, -205, 44, 19, 25, lighter(skin, 0.5), darker(skin, 0.12), 2.5, turn=0.35)


# ---- household --------------------------------------------------------------------------------

def steam(c, x, y, t, scale=1.0, colour=WHITE):
    for i in range(3):
        k = (t * 0.28 + i / 3) % 1
        px = x + (i - 1) * 10 * scale
        h = 90 * scale
        pts = [(px + 13 * scale * math.sin(t * 1.7 + i * 2 + j * 1.1) * (0.3 + j * 0.3),
                y - h * k - j * 20 * scale) for j in range(4)]
        curve(c, pts, colour, 9 * scale, 0.38 * math.sin(math.pi * k))


def cup(c, x, y, s=1.0, colour=WHITE):
    with at(c, x, y, s):
        oval(c, 44, -34, 19, 20, None, darker(colour, 0.2), 9)
        blob(c, [(-44, -66), (44, -66), (40, -20), (24, 0), (-24, 0), (-40, -20)], colour,
             darker(colour, 0.2), 3)
        oval(c, 0, -64, 42, 9, "#B98A4A", darker(colour, 0.2), 3)
        curve(c, [(-30, -44), (-14, -38), (8, -44), (28, -38)], TEAL2, 5)


def leaf(c, x, y, length, turn, colour, vein=True):
    with at(c, x, y, 1, turn):
        w = length * 0.2
        blob(c, [(0, 0), (length * 0.3, -w), (length * 0.7, -w * 0.8), (length, 0),
                 (length * 0.7, w * 0.8), (length * 0.3, w)], colour)
        if vein:
            curve(c, [(length * 0.1, 0), (length * 0.85, 0)], lighter(colour, 0.25), 2.5)


def flower(c, x, y, r, colour, sway, open_=1.0):
    """One blossom on its stem; (x, y) is the foot."""
    h = 120 + 30 * math.sin(x)
    tx = x + sway * 20
    curve(c, [(x, y), (x + sway * 5, y - h * 0.5), (tx, y - h)], "#3F7D5B", 6)
    leaf(c, x + sway * 4, y - h * 0.35, 46, -0.7 + sway * 0.2, "#4E9168", False)
    leaf(c, x + sway * 5, y - h * 0.5, 40, -2.4 + sway * 0.2, "#3F7D5B", False)
    for i in range(6):
        a = i * math.pi / 3 + sway * 0.3
        d = r * 0.62 * open_
        oval(c, tx + d * math.cos(a), y - h + d * math.sin(a), r * 0.48, r * 0.48, colour)
    oval(c, tx, y - h, r * 0.4, r * 0.4, HONEY)


def pot(c, x, y, s=1.0, colour="#C98D63"):
    with at(c, x, y, s):
        poly(c, [(-64, -92), (64, -92), (48, 0), (-48, 0)], colour, darker(colour, 0.2), 3)
        box(c, -72, -112, 144, 30, 6, lighter(colour, 0.12), darker(colour, 0.2), 3)


def bush(c, x, y, s, t, colour, n=9, seed=0):
    """A pot plant of long leaves that move in the air."""
    with at(c, x, y, s):
        for i in range(n):
            a = -math.pi / 2 + (i - (n - 1) / 2) * (2.3 / n) + 0.06 * wobble(t, i + seed, 0.9)
            leaf(c, (i - n / 2) * 5, 0, 150 + 50 * math.sin(i * 2.4 + seed), a,
                 mix(colour, MINT, 0.22 * (i % 3)))


def watering_can(c, tilt=0.0):
    """Hangs from its handle at the origin."""
    body = HONEY
    with at(c, 0, 0, 1, tilt):
        curve(c, [(-50, 46), (-62, 10), (0, -6), (60, 20), (54, 60)], darker(AMBER, 0.2), 13)
        poly(c, [(-58, 40), (58, 40), (66, 140), (-66, 140)], body, darker(AMBER, 0.15), 4)
        poly(c, [(-58, 116), (-150, 34), (-138, 22), (-58, 84)], body, darker(AMBER, 0.15), 4)
        poly(c, [(-168, 40), (-142, 6), (-130, 20), (-150, 48)], darker(body, 0.15),
             darker(AMBER, 0.25), 3)
        oval(c, 0, 40, 58, 9, darker(AMBER, 0.1))


def water(c, x, y, t, fall=230.0, flow=1.0):
    """A shower that falls from (x, y) to the left."""
    if flow <= 0.02:
        return
    for i in range(34):
        k = (t * 1.5 + i * 0.618) % 1
        v = 0.7 + 0.6 * ((i * 0.377) % 1)
        px = x - 80 * k * v - 6 * (i % 5)
        py = y + fall * (0.12 * k + 0.88 * k * k)
        curve(c, [(px, py), (px - 5, py + 15 + 8 * k)], "#6FB6C0", 5.2, 0.85 * flow)


def cat(c, x, y, t, s=1.0, awake=0.0):
    """A sleeping cat that breathes; awake 0..1 raises its head and opens its eyes."""
    fur, dark = "#E8C89B", "#B98A5A"
    b = 2.5 * math.sin(t * 1.7)
    with at(c, x, y, s):
        tail = [(120, -14), (168, -22), (186, -56 + 10 * wobble(t, 3, 1.6)),
                (164, -86 + 16 * wobble(t, 4, 1.6))]
        curve(c, tail, dark, 30)
        curve(c, tail, fur, 24)
        blob(c, [(-110, 0), (-118, -50), (-60, -96 - b), (30, -106 - b), (112, -70 - b),
                 (134, -16), (112, 0)], fur, dark, 3.5)
        for k in (10, 44, 78):
            curve(c, [(k, -102 - b + k * 0.16), (k + 8, -72), (k + 2, -56)], dark, 9, 0.7)
        with at(c, -98, -58 - 34 * awake, 1, -0.16 * (1 - awake)):
            for k in (-1, 1):
                poly(c, [(k * 16, -36), (k * 46, -66), (k * 48, -20)], fur, dark, 4)
            blob(c, [(0, -44), (44, -32), (56, 2), (34, 34), (-34, 34), (-56, 2), (-44, -32)], fur,
                 dark, 3.5)
            for k in (-1, 1):
                if awake > 0.5:
                    oval(c, k * 21, -2, 8, 10, "#2B3A32")
                    oval(c, k * 21 - 3, -5, 3, 3, WHITE)
                else:
                    curve(c, [(k * 12, 0), (k * 21, 5), (k * 30, 0)], dark, 4)
                for j in (-1, 1):
                    curve(c, [(k * 34, 14 + j * 4), (k * 62, 12 + j * 9)], dark, 2)
            curve(c, [(-9, 15), (0, 20), (9, 15)], dark, 4)
            oval(c, 0, 11, 5, 4, "#C9775F")
        blob(c, [(-120, 2), (-118, -20), (-60, -22), (-40, 2)], lighter(fur, 0.3), dark, 3)


def swing(t, start, k=9.0, decay=3.0):
    """Follow-through: a swing that starts at `start` and dies away."""
    x = t - start
    return math.sin(x * k) * math.exp(-x * decay) if x > 0 else 0.0
