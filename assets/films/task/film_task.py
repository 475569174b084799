# SPDX-License-Identifier: MIT
"""就差最后一笔: the scenes. Each takes (c, t, T): canvas, time in the shot, time in the film."""

import math

import places
import props
import storyboard_task as board
import task_places as here
import task_screens as screens
from cast import CALLER, end_words, ear_hand, held_up, voice
from face import Face
from figures import Hand, Pose, draw_person
from speech import Talk
from stage import (HEIGHT, INK, MAPLE, MINT, PAPER, SAND, TEAL, WHITE, WIDTH, Camera, at, box, curve,
                   darker, down, glow, key, oval, pulse, smooth, vignette, whole, wobble)
from task_places import CHEN, LIU, OFFICER
from task_sound import ONCE

TALK = Talk(board.LINES)
CASE = "#2B3A3F"


def _held(c, screen, x=0.0, y=20.0, scale=1.1, turn=-0.03):
    with at(c, x, y, scale, turn):
        props.holding_palm(c, CHEN.skin)
        props.phone(c, screen, case="#22343A")
        props.holding_fingers(c, CHEN.skin)


def _finger(c, x, y, press=0.0, scale=0.9, turn=-0.54):
    with at(c, x, y, scale, turn):
        props.big_finger(c, CHEN.skin, CHEN.top, darker(CHEN.top, 0.2), press)


# ---- the small money --------------------------------------------------------------------------

def street(c, t, T):
    cam = Camera(key(t, (0, 860.0), (3.4, 960.0), (7, 880.0)), 540, key(t, (0, 1.0), (7, 1.16)))
    here.street(c, cam, T)
    looks = key(t, (3.65, 0.0), (4.1, 1.0, "anti"))
    with cam.layer(c):
        slurp = max(0.0, math.sin(t * 3.0))
        up = slurp * (1 - 0.4 * looks)
        face = Face(turn=-0.35 - 0.2 * looks, nod=0.4 - 0.3 * up - 0.2 * looks, tilt=-0.05,
                    look=(-0.3 - 0.4 * looks, 0.4 - 0.4 * looks), smile=0.35, squint=0.35 * slurp,
                    open=0.16 * slurp, wide=-0.5, brow=0.2)
        with at(c, 1270, 930, 1.4):
            draw_person(c, LIU, Pose(face, Hand((-40, -40), 0.5, "rest"),
                                     Hand((30, -90 - 60 * up), 3.6, "grip", flip=True,
                                          prop=here.chopsticks)), T)
        face = Face(turn=0.35 - 0.75 * looks, nod=0.25 * (1 - looks) + 0.22 * looks,
                    tilt=0.04 * wobble(t, 2) - 0.05 * looks,
                    look=(0.5 - 1.1 * looks, 0.2 + 0.15 * looks), smile=0.5 + 0.2 * looks,
                    brow=0.15 + 0.5 * looks, squint=0.2, sway=0.2 * wobble(t, 3))
        voice(face, TALK, T, "chen")
        turn = -0.5
        left = Hand((-150, -110 + 120 * (1 - looks)), turn, "wrap", prop=held_up(turn, CASE)) \
            if looks > 0.1 else Hand((-100, 30), 1.2, "rest", flip=True)
        right = Hand((60, -50 - 40 * (1 - looks) * max(0, math.sin(t * 2.4))), 3.5, "grip",
                     flip=True, prop=here.chopsticks)
        with at(c, 720, 930, 1.45):
            draw_person(c, CHEN, Pose(face, left, right, lean=-0.02 * looks), T)
    here.table(c, cam, T)


TAPS = (1.0, 2.4, 3.8)


