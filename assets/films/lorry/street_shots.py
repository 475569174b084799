# SPDX-License-Identifier: MIT
"""大车转弯, at street level up to the lorry that goes by. Scenes take (c, t, T)."""

import math

import props
import storyboard_lorry as board
from cast import voice
from face import Face
from figures import Hand, Pose, draw_person
from speech import Talk
from stage import (HEIGHT, HONEY, INK, MAPLE, WHITE, Camera, at, box, curve, darker, down, glow,
                   key, oval, poly, pulse, smooth, vignette, whole, wobble)
from walk import GROUND, draw_walker, football, pinwheel

import street
import vehicles
from people import BAG_BOY, BAG_GIRL, BOY, DRIVER, GIRL

TALK = Talk(board.LINES)


def windmill(turn, T, speed=6.0):
    """A prop: the windmill in a fist that points along `turn`."""
    def prop(c):
        c.save()
        c.translate(30, 0)
        c.rotate(-turn)
        pinwheel(c, T * speed, 0.95)
        c.restore()
    return prop


def ball_in_arm(turn):
    def prop(c):
        c.save()
        c.translate(26, 0)
        c.rotate(-turn)
        football(c, -6, -34, 52, 0.4)
        c.restore()
    return prop


# ---- along the shops --------------------------------------------------------------------------

def walk(c, t, T):
    run = 250 * t
    cam = Camera(key(t, (0, 900.0), (6.6, 1000.0)), 540, key(t, (0, 1.12), (3.0, 1.0)))
    street.shops(c, cam, T, run)
    phase = t * 2 * math.pi * 0.92
    turn_to = pulse(t, 3.2, 2.4, 0.4)
    with cam.layer(c):
        face = Face(turn=0.62 - 1.15 * pulse(t, 0.8, 2.4, 0.4), nod=0.03 * math.sin(2 * phase),
                    smile=0.8, squint=0.35, look=(0.5 - 1.0 * pulse(t, 0.8, 2.4, 0.4), 0.05),
                    brow=0.3, sway=0.3 * math.sin(2 * phase + 0.8))
        voice(face, TALK, T, "boy")
        hop = abs(math.sin((t - 0.9) * math.pi))  # the ball is bounced once a second
        hand_y = 30 - 26 * hop
        left = Hand((-96 - 40 * math.sin(phase), 28), 1.5, "rest", flip=True)
        right = Hand((112, hand_y), 1.1, "flat", flip=True)
        with at(c, 1120, 905 - GROUND * 0.92, 0.92):
            draw_walker(c, BOY, Pose(face, left, right), T, phase, 1.0, 1, BAG_BOY)
        football(c, 1120 + 0.92 * 148, 866 - 168 * hop, 46, t * 5)
        girl = Face(turn=0.55, nod=0.02 + 0.04 * math.sin(2 * phase), smile=0.6 + 0.3 * turn_to,
                    squint=0.3 + 0.3 * turn_to, look=(0.7, -0.05), brow=0.15 + 0.3 * turn_to,
                    tilt=0.05 * turn_to, sway=0.35 * math.sin(2 * phase + 1.4))
        voice(girl, TALK, T, "girl")
        high = Hand((176, -96 + 5 * math.sin(2 * phase)), -1.2, "grip",
                    prop=windmill(-1.2, T))
        swing = Hand((-90 + 44 * math.sin(phase), 30), 1.5, "rest", flip=True)
        with at(c, 740, 912 - GROUND * 0.9, 0.9):
            draw_walker(c, GIRL, Pose(girl, swing, high), T, phase + 0.7, 1.0, 1, BAG_GIRL,
                        cloth="#39585E")
    street.falling(c, T)


# ---- at the corner ----------------------------------------------------------------------------

BOY_X, GIRL_X, FEET = 640.0, 400.0, 786.0


def children(c, T, boy, girl, boy_at, girl_at, scale=0.86, strides=(0, 0), phase=0.0):
    """Both of them at the kerb, whole; boy and girl are poses."""
    with at(c, girl_at[0], girl_at[1] - GROUND * scale, scale):
        draw_walker(c, GIRL, girl, T, phase + 0.9, strides[1], 0, BAG_GIRL, "#39585E")
    with at(c, boy_at[0], boy_at[1] - GROUND * scale, scale):
        draw_walker(c, BOY, boy, T, phase, strides[0], 0, BAG_BOY)


