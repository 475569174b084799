# SPDX-License-Identifier: MIT
"""孙子的视频电话: the scenes. Each takes (c, t, T): canvas, time in the shot, time in the film."""

import math

import places
import props
import screens
import storyboard_grandson as board
from cast import BOY, FAKE, GRANNY, end_words, ear_hand, held_up, voice
from face import Face
from figures import Hand, Pose, draw_legs, draw_person
from speech import Talk
from stage import (AMBER, HEIGHT, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, WIDTH,
                   Camera, at, box, curve, down, glow, key, lighter, mix, oval, poly, pulse, smooth,
                   soft_disc, text, vignette, whole, wobble)

TALK = Talk(board.LINES)


# ---- balcony ----------------------------------------------------------------------------------

def _hum(t):
    """How open a humming mouth is: small, with a rest in every fourth beat."""
    return (0.12 + 0.1 * math.sin(t * 6.0)) * (1 if int(t * 3) % 4 else 0.3)


def _watering(t):
    """Grandma's pose while she waters, hears the telephone and goes to it."""
    heard = key(t, (5.15, 0.0), (5.75, 1.0, "anti"))
    go = key(t, (6.2, 0.0), (7.3, 1.0))
    pour = key(t, (0.5, 0.0), (1.0, 1.0), (5.1, 1.0), (5.5, 0.0))
    hum = key(t, (1.2, 0.0), (1.4, 1.0), (4.2, 1.0), (4.5, 0.0))
    face = Face(turn=-0.62 + 1.3 * heard, nod=0.42 - 0.35 * heard + 0.04 * wobble(t, 2),
                tilt=-0.09 + 0.05 * wobble(t, 1, 0.9) + 0.1 * heard,
                look=(-0.5 + 1.0 * key(t, (5.0, 0.0), (5.2, 1.0)), 0.4 - 0.2 * heard), smile=0.75,
                squint=0.45 - 0.35 * heard, brow=0.15 + 0.5 * heard, lids=1 + 0.2 * heard,
                open=hum * _hum(t) + 0.22 * pulse(t, 5.4, 0.5, 0.15),
                wide=-0.5 * hum, sway=0.2 * wobble(t - 0.15, 1, 0.9) + 0.5 * props.swing(t, 5.5))
    can = -0.34 * pour
    lift = 60 * (1 - pour)
    left = Hand((-204 + 7 * wobble(t, 4), -178 + 0.7 * lift + 5 * wobble(t, 3)), 2.2, "grip",
                prop=lambda c: _can_in_hand(c, 2.2, can + 0.03 * props.swing(t, 5.3)), flip=True)
    right = Hand((100 + 120 * go, 36 - 88 * go), 1.1 - 0.9 * go, "rest" if go < 0.4 else "flat",
                 joint=(134 + 16 * go, -64 - 16 * go))
    pose = Pose(face, left, right, lean=-0.05 + 0.015 * wobble(t, 6) + 0.12 * go, breath=1.0)
    return pose, pour


def _can_in_hand(c, turn, tilt):
    c.save()
    c.translate(24, 0)
    c.rotate(-turn)
    c.scale(0.8, 0.8)
    props.watering_can(c, tilt)
    c.restore()


def balcony(c, t, T):
    cam = Camera(key(t, (0.0, 640.0), (3.6, 900.0), (5.2, 960.0), (7.6, 1020.0)),
                 key(t, (0.0, 430.0), (3.4, 540.0)), key(t, (0.0, 1.22), (3.6, 1.0), (7.6, 1.07)))
    places.balcony(c, cam, T)
    pose, pour = _watering(t)
    places.petals(c, cam, T)
    with cam.layer(c):
        ring = smooth((t - 5.0) / 0.2)
        places.tea_table(c, 1560, 800, T)
        shake = 5 * math.sin(t * 70) * ring * (1 if math.sin(t * 9) > -0.3 else 0)
        with at(c, 1630 + shake, 786):
            if ring:
                glow(c, 0, -10, 190, HONEY, 0.6)
            poly(c, [(-72, 14), (-46, -16), (78, -16), (66, 14)], INK, lighter(INK, 0.3), 3)
            poly(c, [(-60, 10), (-40, -12), (70, -12), (60, 10)], mix("#24363B", "#7FE0C0", ring))
        if ring:
            props.rings(c, 1640, 770, t, MAPLE, 0.65, 0.9)
        with at(c, 1090, 940, 1.62):
            draw_person(c, GRANNY, pose, T)
        x, y = 1090 + 1.62 * -338, 940 - 1.62 * 82
        props.water(c, x, y, t, 170, pour)
    places.flower_boxes(c, cam, T, 1095, -60, 11, 1.1, pour)