def small(c, t, T):
    here.soft_night(c, T)
    spots = ((-60, -170), (-60, 65), (-60, 300))
    with at(c, 830, 540, 1 + 0.012 * t):
        _held(c, lambda c: screens.likes(c, t, TAPS))
        keys = [(0.0, (640.0, 700.0))]
        for tap, (x, y) in zip(TAPS, spots):
            keys += [(tap - 0.12, (x + 40.0, y + 40.0)), (tap, (x + 8.0, y + 8.0), "in"),
                     (tap + 0.15, (x + 8.0, y + 8.0)), (tap + 0.5, (x + 130.0, y + 120.0))]
        keys.append((5.0, (620.0, 660.0)))
        x, y = key(t, *keys)
        _finger(c, x, y, sum(pulse(t, tap, 0.12, 0.07) for tap in TAPS), 0.86)
    for i, tap in enumerate(TAPS):
        for j in range(3):
            k = (t - tap - 0.2 - 0.08 * j) / 1.3
            if 0 < k < 1:
                props.coin(c, 1270 + 300 * k + 60 * j, 330 + i * 190 - 330 * k + 420 * k * k,
                           46, t * 7 + j)


def dream(c, t, T):
    cam = Camera(840, 500, key(t, (0, 1.28), (5.4, 1.38)))
    here.street(c, cam, T)
    up = key(t, (0.6, 0.0), (1.4, 1.0))
    face = Face(turn=-0.3 + 0.6 * up, nod=0.2 - 0.38 * up, tilt=-0.05 + 0.1 * up,
                look=(-0.5 + 1.1 * up, 0.3 - 0.7 * up), smile=0.7 + 0.25 * up, squint=0.35 * up,
                brow=0.35, sway=0.3 * props.swing(t, 0.8))
    voice(face, TALK, T, "chen")
    turn = -0.5
    with at(c, 800, 1220, 2.3):
        left = Hand((-160, -96 + 3 * wobble(t, 1)), turn, "wrap", prop=held_up(turn, CASE))
        right = Hand((100 - 60 * up, 20 - 140 * up), 1.6 + 2.2 * up, "flat", flip=True,
                     joint=(150, -60))
        draw_person(c, CHEN, Pose(face, left, right, breath=1.2), T)
    k = key(t, (1.2, 0.0), (1.8, 1.0, "lin"))
    frame = props.bubble(c, 1480, 340, 470, 470, k, (1080, 400), thought=True)
    if frame:
        with frame:
            here.coat(c, 0, 10, 1.2, t)


def advance(c, t, T):
    here.soft_night(c, T)
    whole(c, down(0, HEIGHT, (0, INK, 0.03 * t), (1, INK, 0.05 * t)))
    press = pulse(t, 4.5, 0.25, 0.08)
    with at(c, WIDTH / 2 - 60, 500, 1.0 + 0.02 * t):
        _held(c, lambda c: screens.advance(c, t, press))
        x, y = key(t, (0.4, (620.0, 680.0)), (1.6, (150.0, 370.0)), (2.6, (210.0, 420.0)),
                   (4.2, (40.0, 320.0)), (4.5, (16.0, 292.0), "in"), (4.8, (16.0, 292.0)),
                   (5.6, (240.0, 440.0)))
        _finger(c, x, y, press)
    for i in range(12):                              # The money leaves.
        k = (t - 4.75 - 0.05 * i) / 0.9
        if 0 < k < 1:
            props.coin(c, 930 + (620 + 40 * (i % 4)) * k, 760 - 620 * k - 60 * (i % 3), 44,
                       t * 9 + i)
    vignette(c, 0.18)


# ---- behind the group -------------------------------------------------------------------------

