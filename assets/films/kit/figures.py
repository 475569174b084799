# SPDX-License-Identifier: MIT
"""People with joints: a torso that breathes and leans, arms on two bones, hands with fingers.

A person is drawn round the middle of the hips, y down; the neck is 240 above, the head 195 high.
Hands are put where they should be (person's coordinates) and the elbows follow.
"""

import math
from dataclasses import dataclass, field

from face import Face, draw_hair_behind, draw_head
from stage import AMBER, INK, WHITE, at, blob, box, curve, darker, lighter, limb, oval, poly, trace
from wardrobe import DRESS, INNER_SLEEVES, SHORT_SLEEVES

NECK = -238.0
UPPER, LOWER = 136.0, 126.0


@dataclass
class Hand:
    """Where a hand is and what it does."""
    at: tuple = (0.0, 0.0)
    turn: float = 0.0            # radians; 0 points along +x
    pose: str = "rest"           # rest, open, point, grip, wrap, flat, none
    bend: float = 0.0            # which way the elbow goes; 0 finds the natural one
    joint: tuple = None          # the elbow, when it must be told
    front: bool = True           # in front of the torso
    prop: object = None          # drawn under the fingers: prop(c) with the wrist at the origin
    flip: bool = False           # mirrored: thumb on the other side


@dataclass
class Pose:
    face: Face = field(default_factory=Face)
    left: Hand = field(default_factory=lambda: Hand((-118, 60), 1.5))
    right: Hand = field(default_factory=lambda: Hand((118, 60), 1.6))
    lean: float = 0.0            # radians
    shrug: float = 0.0           # shoulders up by this many units
    breath: float = 1.0          # how deep
    bob: float = 0.0             # the whole body up (-) or down (+)


def elbow(shoulder, hand, side):
    """Two-bone reach: where the elbow is, and the wrist pulled within reach.

    A hand near its shoulder means an arm that comes towards us, so its bones are foreshortened.
    """
    dx, dy = hand.at[0] - shoulder[0], hand.at[1] - shoulder[1]
    d = math.hypot(dx, dy) or 1e-6
    short = min(1.0, max(0.68, d / (0.8 * (UPPER + LOWER))))
    upper, lower = UPPER * short, LOWER * short
    reach = min(max(d, abs(upper - lower) + 4), upper + lower - 1.5)
    wrist = (shoulder[0] + dx / d * reach, shoulder[1] + dy / d * reach)
    if hand.joint is not None:
        return hand.joint, hand.at
    a = math.acos((upper ** 2 + reach ** 2 - lower ** 2) / (2 * upper * reach))

    def place(bend):
        ang = math.atan2(dy, dx) + bend * a
        return (shoulder[0] + upper * math.cos(ang), shoulder[1] + upper * math.sin(ang))

    def hangs(p):  # Elbows hang low and outside the body.
        return p[1] + 0.75 * side * p[0] - (200 if side * p[0] < 40 else 0)

    if hand.bend != 0.0:
        return place(hand.bend), wrist
    return max((place(1.0), place(-1.0)), key=hangs), wrist


def _finger(c, skin, points, r):
    """One finger through its joints, with a soft edge."""
    edge = darker(skin, 0.18)
    for colour, width in ((edge, 2 * r + 3.5), (skin, 2 * r)):
        curve(c, points, colour, width)