def incoming(c, t, T):
    _soft_balcony(c, T)
    push = 1.0 + 0.05 * t
    with at(c, WIDTH / 2, 560, push, 0.02 * math.sin(t * 40) * (1 if t < 1.8 else 0) * 0.4):
        with at(c, 0, 20, 1.12, -0.05):
            props.holding_palm(c, GRANNY.skin)
            props.phone(c, lambda c: screens.incoming(c, BOY, "小宇", "Xiaoyu", T),
                        key(t, (0, 0.7), (0.2, 1)))
            props.holding_fingers(c, GRANNY.skin)
    x, y = key(t, (0.5, (1500.0, 1150.0)), (1.45, (1098.0, 905.0)), (1.62, (1080.0, 850.0), "in"),
               (1.8, (1080.0, 850.0)), (2.4, (1180.0, 960.0)))
    _finger(c, x, y, pulse(t, 1.6, 0.2, 0.1))


def _soft_balcony(c, T, tint=None):
    """The balcony out of focus, behind what is seen close."""
    whole(c, down(0, HEIGHT, (0, "#CDE3DD"), (0.6, "#EDEBD8"), (1, "#E6D6B8")))
    for i in range(13):
        x = (i * 331) % 2000
        y = 160 + (i * 197) % 820
        r = 90 + (i * 53) % 120
        col = ("#A9CFB3", "#F4DDA8", "#E9B9A0", "#BFDDD2", "#F6EFD9")[i % 5]
        soft_disc(c, x + 16 * wobble(T, i, 0.5), y + 10 * wobble(T, i + 4, 0.4), r * 1.15, col,
                  0.42)
    if tint:
        whole(c, tint)


def _finger(c, x, y, press=0.0, scale=0.92, turn=-0.5):
    with at(c, x, y, scale, turn):
        props.big_finger(c, GRANNY.skin, GRANNY.top, "#186A67", press)


# ---- the false call ---------------------------------------------------------------------------

def _granny_close(c, t, T, pose, zoom=1.0, depth=0.9, x=1010):
    """Grandma from the waist up with the balcony behind her."""
    cam = Camera(1040, 540, zoom)
    places.balcony(c, Camera(1040, 500, 1.35), T)
    places.petals(c, Camera(), T)
    with cam.layer(c):
        with at(c, x, 1250, 2.55):
            draw_person(c, GRANNY, pose, T)


def hello(c, t, T):
    wave = key(t, (0.15, 0.0), (0.6, 1.0, "anti"), (2.4, 1.0), (2.9, 0.0))
    turn = -0.55
    face = Face(turn=-0.38, nod=0.12, tilt=-0.05 + 0.05 * math.sin(t * 2.4), look=(-0.75, 0.25),
                smile=1.0, squint=0.75, brow=0.45, sway=0.3 * math.sin(t * 2.4 - 0.6))
    voice(face, TALK, T, "granny")
    left = Hand((-172, -150 + 3 * wobble(t, 1)), turn, "wrap", prop=held_up(turn, "#8A6A3C"))
    right = Hand((150 + 4 * math.sin(t * 9), -60 - 120 * wave),
                 -1.35 + 0.34 * math.sin(t * 9.5) * wave + 0.8 * (1 - wave), "open",
                 joint=(162, -66))
    _granny_close(c, t, T, Pose(face, left, right, lean=0.02 * math.sin(t * 2.4)), 1 + 0.02 * t)