def phones(c, t, T):
    """Six telephones on a stand, and one man who is everybody."""
    cam = Camera(960, 540, key(t, (0, 1.5), (2.6, 1.5), (4.2, 1.0)))
    cam.y = key(t, (0, 700.0), (2.6, 700.0), (4.2, 540.0))
    places.call_room(c, cam, T)
    shown = key(t, (2.8, 0.0), (3.6, 1.0))
    with cam.layer(c):
        reach = math.sin(t * 3.1)
        grin = key(t, (3.4, 0.0), (4.0, 1.0))
        face = Face(turn=0.35 * reach, nod=0.3 - 0.25 * grin, look=(0.6 * reach, 0.5 - 0.5 * grin),
                    smile=0.3 + 0.6 * grin, brow=0.2 * grin, worry=-0.4, lids=0.95,
                    tilt=0.05 * reach)
        voice(face, TALK, T, "tutor")
        left = Hand((-120 - 40 * reach, -40 + 20 * abs(reach)), -0.6 - 0.2 * reach, "point",
                    joint=(-150, -90))
        right = Hand((120 - 40 * reach, -40 + 20 * abs(reach)), 3.7 - 0.2 * reach, "point", flip=True,
                     joint=(150, -90))
        with at(c, 960, 830, 1.75):
            draw_person(c, CALLER, Pose(face, left, right), T)
        here.phone_rack(c, T, t)
    vignette(c, 0.25 + 0.1 * shown)


def frozen(c, t, T):
    here.soft_night(c, T)
    whole(c, down(0, HEIGHT, (0, "#2C4A5C", 0.30), (1, "#1D3340", 0.45)))
    ask = key(t, (3.4, 0.0), (3.9, 1.0, "over"))
    jolt = 10 * math.exp(-t * 4) * math.sin(t * 50)
    with at(c, WIDTH / 2 + jolt, 505, key(t, (0, 1.0), (6.4, 1.1))):
        _held(c, lambda c: screens.frozen(c, t, ask), 0, 20, 1.1,
              -0.03 + 0.006 * math.sin(t * 17) * smooth((t - 3) / 2))
    vignette(c, 0.3)


def torn(c, t, T):
    cam = Camera(960, 500, key(t, (0, 1.1), (5.6, 1.26)))
    here.own_room(c, cam, T)
    grip = key(t, (0.3, 0.0), (0.9, 1.0, "over"))
    down_ = key(t, (2.4, 0.0), (3.0, 1.0))
    face = Face(turn=-0.1 - 0.25 * down_, nod=0.1 + 0.2 * down_, tilt=0.06 - 0.1 * down_,
                look=(0.5 - 1.0 * down_, -0.3 + 0.7 * down_), smile=-0.6, worry=1.0, brow=0.3,
                lids=1.1, sway=0.3 * props.swing(t, 0.4))
    voice(face, TALK, T, "chen", 0.75)
    turn = -0.5
    with at(c, 800, 1180, 2.15):
        left = Hand((-160, -60 - 50 * down_ + 2 * math.sin(t * 21)), turn, "wrap",
                    prop=held_up(turn, CASE))
        right = Hand((130 - 36 * grip, -60 - 250 * grip), 1.4 - 3.6 * grip, "flat",
                     flip=True, joint=(186, -190))
        draw_person(c, CHEN, Pose(face, left, right, shrug=12, breath=2.2), T)
    k = key(t, (0.4, 0.0), (1.0, 1.0, "lin"))
    fade = smooth((t - 2.6) / 2.0)
    frame = props.bubble(c, 1480, 330, 400, 400, k, (1110, 420), thought=True)
    if frame:
        with frame:
            here.coat(c, 0, 10, 1.0, t)
            if fade > 0.01:
                box(c, -200, -200, 400, 400, 46, "#C9D6DA", alpha=0.8 * fade)
                screens.lock(c, 0, 0, 1.0 * fade + 0.01)
    vignette(c, 0.25)


