# SPDX-License-Identifier: MIT
"""第六个“不”, first half: the invitation, the five nots, the slip.

Each scene takes (c, t, T): canvas, time in the shot, time in the film.
"""

import math

import props
import river_place as place
import storyboard_river as board
from cast import voice
from face import Face
from figures import Hand, Pose, draw_person
from river_people import DONG, LELE, XIAOHE, bag, net_in_hand, standing
from speech import Talk
from stage import (AMBER, HONEY, INK, MAPLE, PAPER, TEAL, TEAL2, WHITE, Camera, at, blob, box,
                   curve, darker, glow, key, lighter, limb, mix, oval, poly, pulse, smooth, wobble)

TALK = Talk(board.LINES)
SKIN = XIAOHE.skin


def front_reeds(c, cam, t, x0=-300, x1=500, n=12, s=1.4, seed=20):
    with cam.layer(c, 1.25):
        place.reeds(c, x0, x1, 1180, t, n, s, seed)


def dragonfly(c, x, y, t, s=1.0):
    with at(c, x + 60 * wobble(t, 3, 0.9), y + 26 * wobble(t, 8, 1.3), s, -0.2):
        for k in (-1, 1):
            for a in (-0.5, 0.25):
                with at(c, 0, 0, 1, a * k + 0.16 * math.sin(t * 40)):
                    oval(c, 0, k * 26, 7, 26, WHITE, alpha=0.55)
        curve(c, [(-12, 0), (46, 3)], MAPLE, 6)
        oval(c, -16, 0, 8, 7, darker(MAPLE, 0.3))


# ---- who is there ------------------------------------------------------------------------------

def _walker(t, T):
    """Xiaohe on her way along the bank; she stops when she is called."""
    stop = key(t, (4.9, 0.0), (5.6, 1.0))
    step = t * 7.2
    swing = math.sin(step) * (1 - stop)
    wave = pulse(t, 6.2, 1.4, 0.3)
    face = Face(turn=0.55 - 0.05 * stop, nod=0.05 + 0.04 * math.sin(step * 2) * (1 - stop),
                tilt=0.03 * swing, look=(0.6, 0.05), smile=0.55 + 0.25 * wave,
                brow=0.15 + 0.4 * pulse(t, 5.0, 1.6), squint=0.2 * wave,
                sway=0.4 * math.sin(step + 0.8) * (1 - stop) + 0.3 * props.swing(t, 5.2))
    turn = 1.5
    left = Hand((-108 - 8 * swing, 60), turn, "grip",
                prop=net_in_hand(turn, 0.72, 0.10 * math.sin(step - 0.5) * (1 - stop) +
                                 0.2 * props.swing(t, 5.3, 5)), flip=True)
    right = Hand((108 + 14 * swing + 40 * wave, 50 - 190 * wave),
                 1.5 - 2.9 * wave + 0.3 * math.sin(t * 11) * wave, "open" if wave > 0.4 else "rest",
                 joint=(126 + 20 * wave, -60) if wave > 0.02 else None)
    return Pose(face, left, right, lean=0.01 * swing), step, 1 - stop


def _lele_calls(t, T):
    call = pulse(t, 4.4, 3.6, 0.35)
    hop = abs(math.sin(t * 6)) * call
    face = Face(turn=-0.55, nod=-0.04, tilt=-0.05 + 0.04 * math.sin(t * 4) * call,
                look=(-0.7, 0), smile=0.85, squint=0.4, brow=0.4 * call,
                sway=0.25 * math.sin(t * 6 - 0.6) * call)
    voice(face, TALK, T, "lele")
    left = Hand((-118 - 46 * call, 50 - 190 * call),
                1.5 + 2.6 * call + 0.45 * math.sin(t * 9) * call, "open" if call > 0.4 else "rest",
                flip=call <= 0.4, joint=(-140 - 10 * call, -70 - 20 * call))
    right = Hand((96, 46), 1.4, "rest")
    return Pose(face, left, right, bob=-10 * hop, lean=-0.04 * call)


