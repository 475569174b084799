# SPDX-License-Identifier: MIT
"""假客服的“退款”, first half: the parcel, the call, the shared screen.

Each scene takes (c, t, T): canvas, time in the shot, time in the film.
"""

import math

import places
import props
import screens
import screens_shop as shop
import storyboard_refund as board
from cast import CALLER, LIN, ear_hand, voice
from face import Face
from figures import Hand, Pose, draw_person
from speech import Talk
from stage import (AMBER, HEIGHT, HONEY, INK, MAPLE, SAND, TEAL2, WHITE, WIDTH, Camera, at, blob,
                   box, curve, darker, down, glow, key, lighter, mix, oval, poly, pulse, smooth,
                   soft_disc, vignette, whole, wobble)

TALK = Talk(board.LINES)
CASE = "#C98D63"


# ---- at home ----------------------------------------------------------------------------------

def lap(c):
    """Crossed legs of somebody who sits on a sofa."""
    cloth, edge = "#3A5A66", darker("#3A5A66", 0.3)
    blob(c, [(-96, 20), (96, 20), (200, 84), (214, 130), (120, 158), (-120, 158), (-214, 130),
             (-200, 84)],
         cloth, edge, 3)
    curve(c, [(-190, 104), (-60, 96), (90, 138)], edge, 4)
    curve(c, [(190, 104), (60, 110), (20, 122)], edge, 4)
    blob(c, [(84, 130), (150, 128), (172, 150), (150, 166), (80, 164)], WHITE, darker(SAND, 0.3), 3)


def _parcel(c, flaps, front):
    """An open cardboard box on the lap; the back is drawn before the hands, the front after."""
    card = "#CFA36B"
    edge = darker(card, 0.3)
    if not front:
        box(c, -112, -44, 224, 90, 4, darker(card, 0.45))
        for k in (-1, 1):
            poly(c,
                 [(k * 112, -44), (k * 112, -10), (k * (112 + 66 * flaps), -46 + 20 * flaps),
                  (k * (112 + 60 * flaps - 100 * (1 - flaps)), -72 + 20 * flaps)],
                 lighter(card, 0.15), edge, 3)
        return
    box(c, -116, -12, 232, 132, 6, card, edge, 3)
    box(c, -18, -12, 36, 132, 0, AMBER, alpha=0.7)
    poly(c, [(-116, -12), (116, -12), (124, 26 * flaps - 40 * (1 - flaps)),
             (-124, 26 * flaps - 40 * (1 - flaps))],
         lighter(card, 0.2), edge, 3)


def _unpack(t):
    flaps = key(t, (0.7, 0.0), (1.5, 1.0, "over"))
    lift = key(t, (1.9, 0.0), (3.1, 1.0, "anti"), (5.3, 1.0), (6.2, 0.25))
    heard = key(t, (5.05, 0.0), (5.6, 1.0, "anti"))
    face = Face(turn=-0.12 - 0.25 * lift * (1 - heard) + 0.75 * heard,
                nod=0.42 - 0.5 * lift * (1 - heard) - 0.2 * heard,
                tilt=0.04 * wobble(t, 2) - 0.07 * lift + 0.08 * heard,
                look=(-0.2 - 0.2 * lift + 1.1 * key(t, (5, 0), (5.2, 1)), 0.35 - 0.3 * lift),
                smile=0.55 + 0.4 * lift - 0.45 * heard, squint=0.25 + 0.4 * lift * (1 - heard),
                brow=0.15 + 0.3 * lift, lids=1 + 0.15 * heard, open=0.3 * pulse(t, 2.9, 0.5, 0.2),
                sway=0.25 * wobble(t - 0.15, 2) + 0.6 * props.swing(t, 5.3))
    lx = -88 + 10 * pulse(t, 0.6,
                          0.8) - 34 * smooth((t - 0.9) / 0.4) * (1 - smooth((t - 1.6) / 0.3))
    left = Hand((lx - 4 * lift, 34 - 128 * lift), 0.55 - 0.25 * lift,
                "wrap" if lift > 0.05 else "rest", prop=None)
    right = Hand((88 - 16 * lift, 34 - 122 * lift), 2.6 + 0.1 * lift, "rest", flip=True)
    return Pose(face, left, right, lean=-0.02 + 0.01 * wobble(t, 5)), flaps, lift


