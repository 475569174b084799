# SPDX-License-Identifier: MIT
"""假客服的“退款”, second half: she stops, checks for herself, and tells the neighbour.

Each scene takes (c, t, T): canvas, time in the shot, time in the film.
"""

import math

import places
import props
import screens_shop as shop
from cast import CALLER, GRANNY, LIN, end_words, held_up, voice
from face import Face
from figures import Hand, Pose, draw_person
from refund_call import CASE, TALK, cup_prop, desk, finger, held_phone, lap, soft_room
from stage import (HEIGHT, INK, MAPLE, MINT, PAPER, SAND, TEAL, WHITE, WIDTH, Camera, at, box,
                   curve, darker, down, glow, key, mix, oval, pulse, smooth, whole, wobble)


def stop(c, t, T):
    cam = Camera(1000, 470, 1.5)
    places.living_room(c, cam, T)
    see = key(t, (0.5, 0.0), (0.85, 1.0, "out"))
    think_ = key(t, (1.0, 0.0), (1.6, 1.0))
    firm = key(t, (2.2, 0.0), (2.8, 1.0, "anti"))
    face = Face(turn=-0.3 + 0.12 * think_ - 0.05 * firm, nod=0.22 - 0.22 * see + 0.12 * firm,
                tilt=-0.03 + 0.07 * think_ - 0.1 * firm,
                look=(-0.55 + 0.8 * think_ - 0.8 * firm, 0.4 - 0.5 * think_ + 0.5 * firm),
                smile=-0.1 - 0.35 * see, lids=1 + 0.4 * see - 0.3 * firm,
                brow=0.8 * see - 0.75 * firm, worry=0.5 * see - 1.4 * firm,
                open=0.35 * pulse(t, 0.55, 0.4, 0.12),
                sway=0.7 * props.swing(t, 0.6, 10) + 0.6 * props.swing(t, 2.4, 9))
    voice(face, TALK, T, "lin")
    turn = -0.5
    left = Hand((-164, -120 + 3 * wobble(t, 1)), turn, "wrap", prop=held_up(turn, CASE))
    right = Hand(key(t, (0.5, (130.0, 30.0)), (0.95, (70.0, -178.0), "out"), (2.1, (70.0, -178.0)),
                     (2.8, (30.0, -120.0), "anti")),
                 key(t, (0.5, 1.2), (0.95, 4.1), (2.1, 4.1),
                     (2.8, 3.5)), "flat" if t < 2.2 else "point", flip=True,
                 joint=key(t, (0.5, (150.0, -70.0)), (0.95, (150.0, -60.0))))
    warn = pulse(t, 0.45, 3.6, 0.2) * (0.6 + 0.4 * math.sin(t * 7))
    if warn > 0.02:
        glow(c, 500, 860, 330, MAPLE, 0.55 * warn)
    with at(c, 900, 1240, 2.5 + 0.02 * t):
        draw_person(c, LIN, Pose(face, left, right, shrug=14 * see - 16 * firm), T)
    k = key(t, (1.3, 0.0), (1.9, 1.0, "lin"))
    frame = props.bubble(c, 1480, 310, 340, 280, k, (1150, 420), thought=True)
    if frame:
        with frame:
            shop.eye_icon(c, 0, 0, 2.2, INK, math.sin(t * 2.6))


def cut(c, t, T):
    soft_room(c, T)
    first = pulse(t, 1.02, 0.22, 0.07)
    second = pulse(t, 2.32, 0.22, 0.07)

    def screen(c):
        if t < 1.25:
            shop.shared(c, T, 1.0, first, True)
        elif t < 2.5:
            shop.in_call(c, t)
        else:
            shop.ended(c)
    with at(c, WIDTH / 2 - 60, 470, 1 + 0.02 * t):
        held_phone(c, screen, 0, 26, 1.04, -0.03)
        x, y = key(t, (0.1, (560.0, 700.0)), (0.75, (60.0, 360.0)), (1.02, (34.0, 322.0), "in"),
                   (1.2, (34.0, 322.0)), (1.6, (190.0, 420.0)), (2.1, (40.0, 300.0)),
                   (2.32, (8.0, 268.0), "in"), (2.5, (8.0, 268.0)), (3.3, (520.0, 640.0)))
        finger(c, x, y, max(first, second), 0.88)
    if 1.25 < t:
        k = smooth((t - 1.25) / 0.5)
        glow(c, WIDTH / 2, 500, 900, WHITE, 0.35 * (1 - k))