def _dong_plays(t, T):
    kick = math.sin(t * 3.2)
    face = Face(turn=-0.3 + 0.15 * wobble(t, 2), nod=0.25, tilt=0.06 * wobble(t, 1),
                look=(-0.2, 0.6), smile=0.8, squint=0.4)
    return Pose(face, Hand((-104, 62), 1.6, "rest", flip=True), Hand((104, 62), 1.5, "rest"),
                lean=0.03 * kick)


def river(c, t, T):
    cam = Camera(key(t, (0.0, 640.0), (5.6, 930.0), (8.2, 980.0)), key(t, (0, 500.0), (5.6, 530.0)),
                 key(t, (0.0, 1.2), (5.6, 1.04), (8.2, 1.1)))
    place.bank(c, cam, T)
    place.jetty_water(c, cam, T)
    pose, step, run = _walker(t, T)
    place.jetty(c, cam, T)
    with cam.layer(c):
        standing(c, DONG, _dong_plays(t, T), T, 1120, place.DECK - 4, 0.66, bare=True)
        standing(c, LELE, _lele_calls(t, T), T, 950, place.DECK + 6, 0.72, bare=True)
        x = key(t, (0.0, 180.0), (5.3, 520.0, "lin"))
        standing(c, XIAOHE, pose, T, x, place.DECK + 8, 0.74, over=bag, step=step, run=0.9 * run)
        dragonfly(c, 1420 - 30 * t, 560, T)
    front_reeds(c, cam, T)


# ---- the invitation ----------------------------------------------------------------------------

def _near_bank(c, cam, T):
    """The bank a little out of reach behind people seen close on the jetty."""
    far = Camera(700 + (cam.x - 960) * 0.5, 400, 1.35 * cam.zoom)
    place.bank(c, far, T)


def _deck_front(c, cam, T, y=930):
    with cam.layer(c, 1.06):
        place.water(c, T, y + 90, 1500, 1500)
        place.plank_edge(c, y, T)


def invite(c, t, T):
    cam = Camera(960, 540, key(t, (0, 1.0), (4.0, 1.06)))
    _near_bank(c, cam, T)
    beckon = 0.5 - 0.5 * math.cos(t * 6.5)
    with cam.layer(c):
        face = Face(turn=-0.42, nod=0.02, tilt=-0.06 + 0.04 * math.sin(t * 3), look=(-0.7, -0.05),
                    smile=1.0, squint=0.55, brow=0.35, sway=0.25 * math.sin(t * 3.2))
        left = Hand((-168 + 36 * beckon, -118 - 52 * beckon), -2.5 + 1.1 * beckon, "open",
                    joint=(-168, -66))
        right = Hand((70, -20), 2.7, "flat", flip=True, joint=(140, -70))
        with at(c, 650, 1010, 1.75):
            draw_person(c, LELE, Pose(face, left, right, lean=-0.03 - 0.02 * beckon,
                                      bob=-5 * beckon), T)
        stamp = math.sin(t * 5.2)
        face = Face(turn=-0.25, nod=0.05, tilt=0.07 * math.sin(t * 2.6), look=(-0.6, -0.1),
                    smile=0.9, squint=0.45, brow=0.4, sway=0.2 * math.sin(t * 5.2 - 0.7))
        voice(face, TALK, T, "dong")
        point = key(t, (0.7, 0.0), (1.3, 1.0, "anti"))
        right = Hand((104 + 60 * point, 40 - 20 * point), 1.4 - 0.5 * point,
                     "rest" if point < 0.4 else "flat", joint=(136, -60))
        left = Hand((-96, 20), 1.9, "rest", flip=True)
        with at(c, 1240, 1040, 1.62):
            draw_person(c, DONG, Pose(face, left, right, bob=-7 * abs(stamp),
                                      lean=0.03 * stamp), T)
    _deck_front(c, cam, T)


# ---- five nots ---------------------------------------------------------------------------------