def home(c, t, T):
    cam = Camera(key(t, (0, 860.0), (4.6, 980.0), (7, 1040.0)), key(t, (0, 500.0), (4.6, 540.0)),
                 key(t, (0, 1.0), (4.6, 1.1), (7.0, 1.16)))
    places.living_room(c, cam, T)
    pose, flaps, lift = _unpack(t)
    ring = smooth((t - 5.0) / 0.15)
    with cam.layer(c):
        places.sofa(c, 980, 820)
        props.cat(c, 640, 776, T, 1.0, key(t, (5.2, 0.0), (5.7, 1.0, "over")))
        with at(c, 1380 + 4 * math.sin(t * 70) * ring, 772):
            if ring:
                glow(c, 0, -20, 170, HONEY, 0.7)
                props.rings(c, 0, -20, t, MAPLE, 0.6, 0.75)
            poly(c, [(-70, 8), (-50, -20), (72, -20), (62, 8)], INK, lighter(INK, 0.3), 3)
            poly(c, [(-58, 4), (-44, -16), (64, -16), (56, 4)], mix("#24363B", "#7FE0C0", ring))
        with at(c, 1010, 760, 1.42):
            draw_person(c, LIN, pose, T, over=lambda c: _lap_and_box(c, flaps, lift))
            with at(c, 0, 60):
                _parcel(c, flaps, True)
        _tea_front(c, T)


def _lap_and_box(c, flaps, lift):
    lap(c)
    with at(c, 0, 60):
        _parcel(c, flaps, False)
    if lift > 0.03:
        with at(c, -6, 62 - 118 * lift):
            props.cup(c, 0, 20, 0.95, "#DCEBE5")


def _tea_front(c, T):
    """The low table in front, out of the way of the captions."""
    oval(c, 980, 1090, 620, 74, darker("#A97D52", 0.25))
    oval(c, 980, 1076, 620, 74, "#C79A68", darker("#A97D52", 0.1), 3)
    props.steam(c, 560, 990, T, 1.1)
    props.cup(c, 560, 1070, 1.0, WHITE)


def soft_room(c, T):
    """The room out of focus, behind what is seen close."""
    whole(c, down(0, HEIGHT, (0, "#C8B998"), (1, "#B8976B")))
    for i in range(12):
        x, y = (i * 347) % 2000, 120 + (i * 211) % 860
        col = ("#FFE2A0", "#7FA9A0", "#E8A78D", "#F2C879", "#5E8F8A")[i % 5]
        soft_disc(c, x + 14 * wobble(T, i, 0.5), y + 9 * wobble(T, i + 4, 0.4),
                  95 + (i * 53) % 130, col, 0.34)


def held_phone(c, screen, x, y, scale, turn):
    with at(c, x, y, scale, turn):
        props.holding_palm(c, LIN.skin)
        props.phone(c, screen, case="#3A2F2A")
        props.holding_fingers(c, LIN.skin)


def finger(c, x, y, press=0.0, scale=0.88, turn=-0.52):
    with at(c, x, y, scale, turn):
        props.big_finger(c, LIN.skin, LIN.top, darker(LIN.top, 0.12), press)


def unknown(c, t, T):
    soft_room(c, T)
    with at(c, WIDTH / 2, 540, 1 + 0.04 * t, 0.008 * math.sin(t * 40) * (1 if t < 1.6 else 0)):
        held_phone(c, lambda c: screens.incoming(c, None, "陌生号码", "Unknown number", T, False), 0,
                   20, 1.1, -0.05)
    x, y = key(t, (0.4, (1500.0, 1180.0)), (1.35, (1094.0, 880.0)), (1.6, (1076.0, 826.0), "in"),
               (1.8, (1076.0, 826.0)),
               (2.4, (1200.0, 960.0)))
    finger(c, x, y, pulse(t, 1.6, 0.2, 0.1), 0.9)


