# SPDX-License-Identifier: MIT
"""The people by the river: three pupils and the man of the river patrol; what water does to them."""

import math

import wardrobe
from face import Face, Look, draw_hair_behind, draw_head
from figures import draw_hand, draw_person
from river_place import NEAR, rings_on_water
from stage import (AMBER, HONEY, MAPLE, PAPER, SAND, TEAL, WHITE, at, blob, box, curve, darker, down,
                   hash01, key, lighter, limb, mix, oval, poly, trace)

# ---- hair and clothes that only this film has --------------------------------------------------


def _tail_behind(c, look, f):
    """A ponytail that swings."""
    h, w = look.hair_colour, f.sway * 34
    side = 1 if f.turn < 0.2 else -1
    pts = [(0, -100), (side * 74, -132), (side * 132 + w * 0.6, -70), (side * 138 + w, 40),
           (side * 118 + w * 1.3, 108)]
    curve(c, pts, darker(h, 0.3), 50)
    curve(c, pts, h, 44)
    curve(c, [(side * 120 + w * 0.6, -64), (side * 126 + w, 34)], lighter(h, 0.16), 6)
    oval(c, side * 66, -124, 19, 22, MAPLE)
    blob(c, [(0, -116), (62, -102), (90, -50), (89, 20), (70, 52), (-70, 52), (-89, 20),
             (-90, -50), (-62, -102)], darker(h, 0.22))


def _tail_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    blob(c, [(-86, 40), (-95, -36), (-74, -98), (-16, -124), (40, -122), (82, -90), (95, -36),
             (86, 40), (80, -10), (70 + s, -48 + u), (30 + s, -68 + u), (-14 + s, -60 + u),
             (-58 + s, -42 + u), (-79, -6)], h)
    for x, y, w in ((-48, -28, 22), (-14, -36, 22), (22, -40, 20)):
        poly(c, [(x - w + s * 0.8, -72 + u), (x + w + s * 0.8, -72 + u),
                 (x - 10 + s + f.sway * 9, y + u)], h, h, 8)
    curve(c, [(-58, -82), (-26, -104), (20, -108)], lighter(h, 0.18), 6, 0.8)


def _spiky_behind(c, look, f):
    h = look.hair_colour
    blob(c, [(0, -118), (62, -104), (90, -52), (88, 6), (70, 34), (-70, 34), (-88, 6),
             (-90, -52), (-62, -104)], darker(h, 0.2))


def _spiky_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    for x, y, d in ((-74, -92, -24), (-44, -122, -16), (-8, -134, -4), (30, -130, 12),
                    (62, -110, 22)):
        k = f.sway * 14
        poly(c, [(x - 24, y + 32), (x + 24, y + 32), (x + d + k, y - 16)], h, h, 12)
    blob(c, [(-84, 8), (-94, -42), (-72, -98), (-16, -122), (44, -120), (82, -88), (94, -38),
             (84, 8), (76, -28), (60 + s, -66 + u), (20 + s, -78 + u), (-26 + s, -76 + u),
             (-62 + s, -60 + u), (-76, -26)], h)
    for x, w in ((-36, 20), (4, 20), (40, 18)):
        poly(c, [(x - w + s, -80 + u), (x + w + s, -80 + u), (x + 14 + s, -52 + u)], h, h, 7)
    curve(c, [(-56, -88), (-24, -106), (18, -108)], lighter(h, 0.2), 6, 0.8)


def _wet_front(c, look, f):
    """Wet hair, flat on the forehead."""
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    blob(c, [(-84, 20), (-92, -36), (-72, -92), (-18, -116), (40, -114), (80, -84), (92, -32),
             (84, 20), (79, -16), (66 + s, -56 + u), (28 + s, -68 + u), (-20 + s, -66 + u),
             (-60 + s, -54 + u), (-78, -14)], h)
    for x, y, w in ((-54, -18, 15), (-30, -36, 14), (-4, -24, 15), (24, -38, 14), (50, -22, 14)):
        poly(c, [(x - w + s, -70 + u), (x + w + s, -70 + u), (x + s - 3, y + u)], h, h, 6)
    for x in (-40, -8, 34):
        curve(c, [(x, -96), (x * 1.1 + s * 0.5, -72)], lighter(h, 0.4), 4, 0.7)


