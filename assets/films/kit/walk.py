# SPDX-License-Identifier: MIT
"""People seen whole: legs on two bones that stand and walk, satchels, and a ball to carry.

Coordinates are those of `figures.py`: the middle of the hips is the origin and the ground lies at
GROUND. A look drawn here has its `hem` near 120, else its top hides the legs.
"""

import math

from figures import draw_person
from stage import INK, WHITE, at, blob, box, curve, darker, lighter, limb, oval, poly

GROUND = 338.0
THIGH, SHIN = 118.0, 116.0


def _knee(hip, foot, bend):
    dx, dy = foot[0] - hip[0], foot[1] - hip[1]
    d = min(math.hypot(dx, dy) or 1e-6, THIGH + SHIN - 0.5)
    a = math.acos(max(-1.0, min(1.0, (THIGH ** 2 + d * d - SHIN ** 2) / (2 * THIGH * d))))
    ang = math.atan2(dy, dx) - bend * a
    return hip[0] + THIGH * math.cos(ang), hip[1] + THIGH * math.sin(ang)


def _leg(c, hip, foot, way, cloth, shoe, tip):
    """way: -1 walks left, 1 right, 0 faces us. tip: the toe of the shoe dips (+) or lifts (-)."""
    edge = darker(cloth, 0.25)
    knee = _knee(hip, (foot[0], foot[1] - 22), way) if way else (
        (hip[0] + foot[0]) / 2, (hip[1] + foot[1] - 22) / 2)
    ankle = (foot[0], foot[1] - 24)
    for colour, more in ((edge, 2.4), (cloth, 0.0)):
        limb(c, hip, knee, 40 + more, 31 + more, colour)
        limb(c, knee, ankle, 31 + more, 23 + more, colour)
    if way:
        with at(c, foot[0], foot[1] - 12, 1, way * tip):
            blob(c, [(-26 * way, -14), (8 * way, -16), (44 * way, 2), (46 * way, 12),
                     (-24 * way, 12), (-30 * way, 0)], shoe, darker(shoe, 0.35), 3)
            box(c, min(-26 * way, 44 * way), 6, 70, 8, 4, WHITE)
    else:
        blob(c, [(foot[0] - 24, foot[1] - 18), (foot[0] + 24, foot[1] - 18),
                 (foot[0] + 28, foot[1] + 2), (foot[0], foot[1] + 10), (foot[0] - 28, foot[1] + 2)],
             shoe, darker(shoe, 0.35), 3)
        box(c, foot[0] - 25, foot[1], 50, 8, 4, WHITE)


def legs(c, phase, stride, way, cloth="#2B4A50", shoe="#E8E2D4", bob=0.0):
    """Two legs in step: phase in radians, stride 0 (stands) .. 1 (walks), way as in _leg."""
    for side in (-1, 1):
        p = phase + (0.0 if side > 0 else math.pi)
        lift = max(0.0, -math.sin(p)) * stride
        if way:
            near = side == 1
            hip = (side * 12 * way, 104 + bob)
            foot = (side * 14 * (1 - stride) + way * 74 * stride * math.cos(p), GROUND - 40 * lift)
            tip = 0.5 * stride * max(0.0, -math.cos(p)) * (1 if lift > 0 else 0.35)
            _leg(c, hip, foot, way, cloth if near else darker(cloth, 0.18), shoe, tip)
        else:
            _leg(c, (side * 38, 104 + bob), (side * 40, GROUND - 46 * lift), 0, cloth, shoe, 0.0)


def step_bob(phase, stride):
    """The body is highest when the legs pass each other."""
    return -9.0 * stride * abs(math.sin(phase))


def draw_walker(c, look, pose, t, phase=0.0, stride=0.0, way=0, bag=None, cloth="#2B4A50",
                shadow=True, over=None):
    """A whole person; bag is the colour of the satchel, or None."""
    if shadow:
        oval(c, 0, GROUND + 6, 124, 17, INK, alpha=0.16)
    pose.bob += step_bob(phase, stride)
    if bag and way:
        with at(c, 0, pose.bob):
            box(c, -way * 122 - 42, -206, 84, 210, 30, bag, darker(bag, 0.3), 4)
            box(c, -way * 132 - 34, -110, 68, 92, 20, lighter(bag, 0.15), darker(bag, 0.3), 3)
    legs(c, phase, stride, way, cloth, bob=pose.bob)

    def straps(c):
        if bag:
            for k in (-1, 1):
                curve(c, [(k * 60, -216), (k * 66, -140), (k * 62, -20)], darker(bag, 0.25), 24)
                curve(c, [(k * 60, -216), (k * 66, -140), (k * 62, -20)], bag, 18)
        if over:
            over(c)
    draw_person(c, look, pose, t, over=straps)


def football(c, x, y, r, turn=0.0, flat=0.0):
    """A ball; flat 0..1 lets the air out."""
    with at(c, x, y + r * 0.78 * flat, 1, 0.0):
        c.scale(1 + 0.22 * flat, 1 - 0.78 * flat)
        oval(c, 0, 0, r, r, WHITE, INK, max(2.0, r * 0.07))
        c.save()
        c.new_path()
        c.arc(0, 0, r, 0, 2 * math.pi)
        c.clip()
        with at(c, 0, 0, 1, turn):
            poly(c, [(r * 0.36 * math.cos(i * 1.2566), r * 0.36 * math.sin(i * 1.2566))
                     for i in range(5)], INK)
            for i in range(5):
                a = i * 1.2566
                curve(c, [(r * 0.34 * math.cos(a), r * 0.34 * math.sin(a)),
                          (r * 0.72 * math.cos(a), r * 0.72 * math.sin(a))], INK, r * 0.07)
                with at(c, r * 0.98 * math.cos(a), r * 0.98 * math.sin(a), 1, a):
                    poly(c, [(-r * 0.3, 0), (0, -r * 0.32), (r * 0.3, 0), (0, r * 0.32)], INK)
        oval(c, -r * 0.34, -r * 0.42, r * 0.2, r * 0.14, WHITE, alpha=0.8, turn=-0.6)
        c.restore()


def pinwheel(c, turn, size=1.0):
    """A paper windmill on its stick; the hand holds the origin, the wheel stands above."""
    with at(c, 0, 0, size):
        curve(c, [(0, 20), (0, -120)], "#A97D52", 7)
        with at(c, 0, -124, 1, turn):
            for i, colour in enumerate(("#C5352B", "#F2C879", "#1F7F7B", "#E59A7B")):
                with at(c, 0, 0, 1, i * math.pi / 2):
                    poly(c, [(0, 0), (62, -8), (58, 44), (20, 34)], colour, darker(colour, 0.2), 2)
        oval(c, 0, -124, 9, 9, "#FFFDF8", INK, 2)