# ---- the call ---------------------------------------------------------------------------------

def _half(c, x_top, x_bottom, left):
    """Clips to one side of a slanting line."""
    c.new_path()
    for p in ((x_top, -10), (x_bottom, 1090),
              *(((-10, 1090), (-10, -10)) if left else ((1930, 1090), (1930, -10)))):
        c.line_to(*p)
    c.close_path()
    c.clip()


def desk(c, T, on=1.0):
    """The caller's desk with the back of his screen, and its light on him."""
    box(c, -600, 930, 3200, 400, 0, "#22363B", "#35525A", 4)
    if on > 0.02:
        glow(c, 0, 700, 560, "#8FE0D0", 0.20 * on)


def _caller(c, face, T, x, y, scale, hands=None, on=1.0):
    left, right = hands or (Hand((-92, 20 + 5 * math.sin(T * 7.3)), 0.9, "rest"),
                            Hand((92, 20 + 5 * math.sin(T * 8.1 + 1)), 2.3, "rest", flip=True))
    with at(c, x, y, scale):
        draw_person(c, CALLER, Pose(face, left, right, lean=0.012 * math.sin(T * 0.9)), T)


def _smooth_face(t, T):
    """The smile that never reaches the eyes."""
    return Face(turn=0.35 + 0.06 * math.sin(T * 1.1), nod=0.03, tilt=0.05 * math.sin(T * 1.4),
                look=(0.5, 0.1),
                smile=0.85, squint=0.0, brow=0.35, worry=0.25, lids=0.92)


def knows(c, t, T):
    slide = key(t, (0.0, 1.0), (0.7, 0.0, "out"))
    dx = -1000 * slide
    c.save()
    _half(c, 1010 + dx, 900 + dx, True)
    places.call_room(c, Camera(980, 540, 1.05), T)
    face = voice(_smooth_face(t, T), TALK, T, "caller")
    with at(c, 520, 0):
        desk(c, T)
    _caller(c, face, T, 460 + dx * 0.3, 1010, 1.95)
    c.restore()
    c.save()
    _half(c, 1010 + dx, 900 + dx, False)
    places.living_room(c, Camera(1160, 500, 1.25), T)
    wow = key(t, (2.4, 0.0), (3.2, 1.0, "anti"))
    nod = TALK.speaking(T, "caller")
    face = Face(turn=-0.4, nod=0.06 + 0.06 * nod * math.sin(T * 3.4), tilt=-0.04 - 0.05 * wow,
                look=(-0.6, -0.05), smile=0.1 + 0.25 * wow,
                brow=0.2 + 0.7 * wow, lids=1 + 0.25 * wow, sway=0.4 * props.swing(t, 2.6))
    voice(face, TALK, T, "lin")
    cup_hand = Hand((-70, -50 - 10 * wow), 0.4, "grip", prop=cup_prop)
    with at(c, 1490 - dx * 0.1, 1110, 2.2):
        draw_person(c, LIN, Pose(face, cup_hand, ear_hand(1, CASE, t)), T)
    c.restore()
    curve(c, [(1014 + dx, -20), (896 + dx, 1100)], WHITE, 14)
    k = key(t, (2.3, 0.0), (2.9, 1.0, "lin"))
    frame = props.bubble(c, 985, 250, 280, 260, k, (700, 420))
    if frame:
        with frame:
            props.parcel_icon(c, 0, -2, 1.75)
            oval(c, 78, 70, 34, 34, "#3E9C6B")
            curve(c, [(64, 72), (75, 84), (94, 58)], WHITE, 8)


def cup_prop(c):
    c.save()
    c.translate(52, 14)
    c.rotate(-0.4)
    props.cup(c, 0, 0, 0.9, "#DCEBE5")
    c.restore()