def plea(c, t, T):
    _soft_balcony(c, T)
    z = key(t, (0, 1.0), (7.0, 1.07))
    with at(c, 700, 560, z, -0.03):
        with at(c, 6 * wobble(t, 2), 20 + 5 * wobble(t, 3), 1.12):
            props.holding_palm(c, GRANNY.skin)
            props.phone(c, lambda c: screens.fake_call(c, FAKE, GRANNY, t, TALK, T, 0.0,
                                                       ((14.9, 0.35), (18.3, 0.2))))
            props.holding_fingers(c, GRANNY.skin)
    k1 = key(t, (2.5, 0.0), (3.1, 1.0, "lin"))
    frame = props.bubble(c, 1300, 280, 300, 260, k1, (960, 430))
    if frame:
        with frame:
            props.broken_phone_icon(c, 0, 4, 1.6)
    k2 = key(t, (4.9, 0.0), (5.5, 1.0, "lin"))
    frame = props.bubble(c, 1440, 620, 470, 260, k2, (985, 500))
    if frame:
        with frame:
            for i in range(3):
                props.coin(c, -140 + i * 52, 20 - 16 * i + 6 * math.sin(t * 4 + i), 46, t * 1.6 + i)
            text(c, "¥6,000", 108, 26, 62, MAPLE, True)


def worry(c, t, T):
    k = key(t, (0.1, 0.0), (1.0, 1.0))
    face = Face(turn=-0.36 + 0.08 * k, nod=0.1 + 0.12 * k, tilt=-0.03 - 0.06 * k,
                look=(-0.7 + 0.2 * math.sin(t * 2.2) * k,
                      0.3), smile=0.6 - 1.2 * k, squint=0.4 * (1 - k),
                brow=0.25 + 0.3 * k, worry=1.0 * k, lids=1 + 0.15 * k, sway=0.1 * wobble(t, 2))
    voice(face, TALK, T, "granny", 0.8)
    turn = -0.55
    left = Hand((-176, -140 + 3 * wobble(t, 1)), turn, "wrap", prop=held_up(turn, "#8A6A3C"))
    chest = key(t, (0.3, 0.0), (1.1, 1.0, "over"))
    right = Hand((150 - 122 * chest, 40 - 166 * chest + 2 * wobble(t, 3, 2)), 1.2 + 1.9 * chest,
                 "flat",
                 flip=True)
    _granny_close(c, t, T, Pose(face, left, right, shrug=8 * k, breath=1.0 + k), 1.02 + 0.02 * t)


def hush(c, t, T):
    _soft_balcony(c, T, None)
    whole(c, down(0, HEIGHT, (0, "#18383C", 0.10 + 0.02 * t), (1, "#18383C", 0.2 + 0.02 * t)))
    z = key(t, (0, 1.32), (5.0, 1.46))
    with at(c, 760, 560, z, -0.02 + 0.01 * math.sin(t * 0.9)):
        with at(c, 5 * wobble(t, 2), 95 + 5 * wobble(t, 3), 1.12):
            props.holding_palm(c, GRANNY.skin)
            props.phone(c, lambda c: screens.fake_call(c, FAKE, GRANNY, t, TALK, T, 1.0,
                                                       ((26.8, 0.55), (25.2, 0.14), (28.3, 0.2))))
            props.holding_fingers(c, GRANNY.skin)
    k = key(t, (1.5, 0.0), (2.1, 1.0, "lin"))
    frame = props.bubble(c, 1500, 330, 330, 300, k, (1080, 420))
    if frame:
        with frame:
            props.hush_icon(c, 0, -4, 1.9)


def pay(c, t, T):
    _soft_balcony(c, T)
    whole(c, down(0, HEIGHT, (0, "#18383C", 0.12), (1, "#18383C", 0.22)))
    z = key(t, (0, 1.0), (5.0, 1.12), (6.4, 1.13))
    with at(c, WIDTH / 2 - 80, 470, z):
        with at(c, 0, 30, 1.13, -0.03 + 0.004 * math.sin(t * 9)):
            props.holding_palm(c, GRANNY.skin)
            props.phone(c, lambda c: screens.pay(c, FAKE, t, TALK, T, 0.0))
            props.holding_fingers(c, GRANNY.skin)
        near = key(t, (0.6, 0.0), (1.8, 0.75), (2.4, 0.55), (3.4, 0.93), (3.9, 0.8), (5.0, 0.97))
        tremble = 4.5 * smooth(t / 3)
        x = 660 - 600 * near + tremble * math.sin(t * 23)
        y = 660 - 372 * near + tremble * math.cos(t * 19)
        oval(c, x + 14 - 40 * (1 - near), y + 40, 52, 24, INK, alpha=0.16 * near)
        _finger(c, x, y, 0.0, 1.08, -0.56)
    vignette(c, 0.10 + 0.22 * smooth(t / 4))