def girl_pose(face, T, out=0.0):
    """The windmill in one hand; out 0..1 holds the other arm across her friend."""
    left = Hand((-184, -76 + 3 * wobble(T, 2)), -1.9, "grip", prop=windmill(-1.9, T, 3.0),
                flip=True)
    right = Hand((104 + 90 * out, 44 - 120 * out), 1.5 - 1.3 * out, "rest" if out < 0.5 else "open")
    return Pose(face, left, right)


def boy_pose(face, T, ball=True, reach=0.0):
    left = Hand((-96, 46), 1.6, "rest", flip=True)
    right = Hand((112 + 40 * reach, 14 + 10 * reach), 0.9, "grip" if ball else "open",
                 prop=ball_in_arm(0.9) if ball else None)
    return Pose(face, left, right)


def corner(c, t, T):
    cam = Camera(key(t, (0, 900.0), (3.0, 960.0)), key(t, (0, 490.0), (3.0, 530.0)),
                 key(t, (0, 1.14), (3.2, 1.0)))
    street.corner(c, cam, T)
    come = key(t, (0.9, 0.0), (4.4, 1.0, "out"))
    with cam.layer(c, 0.97):
        with at(c, 1240 - 50 * come, 640 + 90 * come, 0.36 + 0.52 * come):
            vehicles.lorry_front(c, T, vehicles.blink(T) if t > 3.0 else 0.0, 0.0, _at_the_wheel(T))
    with cam.layer(c):
        arrive = key(t, (0.0, 0.0), (1.3, 1.0, "out"))
        still = 1 - arrive
        glance = pulse(t, 3.4, 2.2, 0.4)
        b = Face(turn=0.05 - 0.3 * pulse(t, 0.8, 1.6, 0.3), nod=0.12, smile=0.45, look=(0.1, 0.25),
                 brow=0.2, tilt=0.04 * math.sin(t * 2), sway=0.2 * props.swing(t, 1.2))
        voice(b, TALK, T, "boy")
        g = Face(turn=0.1 + 0.55 * glance, nod=0.03, smile=0.35 - 0.2 * glance,
                 look=(0.2 + 0.7 * glance, 0.05), brow=0.2 + 0.4 * glance, lids=1 + 0.15 * glance)
        bp = boy_pose(b, T)
        bp.bob = 5 * abs(math.sin(t * 5)) * arrive  # he cannot stand still
        children(c, T, bp, girl_pose(g, T), (BOY_X, FEET - 40 * still + 10 * arrive),
                 (GIRL_X, FEET - 60 * still - 14 * arrive), 0.86, (still, still), t * 8)


def _at_the_wheel(T, turn=0.0):
    def driver(c):
        with at(c, -70, -190, 0.62):
            draw_person(c, DRIVER, Pose(Face(turn=turn, look=(turn, 0), smile=0.2),
                                        Hand((-60, 20), 0.6, "grip"), Hand((60, 20), 2.5, "grip")),
                        T)
    return driver


def signal(c, t, T):
    whole(c, down(0, HEIGHT, (0, "#A9D3DB"), (1, "#F6ECCB")))
    for i in range(7):
        oval(c, 150 + i * 300, 1010 + 40 * math.sin(i * 2), 190, 130, street.LEAVES[i % 4],
             alpha=0.75)
    on = smooth((t - 0.65) / 0.08)
    with at(c, 960, 520, key(t, (0, 1.0), (1.8, 1.1))):
        vehicles.walker_light(c, T, on, T)
    street.falling(c, T, 5)


def _tug(t):
    """How far he is held back: he goes, she pulls."""
    return key(t, (0.3, 0.0), (1.9, 1.0), (2.5, -0.35, "over"), (3.2, -0.2))