def threat(c, t, T):
    cam = Camera(980, 540, 1 + 0.03 * t)
    places.call_room(c, cam, T)
    with cam.layer(c):
        push = key(t, (0.2, 0.0), (1.2, 1.0))
        face = _smooth_face(t, T)
        face.smile, face.worry = 0.85 - 0.75 * push, 0.25 + 0.55 * push
        face.brow = 0.35 + 0.3 * push
        face.turn, face.lids = 0.2, 1.08
        voice(face, TALK, T, "caller")
        hand = Hand((142, -150 + 8 * math.sin(t * 6)), -1.45 + 0.12 * math.sin(t * 6), "point",
                    joint=(158, -48))
        with at(c, 760, 0):
            desk(c, T)
        _caller(c, face, T, 700, 1170, 2.5, (Hand((-92, 20), 0.9, "rest"), hand))
    k = key(t, (0.7, 0.0), (1.3, 1.0, "lin"))
    frame = props.bubble(c, 1440, 350, 460, 330, k, (1010, 470))
    if frame:
        with frame:
            props.shield_icon(c, -108, 0, 1.5, TEAL2)
            props.clock_icon(c, 96, 4, 1.45, t * 1.6)


def fright(c, t, T):
    places.living_room(c, Camera(1000, 470, 1.5), T)
    k = key(t, (0.1, 0.0), (0.9, 1.0))
    face = Face(turn=-0.1, nod=0.02 + 0.05 * math.sin(t * 2), tilt=0.05 * math.sin(t * 1.7),
                look=(-0.3 + 0.3 * math.sin(t * 1.9), -0.2), smile=-0.5 * k, worry=1.0 * k,
                brow=0.5 * k, lids=1 + 0.25 * k, sway=0.1 * math.sin(t * 1.7 - 0.4))
    voice(face, TALK, T, "lin", 0.85)
    cheek = key(t, (0.5, 0.0), (1.2, 1.0, "over"))
    left = Hand((-120 + 52 * cheek, 40 - 222 * cheek), 1.5 - 2.6 * cheek, "flat",
                joint=(-160, -70), flip=False)
    with at(c, 760, 1240, 2.5):
        draw_person(c, LIN, Pose(face, left, ear_hand(1, CASE, t), shrug=12 * k, breath=1 + k), T)
    b = key(t, (0.9, 0.0), (1.5, 1.0, "lin"))
    frame = props.bubble(c, 1450, 330, 480, 360, b, (1060, 440), thought=True)
    if frame:
        with frame:
            _purse(c, t)


def _purse(c, t):
    """A purse out of which the coins fly."""
    with at(c, -40, 30, 1.35):
        for i in range(6):
            k = (t * 0.55 + i / 6) % 1
            props.coin(c, -50 + 190 * k + 10 * math.sin(i * 4), -10 - 150 * k + 120 * k * k,
                       34 * min(1.0, 3 * k), t * 5 + i)
        box(c, -130, 0, 190, 96, 24, "#8A5A44", darker("#8A5A44", 0.3), 5)
        poly(c, [(-130, 22), (60, 22), (80, -24), (-110, -24)], "#A9705A", darker("#8A5A44", 0.3),
             5)
        oval(c, -34, 34, 12, 12, HONEY, darker(AMBER, 0.3), 3)


def install(c, t, T):
    soft_room(c, T)
    whole(c, down(0, HEIGHT, (0, INK, 0.05), (1, INK, 0.16)))
    load = key(t, (0.4, 0.0), (1.0, 0.28), (1.5, 0.34), (2.3, 1.0))
    ask = key(t, (2.7, 0.0), (3.2, 1.0, "over"))
    press = pulse(t, 5.15, 0.25, 0.08)
    with at(c, WIDTH / 2 - 60, 500, 1 + 0.018 * t):
        held_phone(c, lambda c: shop.meeting(c, t, load, ask, press), 0, 26, 1.1, -0.03)
        x, y = key(t, (3.2, (640.0, 700.0)), (4.1, (96.0, 300.0)), (4.6, (120.0, 320.0)),
                   (5.1, (30.0, 218.0)), (5.4, (30.0, 218.0)),
                   (6.2, (420.0, 560.0)))
        finger(c, x, y, press, 0.9)
    vignette(c, 0.15)