def _not_icon(c, which, t):
    """What is missing, and a stroke through it."""
    if which == 0:       # No one at home knows.
        props.house_icon(c, 0, 4, 1.5)
        with at(c, 66, -66, 0.9):
            oval(c, 0, 0, 40, 40, MAPLE)
            curve(c, [(-14, -10), (-8, -24), (8, -24), (12, -8), (0, 4), (0, 10)], WHITE, 8)
            oval(c, 0, 24, 5, 5, WHITE)
        return
    if which == 1:       # Only children.
        for i, (x, col) in enumerate(((-72, AMBER), (0, "#D96C4F"), (72, TEAL2))):
            y = 10 + 5 * math.sin(t * 4 + i)
            blob(c, [(x - 34, 70), (x - 26, 30 + y * 0.2), (x, 20), (x + 26, 30 + y * 0.2),
                     (x + 34, 70)], col)
            oval(c, x, -8, 27, 29, "#F0C9A6")
            blob(c, [(x - 29, -6), (x - 24, -34), (x, -42), (x + 24, -34), (x + 29, -6),
                     (x, -22)], INK)
        return
    if which == 2:       # No grown-up.
        for x, h, col in ((-40, 1.0, TEAL), (42, 0.94, "#8A6A8C")):
            with at(c, x, 66, h * 1.1):
                blob(c, [(-46, 0), (-36, -58), (0, -72), (36, -58), (46, 0)], col)
                oval(c, 0, -100, 30, 33, "#E7BC95")
                blob(c, [(-32, -100), (-26, -132), (0, -142), (26, -132), (32, -100), (0, -116)],
                     INK)
        curve(c, [(-96, 76), (96, -80)], MAPLE, 15)
        return
    if which == 3:       # No lifeguard.
        with at(c, 0, 0):
            place.ring_buoy(c, -54, 16, 58, 0.3)
            curve(c, [(40, 70), (54, 0), (70, -60)], "#8C6B4E", 10)
            poly(c, [(70, -62), (128, -44), (64, -20)], MAPLE)
        curve(c, [(-96, 76), (96, -80)], MAPLE, 15)
        return
    for j in range(3):   # Unknown water.
        curve(c, [(-108 + i * 27, 20 + j * 30 + 9 * math.sin(i * 1.6 + t * 3 + j))
                  for i in range(9)], "#2F8490", 9)
    with at(c, 0, -48, 1.0 + 0.04 * math.sin(t * 5)):
        curve(c, [(-22, -8), (-14, -32), (12, -32), (20, -8), (0, 10), (0, 20)], MAPLE, 13)
        oval(c, 0, 44, 8, 8, MAPLE)


def _fingers(c, count, stop, t):
    """A right hand that faces us and puts up one finger after the other; wrist at the origin."""
    edge = darker(SKIN, 0.2)

    def digit(points, r):
        curve(c, points, edge, 2 * r + 4)
        curve(c, points, SKIN, 2 * r)
    spread = 0.16 + 0.05 * stop
    for i in range(4):
        up = smooth(count - i)
        base = (-39 + i * 26, -96)
        a = -math.pi / 2 + (i - 1.5) * spread
        n = (74, 84, 78, 62)[i]
        if up > 0.02:
            digit([base, (base[0] + n * 0.5 * up * math.cos(a), base[1] + n * 0.5 * up * math.sin(a)),
                   (base[0] + n * up * math.cos(a), base[1] + n * up * math.sin(a))], 14)
    blob(c, [(-52, -112), (0, -120), (52, -110), (58, -50), (40, 4), (-34, 4), (-56, -50)], SKIN,
         edge, 3)
    for i in range(4):
        down = 1 - smooth(count - i)
        if down > 0.3:
            x = -39 + i * 26
            digit([(x, -104), (x + 1, -72), (x + 2, -66)], 14)
    thumb = smooth(count - 4)
    digit([(-44, -34), (-44 - 42 * thumb + 30 * (1 - thumb), -52 - 26 * thumb - 14 * (1 - thumb)),
           (-44 - 62 * thumb + 62 * (1 - thumb), -84 * thumb - 62 * (1 - thumb))], 15)
    if stop > 0.1:
        curve(c, [(-30, -60), (-6, -78), (30, -74)], edge, 3, 0.6 * stop)
        curve(c, [(-34, -40), (-4, -50), (26, -46)], edge, 3, 0.6 * stop)