def _straw_front(c, look, f):
    """Grey temples under a straw hat."""
    h, s, u = look.hair_colour, f.turn * 10, f.nod * 9
    for k in (-1, 1):
        blob(c, [(k * 82, 20), (k * 93, -20), (k * 88, -66), (k * 70, -70), (k * 74, -20)], h)
    straw, edge = "#E6C67E", "#A67F3C"
    blob(c, [(-78, -66 + u), (-70, -124), (-30, -150), (30, -150), (70, -124), (78, -66 + u)], straw,
         edge, 3)
    blob(c, [(-80, -84 + u), (0, -96 + u), (80, -84 + u), (80, -66 + u), (0, -76 + u),
             (-80, -66 + u)], MAPLE)
    blob(c, [(-152 + s, -62 + u), (-90 + s, -82 + u), (0 + s, -88 + u), (90 + s, -82 + u),
             (152 + s, -62 + u), (96 + s, -42 + u), (0 + s * 1.4, -50 + u), (-96 + s, -42 + u)],
         lighter(straw, 0.15), edge, 3)
    for i in range(-5, 6):
        curve(c, [(i * 13, -92 + u), (i * 26 + s, -58 + u + abs(i))], edge, 1.8, 0.5)


def _vest(c, look, edge):
    """A rescue vest over a shirt: orange with a light band."""
    poly(c, [(-30, -250), (30, -250), (0, -150)], look.inner, darker(look.inner, 0.2), 2)
    for k in (-1, 1):
        poly(c, [(k * 4, -170), (k * 46, -256), (k * 86, -232), (k * 74, -120), (k * 84, 200),
                 (k * 4, 200)], look.top, edge, 3)
        box(c, k * 46 - 40, -60, 80, 22, 3, "#F4EFC9")
        box(c, k * 46 - 40, 20, 80, 22, 3, "#F4EFC9")
    curve(c, [(0, -150), (0, 200)], edge, 5)


wardrobe.HAIR_BEHIND.update(tail=_tail_behind, spiky=_spiky_behind, wet=_spiky_behind,
                            straw=_spiky_behind)
wardrobe.HAIR_FRONT.update(tail=_tail_front, spiky=_spiky_front, wet=_wet_front,
                           straw=_straw_front)
wardrobe.DRESS.update(vest=_vest)
wardrobe.INNER_SLEEVES.add("vest")

XIAOHE = Look(hair="tail", hair_colour="#2A2426", skin="#F2CBA6", top=PAPER, inner=TEAL,
              dress="tracksuit", lashes=True, child=0.8, shoulders=0.84, hem=150.0, seed=4)
LELE = Look(hair="spiky", hair_colour="#2B2622", skin="#E6B88E", top="#E0A63C", inner=WHITE,
            dress="tee", child=0.85, shoulders=0.88, hem=130.0, seed=7)
DONG = Look(hair="boy", hair_colour="#232326", skin="#F4D0AE", top="#D96C4F", inner="#F3E3C4",
            dress="tee", child=1.0, shoulders=0.82, hem=120.0, seed=9)
WET = Look(hair="wet", hair_colour="#17171A", skin="#F1D3B8", blush="#E8B9A0", top="#B9553E",
           inner="#D8C6A8", dress="tee", child=1.0, shoulders=0.82, hem=120.0, seed=9)
ZHANG = Look(hair="straw", hair_colour="#8E9290", skin="#D9A577", blush="#C77B58", top="#E8743B",
             inner="#F1EEE2", dress="vest", age=0.7, shoulders=1.06, hem=150.0, seed=12)


# ---- below the hips ----------------------------------------------------------------------------

def legs(c, look, step=0.0, run=0.0, shorts=None, bare=False):
    """Legs that stand, walk (step is the phase) or run; the feet stand at 398."""
    cloth = shorts or {"tracksuit": TEAL, "vest": "#3C5258"}.get(look.dress, "#3B5560")
    skin = look.skin
    for side in (-1, 1):
        k = math.sin(step + (0 if side < 0 else math.pi)) * run
        lift = max(0.0, k)
        knee = (side * 38 + 10 * k, 240 - 26 * lift)
        foot = (side * 36 + 16 * k, 372 - 66 * lift)
        if bare:
            for colour, more in ((darker(skin, 0.18), 2), (skin, 0)):
                limb(c, knee, foot, 24 + more, 17 + more, colour)
                oval(c, foot[0] + side * 10, foot[1] + 16, 30 + more, 13 + more, colour)
            limb(c, (side * 40, 100), knee, 45, 35, cloth)
            box(c, knee[0] - 38, knee[1] - 6, 76, 30, 8, darker(cloth, 0.14))
        else:
            for colour, more in ((darker(cloth, 0.3), 2), (cloth, 0)):
                limb(c, (side * 40, 100), knee, 44 + more, 34 + more, colour)
                limb(c, knee, foot, 34 + more, 24 + more, colour)
            limb(c, (foot[0] - 8, foot[1] + 18), (foot[0] + side * 10 + 10, foot[1] + 20), 19, 16,
                 "#F6F2EA" if look.child else "#4A4038")