def grab(c, t, T):
    cam = Camera(key(t, (0, 900.0), (2.3, 960.0), (5.0, 940.0)), 560,
                 key(t, (0, 1.12), (2.3, 1.2), (5.0, 1.26)), 0.012 * pulse(t, 2.2, 0.3, 0.1))
    street.corner(c, Camera(860, 470, 1.5), T)
    held = key(t, (1.9, 0.0), (2.35, 1.0, "over"))
    go = key(t, (0.2, 0.0), (1.9, 1.0))
    with cam.layer(c):
        g = Face(turn=0.15 + 0.6 * pulse(t, 0.9, 4.5, 0.4), nod=0.05, smile=0.2 - 0.75 * held,
                 look=(0.3 + 0.6 * go, 0.0), brow=0.3 + 0.6 * held, lids=1 + 0.32 * held,
                 worry=0.7 * held, sway=0.7 * props.swing(t, 2.1, 9))
        voice(g, TALK, T, "girl", 1.15)
        left = Hand((-190, -84), -1.9, "grip", prop=windmill(-1.9, T, 9.0), flip=True)
        arm = Hand(key(held, (0, (120.0, 20.0)), (1, (212.0, -150.0))), 1.0 - 1.1 * held,
                   "grip" if held > 0.4 else "open")
        pull = Pose(g, left, arm, lean=-0.10 * held)
        b = Face(turn=0.1 + 0.55 * held, nod=0.1 * go - 0.12 * held, smile=0.9 - 1.2 * held,
                 look=(0.2 + 0.7 * held, 0.0), brow=0.3 + 0.55 * held, lids=1 + 0.4 * held,
                 open=0.22 * pulse(t, 2.2, 1.6, 0.15), sway=0.9 * props.swing(t, 2.15, 10))
        voice(b, TALK, T, "boy", 1.1)
        x = 1010 + 110 * _tug(t)
        up = pulse(t, 0.2, 1.6, 0.3)
        bl = Hand((-104 - 70 * held, 30 - 90 * held), 1.7 + 1.2 * held, "open", flip=True)
        br = Hand((112 + 30 * up + 50 * held, 10 - 120 * up - 60 * held),
                  0.9 - 1.2 * up - 0.6 * held, "open" if t > 1.3 else "grip",
                  prop=ball_in_arm(0.9) if t < 1.3 else None)
        with at(c, x, 1010, 1.42):
            draw_walker(c, BOY, Pose(b, bl, br, lean=0.10 * go - 0.2 * held,
                                     bob=-10 * abs(math.sin(t * 7)) * go * (1 - held)), T,
                        t * 7, go * (1 - held), 0, BAG_BOY, shadow=False)
        with at(c, 610, 1020, 1.42):
            draw_walker(c, GIRL, pull, T, 0, 0, 0, BAG_GIRL, shadow=False)
        if t >= 1.3:
            k = t - 1.3
            y = min(930, 960 - 60 * k + 900 * k * k) if k < 0.3 else 930 - 90 * abs(
                math.sin((k - 0.3) * 6)) * math.exp(-(k - 0.3) * 2.2)
            football(c, x * 0 + 1190 + 150 * min(k, 1.4), y, 66, k * 4)
    glow(c, 1980, 480, 700, "#FFB52E", 0.5 * vehicles.blink(T) * smooth((t - 2.2) / 0.4))


# ---- the driver -------------------------------------------------------------------------------

def cab(c, t, T):
    """Through his windscreen: the mirror shows nobody, yet there is a yellow cap at his door."""
    cam = Camera(key(t, (0, 1000.0), (3.6, 930.0)), 540, key(t, (0, 1.0), (3.6, 1.08)))
    whole(c, darker(vehicles.CAB, 0.1))
    with cam.layer(c):
        c.save()
        c.new_path()
        for p in ((470, 60), (1960, 60), (2000, 800), (400, 800)):
            c.line_to(*p)
        c.clip()
        box(c, 300, 0, 1800, 900, 0, down(0, 900, (0, "#33474B"), (1, "#5B6C6C")))
        box(c, 560, 250, 620, 560, 60, "#7A6A55", darker("#7A6A55", 0.3), 4)
        box(c, 1300, 250, 620, 560, 60, "#7A6A55", darker("#7A6A55", 0.3), 4)
        look = key(t, (0.5, 0.0), (1.0, 1.0, "anti"))
        face = Face(turn=0.1 - 0.75 * look, nod=0.03, look=(0.1 - 0.95 * look, 0.12), smile=0.15,
                    brow=0.15 + 0.2 * look, squint=0.15 * look)
        voice(face, TALK, T, "driver")
        steer = 0.2 * math.sin(t * 1.3) + 0.5 * smooth((t - 2.6) / 0.8)
        with at(c, 1240, 800, 1.5):
            hands = (Hand((-112, -20 + 30 * steer), -1.4 + 0.3 * steer, "grip"),
                     Hand((112, -20 - 30 * steer), -1.7 + 0.3 * steer, "grip", flip=True))
            draw_person(c, DRIVER, Pose(face, *hands), T)
        with at(c, 1240, 800, 1.0, steer):
            oval(c, 0, 0, 250, 150, None, "#1C2426", 34)
        poly(c, [(760, 0), (980, 0), (700, 900), (430, 900)], WHITE, alpha=0.10)
        poly(c, [(1040, 0), (1090, 0), (820, 900), (760, 900)], WHITE, alpha=0.08)
        c.restore()
        curve(c, [(470, 60), (400, 800)], darker(vehicles.CAB, 0.3), 34)
        curve(c, [(440, 800), (2000, 800)], darker(vehicles.CAB, 0.3), 30)
        box(c, 380, 815, 1700, 400, 0, vehicles.CAB)
        curve(c, [(650, 815), (1180, 806)], INK, 16)
        _mirror(c, t, T)
        _hidden(c, t, T)
    on = vehicles.blink(T)
    if on:
        glow(c, 640, 960, 240, "#FFB52E", 0.9)
        box(c, 600, 930, 80, 60, 16, "#FFB52E", None)