def draw_hand(c, skin, pose, part="all"):
    """Wrist at the origin, fingers along +x, thumb towards -y; about 74 long.

    part: 'under' what lies behind a held thing, 'over' the fingers that close on it.
    """
    edge = darker(skin, 0.18)
    palm = [(-8, -17), (16, -23), (38, -22), (45, 0), (38, 21), (14, 22), (-8, 17)]
    if pose == "grip":
        if part in ("all", "under"):
            blob(c, palm, skin, edge, 3)
        if part in ("all", "over"):
            for i in range(4):
                y = -17 + i * 12
                _finger(c, skin, [(40 - abs(i - 1) * 2, y), (52 - abs(i - 1) * 3, y + 2),
                                  (34, y + 5)], 6.6)
            _finger(c, skin, [(8, -20), (26, -30), (42, -25)], 7.5)
        return
    if pose == "wrap":
        if part in ("all", "over"):
            for i in range(4):
                y = -20 + i * 13.5
                _finger(c, skin, [(4, y), (24, y - 1), (38 - abs(i - 1.2) * 4, y)], 6.8)
        if part in ("all", "under"):
            blob(c, [(-12, -17), (8, -24), (14, 0), (8, 26), (-12, 17)], skin, edge, 3)
        return
    if part == "over":
        return
    spread = {"open": 1.0, "flat": 0.15, "rest": 0.1, "point": 0.1}[pose]
    _finger(c, skin,
            {"open": [(6, -14), (22, -34), (38, -44)], "flat": [(6, -14), (24, -26), (44, -27)],
             "point": [(6, -12), (26, -20), (40, -14)],
             "rest": [(6, -14), (24, -24), (38, -20)]}[pose],
            7.6)
    lengths = (33, 39, 36, 27)
    for i, length in enumerate(lengths):
        y = -15 + i * 10.4
        ang = (i - 1.4) * 0.2 * spread
        if pose == "point" and i > 0:
            _finger(c, skin, [(36, y), (50, y + 2), (34, y + 4)], 6.2)
            continue
        if pose == "rest":
            _finger(c, skin, [(36, y), (54, y + 1), (60 - abs(i - 1) * 3, y + 9)], 6.2)
            continue
        ex, ey = math.cos(ang), math.sin(ang)
        n = length * (1.12 if pose == "point" else 1.0)
        _finger(c, skin,
                [(34, y), (36 + n * 0.5 * ex, y + n * 0.5 * ey), (36 + n * ex, y + n * ey)], 6.2)
    blob(c, palm, skin)
    curve(c, [(-6, -17), (16, -23), (30, -23)], edge, 2.2)
    curve(c, [(-6, 17), (14, 22), (34, 21)], edge, 2.2)


def _sleeve(c, look, shoulder, joint, wrist, turn):
    """The arm's cloth with folds at the elbow and a cuff."""
    cloth = look.inner if look.dress in INNER_SLEEVES else look.top
    edge = darker(cloth, 0.24)
    if look.dress in SHORT_SLEEVES:
        _short_sleeve(c, look, shoulder, joint, wrist)
        return
    for colour, more in ((edge, 2.2), (cloth, 0)):
        limb(c, shoulder, joint, 31 + more, 26 + more, colour)
        limb(c, joint, wrist, 26 + more, 20 + more, colour)
    side = 1 if shoulder[0] > 0 else -1
    limb(c, (shoulder[0] - side * 20, shoulder[1] + 8), shoulder, 27, 30, cloth)
    mx, my = (shoulder[0] + wrist[0]) / 2, (shoulder[1] + wrist[1]) / 2
    d = math.hypot(mx - joint[0], my - joint[1]) or 1
    ux, uy = (mx - joint[0]) / d, (my - joint[1]) / d
    if d > 20:
        for k in (-0.35, 0.3):
            a = (joint[0] + ux * 20 - uy * 16 * k, joint[1] + uy * 20 + ux * 16 * k)
            curve(c, [a, (joint[0] + ux * 4 - uy * 26 * k, joint[1] + uy * 4 + ux * 26 * k)],
                  edge, 2.4, 0.8)
    ang = math.atan2(wrist[1] - joint[1], wrist[0] - joint[0])
    with at(c, wrist[0], wrist[1], 1, ang):
        if look.dress == "tracksuit":
            box(c, -70, -24, 18, 46, 3, WHITE, None)
        cuff = {"shirt": lighter(cloth, 0.3), "tracksuit": darker(look.inner, 0.3)}.get(look.dress,
                                 darker(cloth, 0.12))
        box(c, -8, -22, 16, 44, 7, cuff, edge, 2.2)