def dark(c, t, T):
    on = 1 - smooth((t - 0.3) / 0.15)
    cam = Camera(980, 540, key(t, (0, 1.12), (3.6, 1.0)))
    places.call_room(c, cam, T)
    with cam.layer(c):
        lost = key(t, (0.4, 0.0), (0.7, 1.0, "out"))
        slump = key(t, (2.0, 0.0), (2.7, 1.0))
        face = Face(turn=0.2 - 0.2 * slump, nod=0.05 - 0.08 * lost + 0.35 * slump, tilt=0.1 * slump,
                    look=(0.2, 0.2), smile=0.9 - 1.3 * lost, lids=1 + 0.35 * lost - 0.6 * slump,
                    brow=0.8 * lost - 0.6 * slump, worry=-0.6 + 1.1 * lost - 1.2 * slump,
                    open=0.3 * pulse(t, 0.45, 0.4, 0.1))
        voice(face, TALK, T, "caller")
        tap = max(0.0, math.sin(t * 14)) * lost * (1 - slump)
        right = Hand((112 - 30 * slump, -130 + 12 * tap - 110 * slump), 3.7 - 0.2 * slump,
                     "point" if slump < .5 else "flat", flip=True, joint=(158, -64))
        left = Hand((-104 - 6 * lost, 24 - 10 * lost), 0.9, "rest")
        with at(c, 960, 0):
            desk(c, T, on)
        with at(c, 960, 1140 + 30 * slump, 2.3):
            draw_person(c, CALLER, Pose(face, left, right, shrug=10 * lost - 26 * slump), T)
        if on > 0.02:
            glow(c, 960, 700, 620, "#8FE0D0", 0.22 * on)
        else:
            whole(c, down(0, HEIGHT, (0, "#081214", 0.18), (1, "#081214", 0.36)))
        box(c, 640, 870, 640, 330, 22, "#0C1518", "#2E474D", 6)
        oval(c, 960, 1000, 26, 26, "#1D3237")


def app(c, t, T):
    soft_room(c, T)
    opened = t > 1.15
    first = key(t, (2.6, 0.0), (3.1, 1.0, "over"))
    second = key(t, (4.3, 0.0), (4.8, 1.0, "over"))

    def screen(c):
        if not opened:
            shop.home_screen(c, t, pulse(t, 0.95, 0.2, 0.1))
        else:
            k = overs(t)
            shop.home_screen(c, t, 1.0)
            c.save()
            with at(c, 200, 340 + 60 * k, 1):
                with at(c, 0, 0, 0.2 + 0.8 * k):
                    with at(c, -200, -400):
                        shop.order(c, t, first, second)
            c.restore()
    with at(c, WIDTH / 2 - 40, 480, key(t, (0, 1.0), (2, 1.0), (7, 1.12))):
        held_phone(c, screen, 0, 30, 1.08, -0.02)
        x, y = key(t, (0.1, (560.0, 600.0)), (0.8, (30.0, -20.0)), (0.98, (6.0, -56.0), "in"),
                   (1.15, (6.0, -56.0)), (2.0, (640.0, 620.0)))
        finger(c, x, y, pulse(t, 0.98, 0.2, 0.08), 0.88)


def overs(t):
    return smooth((t - 1.15) / 0.4)