def _mirror(c, t, T):
    curve(c, [(430, 330), (330, 300), (270, 300)], INK, 22)
    hot = pulse(t, 0.9, 2.6, 0.3)
    if hot > 0.02:
        box(c, 52, 92, 316, 496, 60, None, HONEY, 16, 0.8 * hot)
    box(c, 70, 110, 280, 460, 46, "#1F2A2D", INK, 5)
    c.save()
    box(c, 92, 132, 236, 416, 32, "#BFE0E4")
    c.new_path()
    c.rectangle(92, 132, 236, 416)
    c.clip()
    box(c, 92, 132, 236, 180, 0, down(132, 312, (0, "#BFE0E4"), (1, "#F6ECCB")))
    for i in range(4):
        oval(c, 90 + i * 40, 300, 50, 56, street.LEAVES[i], alpha=0.8)
    poly(c, [(92, 560), (92, 330), (190, 306), (250, 560)], street.PAVE)
    poly(c, [(190, 306), (214, 306), (420, 560), (250, 560)], street.ASPHALT)
    poly(c, [(214, 190), (340, 100), (340, 560), (300, 560), (214, 320)], vehicles.CARGO,
         darker(vehicles.CARGO, 0.25), 4)
    poly(c, [(214, 268), (340, 380), (340, 420), (214, 284)], "#1F7F7B")
    poly(c, [(110, 110), (170, 110), (90, 330), (60, 330)], WHITE, alpha=0.35)
    c.restore()


def _hidden(c, t, T):
    """Xiaoman's cap and Xiaoyu's hair below the mirror, outside: we see them, he does not."""
    rise = key(t, (1.4, 90.0), (2.2, 0.0, "out"))
    c.save()
    c.new_path()
    c.rectangle(-200, 600, 640, 700)
    c.clip()
    fear = Face(turn=0.35, look=(0.6, -0.4), brow=0.7, worry=0.7, lids=1.3, smile=-0.3)
    for look, x, y, bag in ((GIRL, 120, 1240, BAG_GIRL), (BOY, 330, 1290, BAG_BOY)):
        with at(c, x, y + rise + 3 * wobble(T, x), 1.05):
            draw_person(c, look, Pose(fear), T)
    c.restore()


def loom(c, t, T):
    cam = Camera(key(t, (0, 1000.0), (4.4, 900.0)), key(t, (0, 540.0), (4.4, 560.0)),
                 key(t, (0, 1.02), (4.4, 1.14)))
    street.corner(c, cam, T)
    come = key(t, (0.3, 0.0), (4.4, 1.0, "in"))
    with cam.layer(c):
        g = Face(turn=0.62, look=(0.9, -0.1), brow=0.7, lids=1.3, worry=0.7, smile=-0.35)
        b = Face(turn=0.6, look=(0.9, -0.15), brow=0.8, lids=1.35, worry=0.6, smile=-0.3,
                 open=0.16)
        bp = boy_pose(b, T, False)
        bp.lean = -0.05 - 0.03 * come
        children(c, T, bp, girl_pose(g, T, 1.0), (BOY_X - 10, FEET + 14), (GIRL_X, FEET - 6))
        football(c, 800, 816, 42, 0.6)
    with cam.layer(c, 1.02):
        with at(c, 1200 - 30 * come, 730 + 90 * come, 0.88 + 0.42 * come, -0.012 * come):
            vehicles.lorry_front(c, T, vehicles.blink(T), key(t, (0.2, 0.0), (1.0, -1.0)),
                                 _at_the_wheel(T, -0.5 * (1 - come)))
    vignette(c, 0.08 + 0.16 * come)