def _monitor(c, T, x, y, scale, code, on=1.0):
    """His screen with her telephone on it."""
    with at(c, x, y, scale):
        box(c, -330, -270, 660, 480, 20, "#0C1518", "#3D5960", 6)
        box(c, -306, -246, 612, 432, 8, "#10353A")
        c.save()
        c.rectangle(-306, -246, 612, 432)
        c.clip()
        glow(c, 0, 0, 420, "#7FD8C8", 0.35)
        with at(c, 0, 128, 0.86):
            box(c, -210, -410, 420, 820, 40, "#081012", "#7FD8C8", 6)
            with at(c, -200, -400):
                c.save()
                c.rectangle(0, 0, 400, 800)
                c.clip()
                shop.shared(c, T - 0.35, code)
                if code > 0.99:
                    box(c, 26, 336, 348, 104, 16, None, MAPLE, 9, 0.55 + 0.45 * math.sin(T * 5))
                c.restore()
        for i in range(7):
            a = 0.5 + 0.4 * math.sin(T * 3 + i)
            box(c, -294, -220 + i * 56, 74 + 18 * math.sin(i * 5), 12, 6, "#7FD8C8", alpha=0.35 * a)
            box(c, 206, -220 + i * 56, 68 + 18 * math.sin(i * 3), 12, 6, "#7FD8C8", alpha=0.35 * a)
        c.restore()
        poly(c, [(-50, 210), (50, 210), (76, 300), (-76, 300)], "#16292E")


def mirror(c, t, T):
    slide = key(t, (0.0, 1.0), (0.8, 0.0, "out"))
    dx = -1200 * slide
    mine = key(t, (2.1, 0.0), (2.6, 1.0, "over"))
    his = key(t, (2.75, 0.0), (3.2, 1.0, "over"))
    c.save()
    _half(c, 1210 + dx, 1090 + dx, True)
    places.call_room(c, Camera(980, 540, 1.05), T)
    lean = key(t, (2.9, 0.0), (3.8, 1.0))
    face = Face(turn=0.6, nod=0.08 * lean, tilt=0.06 * lean, look=(0.9, 0.1),
                smile=0.5 + 0.45 * lean, worry=-0.9 * lean, brow=-0.1 * lean,
                squint=0.45 * lean, lids=1 - 0.1 * lean)
    voice(face, TALK, T, "caller")
    write = smooth((t - 4.2) / 0.6)
    hand = Hand((120 + 10 * math.sin(t * 11) * write, -6 + 5 * math.sin(t * 17) * write), 1.0,
                "grip", prop=_pen)
    _caller(c, face, T, 262 + 24 * lean, 1040 - 10 * lean, 1.72,
            (Hand((-92, 30), 0.9, "rest"), hand))
    _monitor(c, T, 800, 440, 0.98 + 0.05 * his, his)
    box(c, -40, 930, 1300, 300, 0, "#22363B", "#35525A", 4)
    c.restore()
    c.save()
    _half(c, 1210 + dx, 1090 + dx, False)
    soft_room(c, T)
    held_phone(c, lambda c: shop.shared(c, T, mine), 1555, 530 + 4 * wobble(T, 3), 1.02, 0.03)
    c.restore()
    curve(c, [(1214 + dx, -20), (1086 + dx, 1100)], WHITE, 14)
    if slide < 0.02:
        _link(c, t, his)
    vignette(c, 0.08 + 0.14 * smooth((t - 3) / 3))


def _pen(c):
    c.save()
    c.translate(40, 0)
    c.rotate(0.5)
    curve(c, [(-10, -40), (16, 44)], HONEY, 9)
    curve(c, [(16, 44), (19, 52)], INK, 5)
    c.restore()


def _link(c, t, strength):
    """Dots of light that run from her telephone to his screen."""
    for i in range(9):
        k = (t * 0.55 + i / 9) % 1
        x = 1330 - 260 * k
        y = 400 - 60 * math.sin(math.pi * k)
        oval(c, x, y, 8, 8, mix(HONEY, MAPLE, strength), alpha=0.9 * math.sin(math.pi * k))