# ---- she verifies -----------------------------------------------------------------------------

def think(c, t, T):
    back = key(t, (0.2, 0.0), (0.9, 1.0, "anti"))
    up = key(t, (1.2, 0.0), (1.9, 1.0))
    sure = key(t, (3.0, 0.0), (3.7, 1.0, "anti"))
    face = Face(turn=-0.4 + 0.75 * up - 0.35 * sure, nod=0.34 - 0.55 * up + 0.3 * sure,
                tilt=-0.06 + 0.16 * up - 0.12 * sure, look=(-0.6 + 1.1 * up - 0.5 * sure,
                                                            0.5 - 1.1 * up + 0.7 * sure),
                smile=-0.5 + 0.25 * up + 0.75 * sure, worry=1.0 - 0.6 * up - 0.7 * sure,
                brow=0.3 + 0.3 * up - 0.15 * sure, lids=1.1 - 0.05 * sure, squint=0.15 * sure,
                sway=0.5 * props.swing(t, 1.3, 7) + 0.6 * props.swing(t, 3.1, 8))
    voice(face, TALK, T, "granny", 0.8)
    turn = -0.55
    left = Hand((-176 - 6 * sure, -138 + 40 * up), turn, "wrap", prop=held_up(turn, "#8A6A3C"))
    right = Hand(key(back + up + sure, (0, (-20.0, -118.0)), (1, (96.0, -70.0)),
                     (2, (64.0, -196.0)), (3, (120.0, -150.0))),
                 key(back + up + sure, (0, 2.9), (1, 3.6), (2, 3.9), (3, 4.85)), "point", flip=True,
                 joint=key(back + up + sure, (1, (150.0, -70.0)), (2, (132.0, -62.0)),
                           (3, (160.0, -70.0))))
    _granny_close(c, t, T, Pose(face, left, right, lean=0.05 * up - 0.03 * sure,
                                shrug=6 - 8 * sure),
                  1.05 + 0.01 * t, x=940)
    k = key(t, (2.9, 0.0), (3.5, 1.0, "lin"))
    frame = props.bubble(c, 1560, 300, 380, 330, k, (1180, 420), thought=True)
    if frame:
        with frame:
            screens.portrait(c, BOY, -64, 0, 96)
            props.call_icon(c, 104, 30 - 6 * abs(math.sin(t * 5)), 56, "#3E9C6B")


def hangup(c, t, T):
    _soft_balcony(c, T)
    k = key(t, (1.25, 0.0), (2.7, 1.0, "lin"))
    with at(c, WIDTH / 2 - 60, 500, 1.04 + 0.03 * t, -0.02):
        with at(c, 0, 16, 1.08):
            props.holding_palm(c, GRANNY.skin)
            if t < 1.2:
                props.phone(c, lambda c: screens.fake_call(c, FAKE, GRANNY, t, TALK, T, 1.0,
                                                           ((42.0, 0.3),)))
            else:
                props.phone(c, lambda c: screens.broken_call(c, FAKE, GRANNY, TALK, T, k))
            props.holding_fingers(c, GRANNY.skin)
        x, y = key(t, (0.0, (520.0, 640.0)), (0.85, (40.0, 385.0)), (1.05, (4.0, 358.0), "in"),
                   (1.25, (4.0, 358.0)), (2.1, (420.0, 640.0)))
        _finger(c, x, y, pulse(t, 1.02, 0.2, 0.08), 0.86)
    vignette(c, 0.15 * (1 - k))