def relief(c, t, T):
    cam = Camera(1000, 500, 1.36)
    places.living_room(c, cam, T)
    breath = key(t, (0.2, 0.0), (0.8, 1.0), (1.9, -0.5))
    calm = key(t, (1.0, 0.0), (1.9, 1.0))
    pet = key(t, (1.5, 0.0), (2.1, 1.0))
    face = Face(turn=-0.1 - 0.4 * pet, nod=-0.1 * breath + 0.25 * calm, tilt=-0.07 * calm,
                look=(-0.3 - 0.4 * pet, 0.1 + 0.5 * pet), smile=0.1 + 0.75 * calm,
                worry=0.5 - 0.5 * calm, brow=0.3, squint=0.6 * calm,
                lids=1 - 0.75 * pulse(t, 0.7, 0.7, 0.25), sway=0.3 * props.swing(t, 1.6, 6))
    voice(face, TALK, T, "lin", 0.7)
    with cam.layer(c):
        places.sofa(c, 980, 830)
        props.cat(c, 690 + 20 * pet, 806, T, 1.02, 1.0)
        left = Hand((-124 - 16 * pet + 12 * math.sin(t * 5) * pet, 52 - 112 * pet),
                    1.5 + 1.3 * pet, "flat",
                    flip=True)
        right = Hand((60, -140 + 6 * breath), 3.6, "flat", flip=True, joint=(140, -60))
        with at(c, 1010, 800, 1.5):
            draw_person(c, LIN, Pose(face, left, right, shrug=16 * breath, breath=0.2), T, over=lap)


# ---- the neighbour ----------------------------------------------------------------------------

def neighbour(c, t, T):
    cam = Camera(960, 540, key(t, (0, 1.0), (8.6, 1.1)))
    places.landing(c, cam, T)
    come = key(t, (0.0, 1.0), (1.0, 0.0, "out"))
    told = key(t, (4.0, 0.0), (5.4, 1.0))
    glad = key(t, (6.6, 0.0), (7.3, 1.0))
    with cam.layer(c):
        _neighbour_lin(c, t, T, come, told, glad)
        _neighbour_granny(c, t, T, told, glad)
    k1 = key(t, (4.3, 0.0), (4.9, 1.0, "lin")) * (1 - smooth((t - 7.8) / 0.3))
    frame = props.bubble(c, 960, 230, 480, 240, k1, (1230, 400))
    if frame:
        with frame:
            props.coin(c, -118, 0, 66, 0.2)
            curve(c, [(-180, 62), (-56, -62)], MAPLE, 15)
            k2 = key(t, (5.5, 0.0), (6.0, 1.0, "over"))
            if k2 > 0.01:
                with at(c, 118, 0, max(0.02, k2)):
                    box(c, -48, -84, 96, 168, 18, INK)
                    box(c, -39, -70, 78, 140, 6, MINT)
                    shop.eye_icon(c, 0, 0, 0.66, INK, math.sin(t * 3))
                    curve(c, [(-66, 66), (66, -66)], MAPLE, 15)


def _neighbour_lin(c, t, T, come, told, glad):
    step = math.sin(t * 10) * come
    face = Face(turn=-0.55, nod=0.08, tilt=-0.04 - 0.05 * told, look=(-0.7, 0.15),
                smile=0.35 + 0.55 * glad, worry=0.35 * (1 - glad), brow=0.3,
                squint=0.5 * glad, sway=0.3 * step + 0.15 * wobble(t - 0.2, 3))
    voice(face, TALK, T, "lin")
    wag = told * (1 - glad)
    left = Hand((-126 - 10 * told, 40 - 170 * told),
                1.5 - 2.9 * told + 0.25 * math.sin(t * 9) * wag, "open" if told > 0.4 else "rest",
                flip=True, joint=(-130 - 10 * told, -64))
    right = Hand((118, 50 + 4 * wobble(t, 3)), 1.6, "rest")
    with at(c, 1370 + 420 * come, 1010 - 8 * abs(step), 1.72):
        draw_person(c, LIN, Pose(face, left, right, bob=0), T)