def standing(c, look, pose, t, x, y, s, over=None, step=0.0, run=0.0, bare=False):
    """A whole person whose feet are at (x, y)."""
    hop = abs(math.sin(step)) * run * 10
    with at(c, x, y - 396 * s, s):
        oval(c, 0, 398, 120, 16, "#20383A", alpha=0.22)
        with at(c, 0, -hop):
            legs(c, look, step, run, None, bare)
            draw_person(c, look, pose, t, over)


def bag(c):
    """Straps of the school bag."""
    for k in (-1, 1):
        curve(c, [(k * 56, -216), (k * 62, -140), (k * 58, 20)], AMBER, 20)
        curve(c, [(k * 56, -216), (k * 62, -140), (k * 58, 20)], HONEY, 4)


def bottle(c, x, y, s, turn, colour):
    with at(c, x, y, s, turn):
        box(c, -20, -44, 40, 92, 13, colour, darker(colour, 0.3), 3, 0.92)
        poly(c, [(-18, -42), (18, -42), (9, -64), (-9, -64)], colour, darker(colour, 0.3), 3, 0.92)
        box(c, -11, -78, 22, 16, 4, ("#3F7D5B", MAPLE, "#2F6E9A")[int(abs(turn) * 10) % 3])
        box(c, -20, -16, 40, 30, 2, WHITE, alpha=0.75)
        curve(c, [(-12, -34), (-12, 36)], WHITE, 4, 0.8)


def net(c, s=1.0, turn=0.0):
    """A net of empty bottles that hangs from the origin."""
    with at(c, 0, 0, s, turn):
        curve(c, [(0, 0), (-26, 44)], "#5E8F6B", 8)
        curve(c, [(0, 0), (26, 44)], "#5E8F6B", 8)
        for i, (x, y, a) in enumerate(((-40, 122, -0.35), (38, 118, 0.4), (0, 108, 0.05),
                                       (-30, 190, 0.9), (34, 192, -0.8), (2, 176, 0.3))):
            bottle(c, x, y, 0.92, a, ("#BFE3DF", "#D6ECD9", "#C7DDEB")[i % 3])
        shape = [(-20, 40), (20, 40), (84, 110), (86, 200), (40, 250), (-40, 250), (-86, 200),
                 (-84, 110)]
        c.save()
        trace(c, shape)
        c.clip()
        for i in range(-9, 10):
            curve(c, [(i * 26 - 120, 20), (i * 26 + 120, 270)], "#3F7D5B", 3, 0.75)
            curve(c, [(i * 26 + 120, 20), (i * 26 - 120, 270)], "#3F7D5B", 3, 0.75)
        c.restore()
        trace(c, shape)
        blob(c, shape, None, "#3F7D5B", 5)


def net_in_hand(turn, s=0.8, swing=0.0):
    """A prop: the net hanging from a hand that points along `turn`."""
    def prop(c):
        c.save()
        c.translate(30, 0)
        c.rotate(-turn)
        net(c, s, swing)
        c.restore()
    return prop


# ---- lying flat --------------------------------------------------------------------------------