def contacts(c, t, T):
    _soft_balcony(c, T)
    tapped = t > 1.75
    with at(c, WIDTH / 2 - 60, 510, 1.04 + 0.015 * t, -0.02):
        with at(c, 0, 16, 1.08):
            props.holding_palm(c, GRANNY.skin)
            hot = key(t, (1.35, 0.0), (1.55, 1.0))
            if not tapped:
                props.phone(c, lambda c: screens.contacts(c, BOY, t, hot))
            else:
                props.phone(c, lambda c: screens.calling(c, BOY, t))
            props.holding_fingers(c, GRANNY.skin)
        x, y = key(t, (0.3, (560.0, 560.0)), (1.2, (170.0, -160.0)), (1.42, (148.0, -190.0), "in"),
                   (1.6, (148.0, -190.0)), (2.4, (640.0, 520.0)))
        if tapped:
            props.rings(c, 0, -110, t, HONEY, 0.25, 1.9)
        _finger(c, x, y, pulse(t, 1.4, 0.2, 0.08), 0.86)


# ---- the real grandson ------------------------------------------------------------------------

def _school_boy(t, T):
    walk = 1 - key(t, (1.7, 0.0), (2.2, 1.0))
    up = key(t, (1.6, 0.0), (2.25, 1.0, "over"))
    puzzled = key(t, (3.4, 0.0), (4.6, 1.0))
    deny = pulse(t, 5.0, 1.4, 0.3)
    step = t * 2 * math.pi * 1.55
    face = Face(turn=0.5 * walk - 0.15 + 0.1 * puzzled + 0.34 * deny * math.sin(t * 8.5),
                nod=0.05 + 0.05 * math.sin(step) * walk - 0.12 * puzzled,
                tilt=0.02 * math.sin(step * 0.5) * walk + 0.15 * puzzled * (1 - 0.6 * deny),
                look=(0.5 * walk + 0.35 * puzzled - 0.3, -0.35 * puzzled),
                smile=0.7 - 0.95 * puzzled, squint=0.3 * (1 - puzzled), brow=0.2 + 0.55 * puzzled,
                worry=0.4 * puzzled, lids=1 + 0.18 * puzzled,
                sway=0.35 * math.sin(step + 0.8) * walk + 0.4 * props.swing(t, 1.9))
    voice(face, TALK, T, "boy")
    if t < 3.2:
        face.open = max(face.open, 0.3 * pulse(t, 2.3, 0.25, 0.12))
    swing_ = math.sin(step * 0.5)
    left = Hand((-126 - 10 * swing_ * walk, 52 + 8 * math.cos(step) * walk), 1.6, "rest", flip=True)
    shrug = pulse(t, 4.9, 1.7, 0.3)
    if shrug > 0.01:
        left = Hand((-126 - 70 * shrug, 52 - 176 * shrug), 1.6 + 1.35 * shrug,
                    "open" if shrug > 0.5 else "rest", flip=shrug <= 0.5,
                    joint=(-134 - 8 * shrug, -60 + 6 * shrug))
    right = ear_hand(1, "#2B3A3F", t, 1 - up)
    return Pose(face, left, right, bob=-9 * abs(math.sin(step * 0.5)) * walk, shrug=16 * shrug,
                lean=0.02 * swing_ * walk), walk


def _bag(c):
    """Straps of the school bag."""
    for k in (-1, 1):
        curve(c, [(k * 60, -216), (k * 66, -140), (k * 62, 20)], AMBER, 22)
        curve(c, [(k * 60, -216), (k * 66, -140), (k * 62, 20)], HONEY, 4)


def _school(c, cam, T, run):
    places.corridor(c, cam, T, run)
    with cam.layer(c, 0.92):
        for i, (x0, v, hair) in enumerate(((2350, -120, "bob"), (300, 55, "boy"),
                                           (1500, -60, "boy"))):
            x = x0 + v * (T - 49.0) - run * 0.5
            bob = -5 * abs(math.sin(T * 5 + i))
            with at(c, x, 720 + bob, 0.82, flip=v > 0):
                other = _pupil(hair, i)
                draw_legs(c, other, T * 0.9 + i * 0.3, 1.0)
                draw_person(c, other, Pose(Face(turn=-0.6, smile=0.6,
                                                tilt=0.03 * math.sin(T * 4 + i))), T + i)
        c.new_path()
    with cam.layer(c, 0.92):
        box(c, -2000, 300, 6000, 700, 0, "#EFE9DA", alpha=0.25)