def _neighbour_granny(c, t, T, told, glad):
    """She looks at her ringing telephone, listens to Lin, and rejects the call."""
    press = pulse(t, 7.75, 0.3, 0.12)
    show = key(t, (0.6, 0.0), (1.2, 1.0, "over"))
    at_lin = key(t, (0.9, 0.0), (1.4, 1.0), (6.9, 1.0), (7.4, 0.1), (8.1, 0.1), (8.4, 1.0))
    face = Face(turn=0.1 + 0.45 * at_lin,
                nod=0.3 - 0.24 * at_lin + 0.12 * pulse(t, 5.6, 0.9) * math.sin(t * 9),
                tilt=0.05 + 0.05 * told, look=(0.3 + 0.4 * at_lin, 0.5 - 0.5 * at_lin),
                smile=-0.1 + 0.25 * told + 0.8 * glad, worry=0.55 * (1 - told),
                brow=0.35 + 0.2 * told * (1 - glad), lids=1 + 0.2 * told * (1 - glad),
                squint=0.6 * glad, sway=0.15 * wobble(t, 1))
    voice(face, TALK, T, "granny")
    ringing = t < 7.8
    right = Hand((150 + 10 * show, -60 - 60 * show + 26 * smooth((t - 7.9) / 0.5) +
                  (3 * math.sin(t * 60) if ringing and math.sin(t * 7) > 0 else 0)), -1.25, "grip",
                 prop=_granny_phone(t, ringing), joint=(150, -40))
    left = Hand((-118 + 86 * told, 54 - 118 * told + 2 * wobble(t, 2)), 1.5 - 1.5 * told,
                "rest" if told < 0.3 else "flat",
                joint=(-138 - 10 * told, -66 + 6 * told))
    with at(c, 570, 1010, 1.72):
        draw_person(c, GRANNY, Pose(face, left, right, lean=0.02), T)
        if ringing:
            props.rings(c, 190, -190, t, MAPLE, 0.55, 0.42)
    if press > 0.02:
        glow(c, 960, 800, 120, WHITE, 0.5 * press)


def _granny_phone(t, ringing):
    def prop(c):
        c.save()
        c.translate(60, 0)
        c.rotate(1.25 + 0.12)
        box(c, -42, -78, 84, 156, 15, "#8A6A3C", darker("#8A6A3C", 0.4), 3)
        box(c, -35, -68, 70, 136, 6, mix("#22343A", TEAL, 1.0 if ringing else 0.0))
        if ringing:
            oval(c, 0, -28, 17, 17, "#93A6A7")
            props.call_icon(c, -17, 44, 13, MAPLE, True)
            props.call_icon(c, 18, 44, 13, "#3E9C6B")
        c.restore()
    return prop


def end(c, t, T):
    whole(c, down(0, HEIGHT, (0, PAPER), (1, SAND)))
    oval(c, 420, 640, 560, 560, MINT)
    wave = key(t, (0.5, 0.0), (1.1, 1.0, "anti"))
    face = Face(turn=0.25, smile=0.9, squint=0.5, brow=0.25, tilt=0.05 + 0.03 * math.sin(t * 2),
                look=(0.5, 0), sway=0.2 * math.sin(t * 2 - 0.5))
    right = Hand((136, -20 - 130 * wave), -1.35 + 0.14 * math.sin(t * 5) * wave, "open",
                 joint=(150, -62))
    left = Hand((-60, -64), 0.35, "grip", prop=cup_prop)
    with at(c, 420, 980, 1.85):
        draw_person(c, LIN, Pose(face, left, right), T)
        props.steam(c, -8, -112, T, 0.6)
    props.cat(c, 330, 1056, T, 1.25, 1.0)
    end_words(c, t, "退款不用你转账，", "也不用看你的屏幕。", "A refund needs neither your money nor your screen.")