def prone(c, look, face, t, x, y, s, reach=1.0, pole=900.0, dip=0.0, shoes="#F6F2EA", legs_cloth=None):
    """Somebody who lies flat on the planks, head to the right, holding out a pole."""
    cloth = legs_cloth or TEAL
    sleeve = look.inner
    edge = darker(look.top, 0.28)
    breath = 2 * math.sin(t * 3.0)
    with at(c, x, y, s):
        oval(c, -180, 6, 420, 14, "#20383A", alpha=0.25)
        for dy, dark in ((-14, 0.16), (0, 0.0)):     # Far leg, near leg.
            col = darker(cloth, dark)
            limb(c, (-215, -36 + dy), (-400, -26 + dy), 40, 30, col)
            limb(c, (-400, -26 + dy), (-560, -18 + dy), 30, 22, col)
            limb(c, (-582, -20 + dy), (-596, -2 + dy), 18, 14, shoes)
        hand = (232 + 26 * reach, -22 + dip * 10)
        far = (200 + 24 * reach, -34 + dip * 10)
        limb(c, (-6, -72), (98, -54), 27, 23, darker(sleeve, 0.18))
        limb(c, (98, -54), far, 23, 17, darker(sleeve, 0.18))
        slope = 0.045 + dip * 0.03
        end = (hand[0] + pole * math.cos(slope), hand[1] + pole * math.sin(slope))
        start = (hand[0] - 150, hand[1] - 150 * math.sin(slope))
        curve(c, [start, end], darker("#C9A24F", 0.45), 25)
        curve(c, [start, end], "#E8C770", 18)
        for i in range(1, 8):
            k = i / 8
            px, py = start[0] + (end[0] - start[0]) * k, start[1] + (end[1] - start[1]) * k
            curve(c, [(px, py - 9), (px + 2, py + 9)], darker("#C9A24F", 0.3), 5)
        blob(c, [(-240, -78), (-120, -96 - breath), (0, -108 - breath), (34, -74), (20, -16),
                 (-110, -6), (-240, -8), (-262, -40)], look.top, edge, 3)
        if look.dress == "tracksuit":
            blob(c, [(-50, -104 - breath), (8, -108 - breath), (34, -74), (20, -16), (-30, -10),
                     (-44, -60)], look.inner)
            curve(c, [(-50, -104 - breath), (-44, -60), (-30, -10)], WHITE, 6)
        else:
            curve(c, [(-70, -102), (-64, -10)], "#F4EFC9", 20)
            curve(c, [(-160, -92), (-156, -8)], "#F4EFC9", 20)
        with at(c, 66, -128, 0.92):
            with at(c, 0, 0, 1, face.tilt):
                draw_hair_behind(c, look, face)
            limb(c, (-44, 56), (-14, 70), 24, 26, darker(look.skin, 0.1))
            draw_head(c, look, face, t)
        for colour, more in ((darker(sleeve, 0.26), 2.4), (sleeve, 0)):
            limb(c, (4, -60), (112, -28), 29 + more, 24 + more, colour)
            limb(c, (112, -28), hand, 24 + more, 18 + more, colour)
        for hx, hy in (hand, far):
            with at(c, hx - 8, hy + 1, 0.86, slope):
                draw_hand(c, look.skin, "grip")
        return end


# ---- in the water ------------------------------------------------------------------------------

def in_water(c, look, pose, t, x, y, s, over=None, calm=0.0, level=-238.0):
    """A person upright in the water; (x, y) is where the surface cuts him, `level` in his own units."""
    top = y
    rings_on_water(c, x, y + 10 * s, t, 1.25 * s, WHITE, 0.5 - 0.2 * calm, 0.5 - 0.2 * calm)
    c.save()                                          # What shines through the water.
    c.rectangle(x - 600 * s, top, 1200 * s, 420 * s)
    c.clip()
    c.push_group()
    with at(c, x + 6 * math.sin(t * 2.2), y - level * s * 1.0, s):
        draw_person(c, look, pose, t, over)
    c.pop_group_to_source()
    c.mask(down(top, top + 300 * s, (0, WHITE, 0.42), (0.5, WHITE, 0.16), (1, WHITE, 0.0)))
    c.restore()
    c.save()
    n = 12
    c.new_path()
    c.move_to(x - 700 * s, y - 1500 * s)
    for i in range(n + 1):
        px = x - 700 * s + 1400 * s * i / n
        c.line_to(px, top + (6 * math.sin(t * 2.3 + i * 1.9)) * s)
    c.line_to(x + 700 * s, y - 1500 * s)
    c.close_path()
    c.clip()
    with at(c, x, y - level * s, s):
        draw_person(c, look, pose, t, over)
    c.restore()
    for i in range(7):                                # The lip of the water on him.
        px = x + (i - 3) * 52 * s
        w = (34 + 12 * math.sin(t * 1.9 + i)) * s
        curve(c, [(px - w, top + 5 * s + 4 * s * math.sin(t * 2.3 + i)), (px, top + 1 * s),
                  (px + w, top + 6 * s)], WHITE, 5 * s, 0.55)


__all__ = ["DONG", "LELE", "WET", "XIAOHE", "ZHANG", "Face", "bag", "in_water", "key", "legs",
           "mix", "net", "net_in_hand", "prone", "standing", "hash01", "NEAR", "SAND"]