def nots(c, t, T):
    cam = Camera(960, 540, key(t, (0, 1.0), (7.6, 1.1), (8.4, 1.16), (11.0, 1.18)))
    _near_bank(c, cam, T)
    count = key(t, (0.6, 0.0), (0.9, 1.0, "over"), (2.0, 1.0), (2.3, 2.0, "over"), (3.5, 2.0),
                (3.8, 3.0, "over"), (4.8, 3.0), (5.1, 4.0, "over"), (6.4, 4.0),
                (6.7, 5.0, "over"))
    stop = key(t, (8.1, 0.0), (8.6, 1.0, "anti"))
    tick = sum(pulse(t, s, 0.16, 0.12) for s in (0.7, 2.1, 3.6, 4.9, 6.5))
    said = TALK.speaking(T, "he")
    to_hand = 1 - smooth((t - 7.6) / 0.4)
    face = Face(turn=-0.16 + 0.30 * to_hand, nod=0.02 + 0.10 * tick - 0.03 * stop,
                tilt=0.05 + 0.03 * math.sin(t * 1.7) - 0.08 * stop,
                look=(0.35 * to_hand - 0.05, 0.15 * to_hand - 0.02), smile=0.12 + 0.25 * stop,
                brow=0.25 + 0.25 * tick - 0.15 * stop, worry=0.1 - 0.35 * stop, lids=1.03,
                sway=0.18 * math.sin(t * 1.7 - 0.6) + 0.5 * props.swing(t, 8.2, 8))
    voice(face, TALK, T, "he", 0.9)
    with cam.layer(c):
        x = 640
        with at(c, x, 1250, 2.2):
            left = Hand((-112, 40), 1.6, "grip", flip=True, prop=net_in_hand(1.6, 0.8, 0.02))
            hand = (182 + 26 * stop, -150 + 10 * tick - 14 * stop)
            right = Hand(hand, -1.5, "none", joint=(176 + 8 * stop, -24))
            draw_person(c, XIAOHE, Pose(face, left, right, lean=-0.02 * said - 0.02 * stop), T, bag)
            with at(c, hand[0], hand[1] + 4, 0.86 + 0.22 * stop, 0.08 - 0.05 * stop):
                _fingers(c, count, stop, t)
    starts = (0.75, 2.1, 3.6, 4.9, 6.5)
    for i, start in enumerate(starts):
        end = starts[i + 1] if i < 4 else 8.0
        k = key(t, (start, 0.0), (start + 0.5, 1.0, "lin")) * (1 - smooth((t - end + 0.12) / 0.14))
        if k > 0.01:
            frame = props.bubble(c, 1480, 380, 400, 330, k, (1190, 560))
            if frame:
                with frame:
                    _not_icon(c, i, t)
    done = smooth((t - 8.2) / 0.4)
    if done > 0.01:                                  # All five, small, in a row, all struck.
        for i in range(5):
            k = key(t, (8.15 + 0.12 * i, 0.0), (8.55 + 0.12 * i, 1.0, "over"))
            if k < 0.02:
                continue
            with at(c, 1290 + (i % 3) * 190 + (95 if i > 2 else 0), 300 + (i // 3) * 196,
                    max(0.02, k)):
                oval(c, 4, 6, 84, 84, INK, alpha=0.14)
                oval(c, 0, 0, 84, 84, WHITE, MAPLE, 10)
                with at(c, 0, 0, 0.52):
                    _not_icon(c, i, t)


# ---- something better --------------------------------------------------------------------------

def _melon(c, s=1.0):
    with at(c, 0, 0, s):
        c.new_path()
        c.arc(0, -30, 100, 0.08, math.pi - 0.08)
        c.close_path()
        c.set_source_rgb(0.25, 0.5, 0.32)
        c.fill()
        c.new_path()
        c.arc(0, -30, 84, 0.08, math.pi - 0.08)
        c.close_path()
        c.set_source_rgb(0.92, 0.93, 0.80)
        c.fill()
        c.new_path()
        c.arc(0, -30, 76, 0.08, math.pi - 0.08)
        c.close_path()
        c.set_source_rgb(0.86, 0.30, 0.26)
        c.fill()
        for x, y in ((-40, -8), (-14, 12), (14, -6), (40, -8), (-2, 30)):
            oval(c, x, y, 4.5, 8, INK, turn=0.3)


def offer(c, t, T):
    cam = Camera(key(t, (0, 930.0), (3.8, 980.0)), 520, 1.22)
    place.bank(c, cam, T)
    place.jetty_water(c, cam, T)
    place.jetty(c, cam, T)
    won = key(t, (1.5, 0.0), (2.1, 1.0, "anti"))
    with cam.layer(c):
        go = key(t, (0.2, 0.0), (0.8, 1.0, "anti"))
        face = Face(turn=0.4, nod=0.02, tilt=0.05 + 0.05 * math.sin(t * 3), look=(0.6, 0.05),
                    smile=0.9, squint=0.5, brow=0.35, sway=0.4 * math.sin(t * 3 - 0.6))
        voice(face, TALK, T, "he")
        left = Hand((-108, 60), 1.5, "grip", prop=net_in_hand(1.5, 0.72, 0.05 * math.sin(t * 3)),
                    flip=True)
        right = Hand((110 + 40 * go, 50 - 130 * go + 10 * math.sin(t * 6) * go), 1.5 - 2.2 * go,
                     "open" if go > 0.3 else "rest", joint=(136 + 14 * go, -64))
        standing(c, XIAOHE, Pose(face, left, right, lean=0.02), T, 640, place.DECK + 8, 0.8,
                 over=bag)
        face = Face(turn=-0.45, nod=0.03 - 0.1 * won, tilt=-0.05 * won, look=(-0.7, 0),
                    smile=0.1 + 0.85 * won, squint=0.6 * won, brow=0.2 + 0.4 * won,
                    lids=1 + 0.25 * pulse(t, 1.6, 0.5), open=0.35 * pulse(t, 1.7, 0.8),
                    sway=0.3 * props.swing(t, 1.7))
        up = 150 * won
        left = Hand((-110 + 10 * won, 50 - up), 1.5 + 2.9 * won, "open" if won > .4 else "rest",
                    flip=won <= 0.4, joint=(-136, -60))
        right = Hand((110, 50 - up), 1.5 - 2.9 * won, "open" if won > .4 else "rest",
                     joint=(136, -60))
        standing(c, LELE, Pose(face, left, right, bob=-26 * abs(math.sin(t * 5)) * won *
                               (1 - smooth((t - 3.0) / 0.5))), T, 985, place.DECK + 8, 0.76,
                 bare=True)
        away = key(t, (2.2, 0.0), (2.9, 1.0))
        face = Face(turn=-0.4 + 1.0 * away, nod=0.1 + 0.25 * away, look=(-0.5 + 1.0 * away, 0.4),
                    smile=0.6)
        standing(c, DONG, Pose(face, Hand((-104, 62), 1.6, "rest", flip=True),
                               Hand((104, 62), 1.5, "rest"), lean=0.05 * away), T, 1150 + 26 * away,
                 place.DECK - 2, 0.66, bare=True, step=t * 7, run=0.3 * away)
    k = key(t, (0.9, 0.0), (1.5, 1.0, "lin"))
    frame = props.bubble(c, 240, 260, 300, 230, k, (470, 190))
    if frame:
        with frame:
            _melon(c, 1.0)
    front_reeds(c, cam, T, 1500, 2300, 10, 1.2, 30)


# ---- the slip ----------------------------------------------------------------------------------

def _foot(c, side, x, y, turn, wet):
    """A bare foot and shin seen from the side of the steps, toes to the right."""
    edge = darker(DONG.skin, 0.2)
    with at(c, x, y, 1, turn):
        cloth = "#3B5560"
        for colour, more in ((edge, 5), (mix(DONG.skin, INK, 0.10 * (side < 0)), 0)):
            limb(c, (-6, -330), (0, -60), 62 + more, 40 + more, colour)
            blob(c, [(-44, -70), (30, -72), (70, -40), (150, -22), (172, 2), (150, 18), (-30, 18),
                     (-56, -10)], colour)
            if not more:
                for i in range(5):
                    oval(c, 158 - i * 17, 2 + i * 1.2, 14, 13, colour, edge, 2.5)
                curve(c, [(20, -64), (60, -34)], edge, 3, 0.6)
        poly(c, [(-90, -1500), (84, -1500), (70, -318), (-80, -318)], cloth, darker(cloth, 0.3), 5)
        box(c, -92, -350, 174, 54, 16, lighter(cloth, 0.12), darker(cloth, 0.3), 5)
        if wet:
            for i in range(4):
                oval(c, -20 + i * 22, -120 + 34 * (i % 2), 5, 9, WHITE, alpha=0.8)


def slip(c, t, T):
    shake = 10 * math.exp(-max(0, t - 3.8) * 3) * math.sin(t * 60) if t > 3.75 else 0
    z = key(t, (0, 1.0), (3.2, 1.1), (5.2, 1.12))
    place.soft_evening(c, T)
    with at(c, 960, 540, z):
        with at(c, -960, -540 + shake):
            place.water(c, T, 620, 1500, 1500)
            for i, (x, y, w) in enumerate(((-300, 610, 1080), (-300, 740, 1290), (-300, 870, 1500))):
                stone = ("#A8A28E", "#8F9A7C", "#6F8A66")[i]
                poly(c, [(x, y), (x + w - 24, y), (x + w, y + 22), (x + w + 6, y + 150),
                         (x, y + 150)], stone, darker(stone, 0.3), 5)
                box(c, x, y + 34, w - 4, 6, 0, darker(stone, 0.12))
                moss = ("#7FA062", "#6B9A58", "#5C934F")[i]
                blob(c, [(x + 500 - 130 * i, y), (x + w - 90, y - 8), (x + w, y + 16),
                         (x + w - 10, y + 74), (x + w - 150, y + 40), (x + w - 330, y + 56),
                         (x + 560 - 100 * i, y + 26)], moss, alpha=0.55 + 0.2 * i)
                for j in range(5):
                    px = x + w - 80 - j * 130
                    curve(c, [(px, y + 6), (px + 50, y + 2)], WHITE, 5, 0.35 if i else 0.15)
            slide = key(t, (3.3, 0.0), (3.75, 1.0, "in"))
            drop = key(t, (3.7, 0.0), (4.0, 1.0, "in"))
            down = key(t, (0.5, 0.0), (1.5, 1.0), (2.1, 1.0))
            dip = key(t, (2.0, 0.0), (2.9, 1.0))
            first = (560 + 150 * down + 470 * slide + 120 * drop,
                     592 + 130 * down + 110 * slide + 900 * drop)
            second = (420 + 130 * down + 440 * dip + 330 * slide + 120 * drop,
                      592 + 130 * dip + 260 * slide + 900 * drop)
            lift = 70 * math.sin(math.pi * clamp01((t - 0.5) / 1.0)) if t < 1.5 else 0
            lift2 = 90 * math.sin(math.pi * clamp01((t - 2.0) / 0.9)) if 2.0 < t < 2.9 else 0
            if t < 3.96:
                _foot(c, -1, second[0], second[1] - lift2, -0.05 - 0.9 * slide, False)
                _foot(c, 1, first[0], first[1] - lift, 0.02 - 0.8 * slide, t > 3.0)
            k = (t - 3.8) / 1.25
            place.splash(c, 1330, 880, k, 1.9)
            if 0.15 < t - 3.3 < 0.7:
                for i in range(6):
                    curve(c, [(900 + i * 60, 690 + i * 22), (990 + i * 60, 690 + i * 22)],
                          WHITE, 6, 0.6)
    if t > 3.9:
        glow(c, 1330, 800, 900, WHITE, 0.20 * math.exp(-(t - 3.9) * 2))


def clamp01(x):
    return min(1.0, max(0.0, x))


__all__ = ["PAPER", "TALK", "front_reeds", "invite", "nots", "offer", "river", "slip"]