def _short_sleeve(c, look, shoulder, joint, wrist):
    """A bare arm that comes out of a short sleeve."""
    skin, edge = look.skin, darker(look.skin, 0.18)
    for colour, more in ((edge, 2.0), (skin, 0)):
        limb(c, shoulder, joint, 22 + more, 20 + more, colour)
        limb(c, joint, wrist, 20 + more, 16 + more, colour)
    hem = (shoulder[0] + 0.62 * (joint[0] - shoulder[0]),
           shoulder[1] + 0.62 * (joint[1] - shoulder[1]))
    side = 1 if shoulder[0] > 0 else -1
    for colour, more in ((darker(look.top, 0.24), 2.2), (look.top, 0)):
        limb(c, shoulder, hem, 31 + more, 31 + more, colour)
    limb(c, (shoulder[0] - side * 20, shoulder[1] + 8), shoulder, 27, 30, look.top)


def _arm(c, look, shoulder, hand):
    joint, wrist = elbow(shoulder, hand, 1 if shoulder[0] > 0 else -1)

    def hand_at():
        return at(c, wrist[0], wrist[1], 1.1 - 0.1 * look.child, hand.turn)

    def with_flip():
        if hand.flip:
            c.scale(1, -1)
    if hand.pose != "none":
        with hand_at():
            with_flip()
            draw_hand(c, look.skin, hand.pose, "under" if hand.prop else "all")
    if hand.prop:
        with hand_at():
            hand.prop(c)
        with hand_at():
            with_flip()
            draw_hand(c, look.skin, hand.pose, "over")
    _sleeve(c, look, shoulder, joint, wrist, hand.turn)


# ---- clothes ----------------------------------------------------------------------------------

def _torso_shape(look, lift):
    w = look.shoulders
    return [(0, NECK + 6), (40, NECK + 8), (86 * w, -214 - lift), (110 * w, -178 - lift),
            (94 * w, -100), (88 * w, 0), (93 * w, min(90, look.hem - 60)), (93 * w, look.hem),
            (-93 * w, look.hem), (-93 * w, min(90, look.hem - 60)), (-88 * w, 0), (-94 * w, -100),
            (-110 * w, -178 - lift), (-86 * w, -214 - lift), (-40, NECK + 8)]


def _torso(c, look, lift):
    shape = _torso_shape(look, lift)
    edge = darker(look.top, 0.24)
    blob(c, shape, look.top, edge, 3)
    c.save()
    trace(c, shape)
    c.clip()
    if look.dress == "cardigan":
        blob(c, [(-34, -250), (34, -250), (26, -120), (20, 120), (-20, 120), (-26, -120)],
             look.inner)
        for y in (-150, -100, -50, 0, 50):
            oval(c, 0, y, 4.5, 4.5, darker(look.inner, 0.3))
        for k in (-1, 1):
            curve(c, [(k * 38, -246), (k * 30, -150), (k * 22, 0), (k * 22, 120)], edge, 5)
            poly(c, [(0, -226), (k * 46, -246), (k * 40, -196)], lighter(look.inner, 0.5),
                 darker(look.inner, 0.2), 2.5)
            box(c, k * 58 - 22, 0, 44, 46, 8, None, edge, 3)
    elif look.dress == "sweater":
        for i in range(-4, 5):
            curve(c, [(i * 22, -190), (i * 21, -60), (i * 22, 120)], darker(look.top, 0.12), 2.4,
                  0.7)
        blob(c, [(-46, -252), (46, -252), (42, -214), (0, -200), (-42, -214)],
             darker(look.top, 0.1), edge, 2.4)
    elif look.dress == "tracksuit":
        blob(c, [(-130, -260), (130, -260), (120, -150), (60, -168), (0, -150), (-60, -168),
                 (-120, -150)], look.inner)
        curve(c, [(-120, -150), (-60, -168), (0, -150), (60, -168), (120, -150)], WHITE, 7)
        curve(c, [(0, -220), (0, 120)], darker(look.top, 0.3), 3.5)
        box(c, -6, -176, 12, 20, 4, AMBER)
        for k in (-1, 1):
            poly(c, [(0, -206), (k * 18, -252), (k * 54, -242), (k * 34, -200)],
                 darker(look.inner, 0.15), darker(look.inner, 0.4), 2.5)
    elif look.dress == "shirt":
        curve(c, [(0, -200), (0, 120)], darker(look.top, 0.2), 3)
        poly(c, [(-11, -216), (11, -216), (15, -60), (0, -36), (-15, -60)], look.inner,
             darker(look.inner, 0.3), 2)
        poly(c, [(-14, -226), (14, -226), (10, -202), (-10, -202)], darker(look.inner, 0.15))
        for k in (-1, 1):
            poly(c, [(0, -222), (k * 36, -250), (k * 44, -200)], lighter(look.top, 0.3),
                 darker(look.top, 0.2), 2.5)
    else:
        DRESS[look.dress](c, look, edge)
    blob(c, [(-150, -240), (-84, -200), (-70, -60), (-80, 120), (-150, 120)], INK, alpha=0.07)
    c.restore()