def ring(c, t, T):
    here.soft_night(c, T)
    whole(c, down(0, HEIGHT, (0, "#2C4A5C", 0.30), (1, "#1D3340", 0.45)))
    call = key(t, (2.6, 0.0), (3.1, 1.0, "over"))
    shake = 0.01 * math.sin(t * 46) * call * (1 if math.sin(t * 7) > -0.2 else 0)
    near = key(t, (0.2, 0.0), (1.4, 0.75), (2.4, 0.96), (2.9, 0.66), (5.0, 0.8))
    with at(c, WIDTH / 2 - 60, 520, 1.03):
        _held(c, lambda c: screens.with_call(c, t, call), 0, 10, 1.08, -0.02 + shake)
        if call > 0.5:
            props.rings(c, 60, -330, t, WHITE, 0.35, 1.3)
        _finger(c, 640 - 580 * near + 4 * math.sin(t * 23), 720 - 436 * near + 4 * math.cos(t * 19),
                0.0, 1.0)
    vignette(c, 0.28 - 0.1 * call)


# ---- the line ---------------------------------------------------------------------------------

def line(c, t, T):
    slide = key(t, (0.0, 1.0), (0.7, 0.0, "out"))
    c.save()
    c.new_path()
    for p in ((-10, -10), (1010 - 1000 * slide, -10), (900 - 1000 * slide, 1090), (-10, 1090)):
        c.line_to(*p)
    c.close_path()
    c.clip()
    here.desk_96110(c, T)
    face = Face(turn=0.3, nod=0.03, tilt=0.03 * math.sin(T * 1.3), look=(0.45, 0.05), smile=0.3,
                brow=0.2, worry=0.2, squint=0.1, sway=0.1 * wobble(t, 3))
    voice(face, TALK, T, "officer")
    firm = pulse(t, 6.0, 2.4, 0.4)
    with at(c, 440, 1060, 2.0):
        left = Hand((-70, -20), 0.4, "rest")
        right = Hand((110 - 20 * firm, 0 - 120 * firm), 2.6 - 4.1 * firm,
                     "open" if firm > 0.4 else "rest", flip=firm <= 0.4, joint=(150, -64))
        draw_person(c, OFFICER, Pose(face, left, right), T)
    box(c, -100, 930, 1100, 300, 0, "#C79A68", darker("#A97D52", 0.1), 4)
    c.restore()
    c.save()
    c.new_path()
    for p in ((1020 - 1000 * slide, -10), (1930, -10), (1930, 1090), (910 - 1000 * slide, 1090)):
        c.line_to(*p)
    c.close_path()
    c.clip()
    here.own_room(c, Camera(760, 500, 1.2), T)
    hit = key(t, (6.4, 0.0), (7.0, 1.0, "out"))
    let = key(t, (8.6, 0.0), (10.0, 1.0))
    face = Face(turn=-0.35, nod=0.08 + 0.2 * hit - 0.12 * let, tilt=-0.05 - 0.05 * hit,
                look=(-0.5 + 0.3 * hit, 0.1 + 0.5 * hit - 0.4 * let), smile=-0.4 + 0.25 * let,
                worry=1.0 - 0.3 * let, brow=0.35, lids=1.12 - 0.5 * pulse(t, 9.0, 0.9, 0.3))
    voice(face, TALK, T, "chen", 0.8)
    with at(c, 1450, 1090, 2.05):
        right = ear_hand(1, CASE, t)
        left = Hand((-60 + 30 * hit, -40 - 90 * hit + 60 * let), 0.4 - 0.2 * hit, "flat",
                    joint=(-150, -60))
        draw_person(c, CHEN, Pose(face, left, right, shrug=14 - 26 * let, breath=1.6 + let), T)
    c.restore()
    curve(c, [(1014 - 1000 * slide, -10), (905 - 1000 * slide, 1090)], WHITE, 12)


def off(c, t, T):
    here.soft_night(c, T)
    press = pulse(t, 1.8, 0.2, 0.08)
    with at(c, WIDTH / 2 - 60, 510, 1.0 + 0.015 * t):
        _held(c, lambda c: screens.leave(c, t), 0, 16, 1.08)
        x, y = key(t, (0.1, (620.0, 660.0)), (0.75, (-150.0, -90.0)), (0.85, (-150.0, -90.0)),
                   (1.3, (90.0, -90.0)), (1.55, (60.0, 240.0)), (1.8, (16.0, 200.0), "in"), (2.0, (16.0, 200.0)),
                   (2.9, (620.0, 660.0)))
        _finger(c, x, y, press)
    if t > 1.8:
        glow(c, 900, 420, 900, WHITE, 0.3 * math.exp(-(t - 1.8) * 2.5))