def back(c, t, T):
    cam = Camera(key(t, (0, 860.0), (2.4, 820.0), (4.4, 840.0)), 500,
                 key(t, (0, 1.06), (2.4, 1.04), (4.4, 1.1)))
    street.corner(c, cam, T)
    steps = key(t, (0.3, 0.0), (0.8, 1.0), (0.95, 1.0), (1.4, 2.0), (1.55, 2.0), (2.0, 3.0))
    want = pulse(t, 2.3, 1.9, 0.35)
    walking = pulse(t, 0.35, 1.55, 0.15)
    phase = steps * math.pi
    with cam.layer(c):
        y = FEET + 14 - 50 * steps
        s = 0.86 - 0.045 * steps
        g = Face(turn=0.45 - 0.5 * want + 0.3 * key(t, (3.6, 0.0), (4.0, 1.0)), nod=0.06,
                 smile=-0.1, look=(0.6 - 0.3 * want, 0.1), brow=0.5, lids=1.15, worry=0.3)
        voice(g, TALK, T, "girl", 1.1)
        b = Face(turn=0.45, nod=0.05 + 0.25 * want, look=(0.6, 0.1 + 0.6 * want), brow=0.5,
                 worry=0.7, lids=1.15, smile=-0.35)
        voice(b, TALK, T, "boy")
        children(c, T, boy_pose(b, T, False, want), girl_pose(g, T, 1.0),
                 (BOY_X - 10 - 24 * steps, y), (GIRL_X - 14 * steps, y - 18), s,
                 (walking, walking), phase)
        for i in range(3):  # the steps they took, on the pavement
            k = smooth((steps - i - 0.4) / 0.5)
            if k > 0.01:
                yy = FEET + 8 - 50 * i
                for dx in (-26, 24):
                    oval(c, BOY_X - 8 - 24 * i + dx, yy, 15, 8, MAPLE, alpha=0.55 * k)
        football(c, 800, 816, 42, 0.6)
    with cam.layer(c, 1.05):
        come = key(t, (2.2, 0.0), (4.4, 1.0, "in"))
        with at(c, 1240 + 80 * (1 - come), 830 + 60 * come, 1.12 + 0.2 * come):
            vehicles.lorry_front(c, T, vehicles.blink(T), -1.0, _at_the_wheel(T, -0.1))


def passing(c, t, T):
    shake = 5 * math.sin(t * 40) * pulse(t, 0.3, 1.5, 0.3)
    cam = Camera(780 + shake, 500 + shake * 0.6, key(t, (0, 1.08), (2.2, 1.08), (3.8, 1.24)))
    street.corner(c, cam, T)
    gone = smooth((t - 1.9) / 0.4)
    with cam.layer(c):
        gust = 0.9 * math.sin(t * 13) * pulse(t, 0.4, 2.0, 0.3)
        g = Face(turn=0.4 - 0.75 * smooth((t - 1.0) / 1.2), look=(-0.5 * gone, 0.4 * gone),
                 brow=0.8, lids=1.35, smile=-0.1, sway=gust, open=0.15 * gone)
        b = Face(turn=0.4 - 0.4 * smooth((t - 1.0) / 1.2), nod=0.2 * gone, look=(0.3, 0.7 * gone),
                 brow=0.9, lids=1.4, smile=-0.15, sway=gust, open=0.2 * gone)
        voice(b, TALK, T, "boy")
        s = 0.86 - 0.045 * 3
        y = FEET + 14 - 150
        children(c, T, boy_pose(b, T, False), girl_pose(g, T, 1.0), (BOY_X - 82, y),
                 (GIRL_X - 42, y - 18), s)
        flat = 1.0 if t > 1.5 else 0.0
        football(c, 800, 822, 42, 0.6, flat)
        if gone > 0.1:
            for i in range(5):  # dust and leaves behind the lorry
                k = (t - 1.9) * 0.7 + 0.1 * i
                oval(c, 500 - 330 * k - 60 * i, 800 - 40 * i * k, 40 + 60 * k, 18 + 20 * k,
                     street.PAVE, alpha=max(0.0, 0.5 - 0.35 * k))
    with cam.layer(c, 1.15):
        x = key(t, (0.0, 2300.0), (2.3, -2100.0, "lin"))
        vehicles.lorry_side(c, x, 1000, 1.1, -x, T)
    if gone > 0.3:
        k = key(t, (2.3, 0.0), (2.7, 1.0, "out")) * (1 - smooth((t - 3.3) / 0.3))
        with cam.layer(c):
            oval(c, 800, 842, 40 + 60 * k, 20 + 30 * k, None, MAPLE, 7, 0.8 * k)