def _neck(c, look, head):
    skin = look.skin
    w = 25 - 3 * look.child
    blob(c, [(-w, -262), (w, -262), (w + 3, -234), (w + 12, -220), (0, -206), (-w - 12, -220),
             (-w - 3, -234)], darker(skin, 0.06), darker(skin, 0.18), 2)
    c.save()
    trace(c, [(-w, -270), (w, -270), (w + 3, -234), (0, -222), (-w - 3, -234)])
    c.clip()
    oval(c, head[0], head[1] + 62, 64, 46, darker(skin, 0.32), alpha=0.55)
    c.restore()


def draw_person(c, look, pose, t, over=None):
    """Draws a person; over(c), when given, is drawn between the torso and the arms in front."""
    wave = math.sin(t * 2 * math.pi / 3.6 + look.seed) * pose.breath
    lift = pose.shrug + 2.6 * wave
    face = pose.face
    cos, sin = math.cos(pose.lean), math.sin(pose.lean)

    def leaned(x, y):
        return (x * cos - y * sin, x * sin + y * cos)

    w = look.shoulders
    shoulders = {-1: leaned(-84 * w, -186 - lift), 1: leaned(84 * w, -186 - lift)}
    hands = ((-1, pose.left), (1, pose.right))
    with at(c, 0, pose.bob):
        for side, hand in hands:
            if not hand.front:
                _arm(c, look, shoulders[side], hand)
        head = (face.turn * 10, NECK - 84 - lift * 0.7 + face.nod * 7)
        with at(c, 0, 0, 1, pose.lean):
            with at(c, head[0], head[1], 1, face.tilt):
                draw_hair_behind(c, look, face)
            _neck(c, look, head)
            _torso(c, look, lift)
            if look.dress != "sweater":
                _neck_front(c, look, head)
            with at(c, head[0], head[1]):
                draw_head(c, look, face, t)
        if over:
            over(c)
        for side, hand in hands:
            if hand.front:
                _arm(c, look, shoulders[side], hand)


def draw_legs(c, look, t, stride=0.0, cloth="#2B4A50"):
    """Trousers and shoes below a person; stride swings them."""
    for side in (-1, 1):
        step = math.sin(t * 2 * math.pi + (0 if side < 0 else math.pi)) * stride
        foot = (side * 34 + 26 * step, 372 - 14 * max(0.0, step))
        limb(c, (side * 40, 120), foot, 44, 27, cloth)
        limb(c, (foot[0] - 6, foot[1] + 22), (foot[0] + 22, foot[1] + 26), 20, 17, "#F6F2EA")


def _neck_front(c, look, head):
    """The little triangle of skin above a collar."""
    skin = darker(look.skin, 0.06)
    shape = [(-24, -256), (24, -256), (22, -236), (0, -214), (-22, -236)]
    blob(c, shape, skin)
    c.save()
    trace(c, shape)
    c.clip()
    oval(c, head[0], head[1] + 60, 60, 48, darker(look.skin, 0.32), alpha=0.5)
    c.restore()