def friend(c, t, T):
    cam = Camera(960, 540, key(t, (0, 1.06), (7.0, 1.16)))
    here.station(c, cam, T)
    arm = key(t, (1.6, 0.0), (2.4, 1.0, "anti"))
    lift = key(t, (4.6, 0.0), (5.4, 1.0))
    with cam.layer(c):
        face = Face(turn=-0.15 + 0.4 * lift, nod=0.42 - 0.42 * lift, tilt=-0.08 + 0.1 * lift,
                    look=(-0.3 + 0.7 * lift, 0.6 - 0.6 * lift), smile=-0.45 + 0.85 * lift,
                    worry=1.0 - 0.9 * lift, brow=0.2, lids=0.85 + 0.15 * lift, squint=0.3 * lift,
                    sway=0.2 * props.swing(t, 2.0))
        voice(face, TALK, T, "chen", 0.85)
        turn = 1.2
        with at(c, 800 + 8 * props.swing(t, 2.2), 1030, 1.75):
            draw_person(c, CHEN, Pose(face, Hand((-70, 50), 1.1, "rest", flip=True),
                                      Hand((50, 56), 2.0, "rest"), shrug=8 - 14 * lift,
                                      bob=6 * (1 - lift)), T)
        face = Face(turn=-0.45, nod=0.08 + 0.06 * math.sin(t * 4) * TALK.speaking(T, "liu"),
                    tilt=-0.06, look=(-0.65, 0.2), smile=0.4 + 0.35 * arm, squint=0.35, brow=0.25,
                    worry=0.2 * (1 - lift))
        voice(face, TALK, T, "liu")
        left = Hand((-118 - 92 * arm, 40 - 226 * arm), 1.6 + 1.4 * arm,
                    "rest" if arm < 0.4 else "flat", flip=True, joint=(-150, -70 - 50 * arm))
        right = Hand((80, 30), turn, "grip", prop=here.helmet)
        with at(c, 1230 - 50 * arm, 1020, 1.8):
            draw_person(c, LIU, Pose(face, left, right, lean=-0.05 * arm), T)
    k = key(t, (5.2, 0.0), (5.8, 1.0, "lin"))
    frame = props.bubble(c, 360, 330, 300, 300, k, (660, 430), thought=True)
    if frame:
        with frame:
            here.coat(c, 0, 4, 0.72, t)


def end(c, t, T):
    whole(c, down(0, HEIGHT, (0, PAPER), (1, SAND)))
    oval(c, 420, 640, 560, 560, MINT)
    wave = key(t, (0.5, 0.0), (1.1, 1.0, "anti"))
    face = Face(turn=0.25, smile=0.85, squint=0.4, brow=0.2, tilt=0.05 + 0.03 * math.sin(t * 2),
                look=(0.5, 0), sway=0.2 * math.sin(t * 2 - 0.5))
    left = Hand((-60, -60), 0.6, "grip", prop=here.helmet)
    right = Hand((150, -20 - 130 * wave), -1.4 + 0.1 * math.sin(t * 4) * wave, "open",
                 joint=(152, -56))
    with at(c, 430, 1000, 1.85):
        draw_person(c, CHEN, Pose(face, left, right), T)
    end_words(c, t, "要你先垫钱的任务，", "一单也不做。", "A task that needs your money first: don’t do it.")


SCENES = {"street": street, "small": small, "dream": dream, "advance": advance, "phones": phones,
          "frozen": frozen, "torn": torn, "ring": ring, "line": line, "off": off, "friend": friend,
          "end": end}
__all__ = ["MAPLE", "ONCE", "SCENES", "TALK", "TEAL", "board"]