def _pupil(hair, i):
    from face import Look
    return Look(hair=hair, hair_colour="#3A3636", skin="#EDC8A8", top=PAPER, inner=TEAL2,
                dress="tracksuit",
                child=1.0, shoulders=0.85, seed=20 + i)


def corridor(c, t, T):
    run = key(t, (0.0, 0.0), (1.9, 520.0, "lin"), (2.5, 600.0, "out"))
    cam = Camera(960, 540, key(t, (0, 1.0), (2.5, 1.02), (6.5, 1.16)))
    _school(c, cam, T, run)
    pose, _ = _school_boy(t, T)
    with cam.layer(c):
        with at(c, key(t, (0, 700.0), (2.3, 900.0, "out")), 1060, 2.0):
            draw_person(c, BOY, pose, T, over=_bag)
        if t < 2.0:
            k = pulse(t, 1.15, 0.7, 0.1)
            if k > 0.02:
                props.rings(c, key(t, (0, 700.0), (2.3, 900.0, "out")) + 250, 960, t, MAPLE,
                            0.6 * k, 0.7)
    k = key(t, (5.0, 0.0), (5.5, 1.0, "lin")) * (1 - smooth((t - 7.3) / 0.3))
    frame = props.bubble(c, 1430, 250, 220, 220, k, (1120, 390))
    if frame:
        with frame:
            text(c, "？", 0, 62, 170, TEAL, True)


def agree(c, t, T):
    slide = key(t, (0.0, 1.0), (0.7, 0.0, "out"))
    glad = key(t, (3.0, 0.0), (4.4, 1.0))
    talk_g, talk_b = TALK.speaking(T, "granny"), TALK.speaking(T, "boy")
    laugh = pulse(t, 8.0, 3.0, 0.5)
    c.save()
    _agree_left(c, t, T, slide, glad, talk_b, laugh)
    c.restore()
    c.save()
    _agree_right(c, t, T, slide, glad, talk_g, laugh)
    c.restore()
    x = 1010 + 60 + 1100 * slide
    curve(c, [(x, -20), (x - 120, 1100)], WHITE, 16)
    k = key(t, (4.5, 0.0), (5.2, 1.0, "lin"))
    if k > 0:
        beat = 1 + 0.05 * math.sin(t * 5) + 0.25 * pulse(t, 6.5, 0.2, 0.15)
        frame = props.bubble(c, 1010, 270, 300, 270, k, (1005, 300))
        if frame:
            with frame:
                props.house_icon(c, 0, 0, 1.75 * beat)


def _agree_left(c, t, T, slide, glad, other, laugh):
    poly(c, [(-10, -10), (1070 + 1100 * slide, -10), (950 + 1100 * slide, 1090), (-10, 1090)], None)
    c.new_path()
    for p in ((-10, -10), (1070 + 1100 * slide, -10), (950 + 1100 * slide, 1090), (-10, 1090)):
        c.line_to(*p)
    c.clip()
    places.balcony(c, Camera(1250, 500, 1.3), T)
    face = Face(turn=0.34,
                nod=0.05 + 0.1 * other * math.sin(t * 4) + 0.08 * laugh * math.sin(t * 12),
                tilt=0.06 + 0.04 * math.sin(t * 1.6), look=(0.6, 0.0), smile=-0.3 + 1.25 * glad,
                worry=0.7 - 0.7 * glad, brow=0.45 - 0.1 * glad, squint=0.7 * glad,
                lids=1.12 - 0.1 * glad, open=0.35 * laugh * (0.6 + 0.4 * math.sin(t * 12)),
                sway=0.15 * math.sin(t * 1.6 - 0.5) + 0.2 * laugh * math.sin(t * 12))
    voice(face, TALK, T, "granny")
    left = ear_hand(-1, "#8A6A3C", t)
    r = key(t, (0.4, (110.0, -40.0)), (1.1, (120.0, -120.0), "over"), (2.4, (110.0, -90.0)),
            (4.4, (40.0, -116.0)))
    a = key(t, (0.4, 1.0), (1.1, -0.7), (2.4, -0.5), (4.4, 2.9))
    right = Hand(r, a, "open" if t < 3.4 else "flat", flip=t >= 3.4)
    with at(c, 480 - 160 * slide, 1120, 2.25):
        draw_person(c, GRANNY, Pose(face, left, right, breath=1.3,
                                    bob=3 * laugh * math.sin(t * 12)), T)


def _agree_right(c, t, T, slide, glad, other, laugh):
    dx = 1100 * slide
    c.new_path()
    for p in ((1070 + dx, -10), (2000, -10), (2000, 1090), (950 + dx, 1090)):
        c.line_to(*p)
    c.clip()
    places.corridor(c, Camera(960, 540, 1.2), T, 640)
    merry = laugh * (0.6 + 0.4 * math.sin(t * 12.5))
    idea = key(t, (2.9, 0.0), (3.5, 1.0, "anti"))
    face = Face(turn=-0.36,
                nod=0.02 + 0.1 * other * math.sin(t * 4.3) + 0.08 * laugh * math.sin(t * 12.5),
                tilt=-0.05 + 0.05 * math.sin(t * 1.9 + 1), look=(-0.6, -0.05),
                smile=-0.35 + 1.3 * glad, worry=0.5 - 0.5 * glad,
                brow=0.5 + 0.2 * idea - 0.2 * glad, lids=1.2 - 0.15 * glad, squint=0.55 * glad,
                open=0.12 * (1 - glad) * pulse(t, 0.6, 1.5) + 0.4 * merry,
                sway=0.15 * math.sin(t * 1.9) + 0.2 * laugh * math.sin(t * 12.5))
    voice(face, TALK, T, "boy")
    right = ear_hand(1, "#2B3A3F", t)
    left = Hand(key(t, (2.6, (-120.0, 40.0)), (3.6, (-150.0, -156.0)), (5.6, (-146.0, -148.0)),
                    (6.6, (-120.0, 20.0))),
                key(t, (2.7, 1.5), (3.4, -1.4), (5.6, -1.3),
                    (6.6, 1.5)), "point" if 2.9 < t < 6.2 else "rest", flip=True,
                joint=key(t, (2.7, (-140.0, -76.0)), (3.4, (-158.0, -40.0)),
                          (5.6, (-158.0, -40.0)), (6.6, (-140.0, -76.0))))
    with at(c, 1500 + 200 * slide, 1130, 2.3):
        draw_person(c, BOY, Pose(face, left, right, bob=4 * laugh * math.sin(t * 12.5)), T,
                    over=_bag)


def end(c, t, T):
    whole(c, down(0, HEIGHT, (0, PAPER), (1, SAND)))
    oval(c, 420, 640, 560, 560, MINT)
    wave = key(t, (0.5, 0.0), (1.1, 1.0, "anti"))
    face = Face(turn=0.25, smile=0.95, squint=0.6, brow=0.2, tilt=0.05 + 0.03 * math.sin(t * 2),
                look=(0.5, 0),
                sway=0.2 * math.sin(t * 2 - 0.5))
    left = ear_hand(-1, "#8A6A3C", t)
    right = Hand((140, -30 - 130 * wave), -1.3 + 0.25 * math.sin(t * 7) * wave, "open",
                 joint=(150, -62))
    with at(c, 420, 1010, 1.85):
        draw_person(c, GRANNY, Pose(face, left, right), T)
    places.flower_boxes(c, Camera(), T, 1060, -80, 11, 1.0, 0.0, smooth((t - 0.4) / 1.5))
    end_words(c, t, "谈到钱，", "先打回去。", "When money comes up, call back first.")


SCENES = {"balcony": balcony, "incoming": incoming, "hello": hello, "plea": plea, "worry": worry,
          "hush": hush, "pay": pay, "think": think, "hangup": hangup, "contacts": contacts,
          "corridor": corridor, "agree": agree, "end": end}
