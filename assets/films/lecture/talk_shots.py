# SPDX-License-Identifier: MIT
"""先问一句, first half: the hall, the promise, the secret, the call. Scenes take (c, t, T)."""

import math

import props
import screens
import storyboard_lecture as board
from cast import held_up, voice
from face import Face
from figures import Hand, Pose, draw_person
from speech import Talk
from stage import (HEIGHT, HONEY, INK, MAPLE, TEAL, WHITE, WIDTH, Camera, at, box, curve,
                   darker, down, glow, key, mix, oval, poly, pulse, smooth, soft_disc, text,
                   vignette, whole, wobble)

import phones
import rooms
from people import JIN, LI, WIFE, ZHOU, coin_tree, egg_box, microphone, neighbours

TALK = Talk(board.LINES)
CASE = "#4B5B66"


# ---- the hall ---------------------------------------------------------------------------------

def _slide(c, t, grow):
    """The picture on the screen: a sunrise for the eggs, then the tree of coins."""
    box(c, 0, 0, 1000, 500, 0, down(0, 500, (0, "#FDF3D8"), (1, "#F3DDB0")))
    if grow < 0:
        for i in range(14):
            a = i * math.pi / 7 + t * 0.12
            poly(c, [(500, 300), (500 + 700 * math.cos(a - 0.1), 300 + 700 * math.sin(a - 0.1)),
                     (500 + 700 * math.cos(a + 0.1), 300 + 700 * math.sin(a + 0.1))], HONEY,
                 alpha=0.35)
        oval(c, 500, 300, 130, 130, "#F2B94F")
        text(c, "免费", 500, 330, 92, WHITE, True)
        return
    coin_tree(c, 690, 370, 1.22, grow, t)
    for i in range(4):
        h = 60 + 70 * i
        k = max(0.02, smooth(grow * 4 - i * 0.8))
        box(c, 110 + i * 84, 440 - h * k, 58, h * k, 6, mix("#E59A7B", MAPLE, i / 3))
    curve(c, [(100, 330), (210, 270), (320, 190), (420 * 1.0, 90)], TEAL, 9, smooth(grow * 2))


def _jin_mic(face_turn, t, x=-62, y=-138):
    return Hand((x + 3 * math.sin(t * 5), y + 3 * math.cos(t * 4)), -1.2, "grip", prop=microphone,
                joint=(-150, -84), flip=True)


def hall(c, t, T):
    cam = Camera(key(t, (0.0, 1600.0), (0.9, 1560.0), (2.5, 960.0)),
                 key(t, (0.0, 700.0), (0.9, 690.0), (1.9, 540.0)),
                 key(t, (0.0, 2.5), (0.9, 2.4), (2.5, 1.0), (7.0, 1.07)))
    rooms.hall(c, cam, T, lambda c: _slide(c, T, -1))
    offer = key(t, (2.0, 0.0), (2.9, 1.0, "anti"), (4.2, 1.0), (4.9, 0.25))
    bow = pulse(t, 4.5, 1.6, 0.45)
    face = Face(turn=0.32 - 0.62 * bow + 0.12 * wobble(t, 3), nod=0.06 + 0.5 * bow, smile=0.95,
                squint=0.45, brow=0.35, look=(0.5 - 0.9 * bow, 0.2), tilt=0.05 * math.sin(t * 2.3),
                wide=0.3, sway=0.1)
    voice(face, TALK, T, "jin", 1.1)
    right = Hand(key(offer, (0, (122.0, -20.0)), (1, (212.0, -152.0))), 0.5 - 1.0 * offer, "open",
                 prop=(lambda c: _eggs_on_palm(c, 0.5 - 1.0 * offer)))
    with cam.layer(c):
        with at(c, 760, 790, 1.5):
            draw_person(c, JIN, Pose(face, _jin_mic(0, t), right, lean=0.04 * offer + 0.06 * bow,
                                     bob=10 * bow), T)
    rooms.egg_table(c, cam)
    rooms.audience(c, cam, T, pulse(t, 4.5, 2.6, 0.35))


def _eggs_on_palm(c, turn):
    c.save()
    c.translate(40, -4)
    c.rotate(-turn)
    egg_box(c, 0, 8, 0.62)
    c.restore()


def promise(c, t, T):
    cam = Camera(key(t, (0, 900.0), (4.8, 960.0)), key(t, (0, 500.0), (4.8, 470.0)),
                 key(t, (0, 1.34), (4.8, 1.5)))
    grow = key(t, (0.5, 0.0), (3.6, 1.0, "out"))
    rooms.hall(c, cam, T, lambda c: _slide(c, T, grow))
    up = key(t, (0.5, 0.0), (1.3, 1.0, "anti"))
    beat = 0.5 + 0.5 * math.sin(t * 5.2)
    face = Face(turn=-0.1 + 0.4 * pulse(t, 0.7, 1.2), nod=0.05, smile=0.9, squint=0.35,
                brow=0.5 * up, look=(0.3 - 0.4 * up, 0.1), wide=0.3, tilt=0.06 * math.sin(t * 2.6),
                lids=1.1)
    voice(face, TALK, T, "jin", 1.15)
    right = Hand(key(up, (0, (120.0, 10.0)), (1, (196.0, -196.0 - 16 * beat))), -0.9 - 0.2 * beat,
                 "open")
    with cam.layer(c):
        with at(c, 620, 930, 1.75):
            draw_person(c, JIN, Pose(face, _jin_mic(0, t), right, lean=0.05 * math.sin(t * 2.6),
                                     bob=-6 * beat * up), T)
    rooms.audience(c, Camera(960, 470, 1.04), T, 0.0)


def _listeners(c, t, T):
    for x, (i, look) in zip((150, 770, 1015, 1240, 1800), enumerate(neighbours())):
        face = Face(turn=-0.2 + 0.15 * wobble(T, i), nod=0.05 * wobble(T, i + 3), smile=0.4,
                    look=(-0.3, -0.2), squint=0.2, brow=0.2, tilt=0.05 * wobble(T, i + 6, 0.7))
        with at(c, x, 930, 1.12):
            draw_person(c, look, Pose(face, Hand((-40, 40), 0.5, "rest"),
                                      Hand((40, 44), 2.6, "rest", flip=True)), T)


def dream(c, t, T):
    """The two old friends in the audience, seen from the stage."""
    cam = Camera(key(t, (0, 1000.0), (5.2, 900.0)), 540, key(t, (0, 1.0), (5.2, 1.08)))
    whole(c, down(0, 1080, (0, "#C7AE84"), (1, "#DDC69C")))
    with cam.layer(c, 0.7):
        for i in range(5):
            box(c, -200 + i * 520, 40, 330, 420, 6, "#E9DAB8", darker("#D8C29A", 0.15), 4)
            glow(c, -35 + i * 520, 200, 260, "#FFF3D0", 0.5)
        _listeners(c, t, T)
        whole(c, down(0, 1080, (0, "#8A6E44", 0.16), (1, "#8A6E44", 0.16)))
    far = key(t, (0.9, 0.0), (1.9, 1.0))
    nudge = pulse(t, 3.7, 0.5, 0.15)
    with cam.layer(c):
        face = Face(turn=-0.2 + 0.35 * far, nod=0.12 - 0.42 * far, tilt=-0.03 + 0.07 * far,
                    look=(-0.4 + 0.9 * far, 0.3 - 0.9 * far), smile=0.25 + 0.65 * far,
                    squint=0.5 * far, brow=0.15 + 0.4 * far, sway=0.1 * wobble(t, 1))
        voice(face, TALK, T, "zhou", 0.8)
        pat = 4 * math.sin(t * 3)
        hands = (Hand((-70, 52 + pat), 0.4, "flat"), Hand((76, 40), 2.7, "flat", flip=True))
        pose = Pose(face, *hands,
                    breath=1.4, lean=0.02 * far - 0.03 * nudge)
        with at(c, 530, 1050, 1.7):
            draw_person(c, ZHOU, pose, T)
        li = Face(turn=-0.25 - 0.35 * nudge, nod=0.1 + 0.12 * math.sin(t * 3.4), tilt=0.05,
                  look=(-0.5, 0.1), smile=0.7, squint=0.5, brow=0.25)
        clap = abs(math.sin(t * 7)) * (1 - nudge)
        elbow = Hand((-60 - 130 * nudge, -70), 0.1 + 3.0 * nudge, "flat", flip=nudge > 0.5,
                     joint=(-150 - 40 * nudge, -10))
        hands = (elbow if nudge > 0.05 else Hand((-16 - 34 * clap, -92), -0.7, "flat"),
                 Hand((30 + 34 * clap, -84), -2.4, "flat", flip=True))
        with at(c, 1440, 1070, 1.7):
            draw_person(c, LI, Pose(li, *hands, bob=2 * math.sin(t * 7)), T)
        egg_box(c, 530, 1080, 1.4)
        egg_box(c, 1440, 1100, 1.4)
    k = key(t, (1.2, 0.0), (1.9, 1.0, "lin"))
    frame = props.bubble(c, 985, 230, 480, 340, k, (690, 420), thought=True)
    if frame:
        with frame:
            _sea_dream(c, t, T)


def _sea_dream(c, t, T):
    c.save()
    c.new_path()
    c.rectangle(-222, -152, 444, 304)
    c.clip()
    box(c, -222, -152, 444, 304, 0, down(-152, 152, (0, "#CFE9EE"), (0.46, "#FBEFD6"),
                                         (0.47, "#5FB3BE"), (1, "#2E8C97")))
    oval(c, 110, -66, 38, 38, "#FFF3CF")
    for i in range(4):
        y = 14 + 30 * i
        curve(c, [(-230 + k * 60, y + 5 * math.sin(k * 1.6 + T * 2.2 + i * 2)) for k in range(9)],
              WHITE, 4, 0.65)
    poly(c, [(60, -12), (140, -12), (124, 12), (76, 12)], "#B5573C")
    poly(c, [(98, -16), (98, -86), (136, -18)], WHITE)
    for look, x, turn in ((ZHOU, -118, 0.3), (WIFE, -34, -0.3)):
        with at(c, x, 196 + 3 * math.sin(T * 2 + x), 0.62):
            draw_person(c, look, Pose(Face(turn=turn, smile=0.9, squint=0.6, look=(turn, 0)),
                                      Hand((-40, 30), 0.6, "rest"), Hand((40, 30), 2.5, "rest")), T)
    c.restore()


# ---- the secret -------------------------------------------------------------------------------

def home(c, t, T):
    cam = Camera(key(t, (0, 900.0), (4.0, 940.0), (6.4, 1010.0)), key(t, (0, 520.0), (9.0, 540.0)),
                 key(t, (0, 1.12), (4.2, 1.06), (9.0, 1.1)))
    rooms.home(c, cam, T)
    come = key(t, (3.7, 0.0), (5.2, 1.0))
    hide = key(t, (4.5, 0.0), (5.1, 1.0, "over"))
    guilt = key(t, (6.3, 0.0), (6.8, 1.0))
    with cam.layer(c, 0.92):
        wife = Face(turn=0.75 - 1.35 * come, nod=0.25 - 0.2 * come, look=(0.5 - 1.1 * come, 0.2),
                    smile=0.45, brow=0.1 + 0.45 * come, squint=0.2, tilt=0.03 - 0.11 * come,
                    sway=0.2 * props.swing(t, 4.2))
        voice(wife, TALK, T, "wife")
        rub = 16 * math.sin(t * 4.6) * (1 - come)
        hands = (Hand((-100 - 16 * come, -30 - 40 * come), 0.7 - 1.6 * come,
                      "open" if come > 0.6 else "rest"),
                 Hand((120 + rub, -150 + 110 * come), -0.8 + 2.2 * come, "flat", prop=_cloth))
        step = 4 * abs(math.sin(t * 6)) * pulse(t, 3.8, 1.2, 0.2)
        with at(c, 1450 - 130 * come, 900 - step, 1.42):
            draw_person(c, WIFE, Pose(wife, *hands, lean=0.03 - 0.07 * come), T)
    with cam.layer(c):
        glance = pulse(t, 3.1, 1.0, 0.25)
        face = Face(turn=-0.42 + 0.9 * glance + 0.95 * hide - 0.25 * guilt, nod=0.2 - 0.12 * hide,
                    tilt=-0.05 + 0.1 * hide, look=(-0.7 + 1.3 * glance + 1.4 * hide - 0.9 * guilt,
                                                   0.35 - 0.2 * hide),
                    smile=0.3 - 0.4 * glance + 0.3 * hide, brow=0.3 + 0.4 * hide,
                    worry=0.5 * guilt + 0.2, lids=1 + 0.2 * hide, wide=0.4 * hide)
        voice(face, TALK, T, "zhou", 0.8)
        turn = -0.5
        left = Hand(key(hide, (0, (-168.0, -118.0)), (1, (-70.0, -20.0))), turn + hide, "wrap",
                    prop=held_up(turn + hide, CASE),
                    joint=key(hide, (0, (-168.0, -20.0)), (1, (-150.0, -30.0))))
        wave = pulse(t, 6.6, 1.6, 0.3)
        right = Hand((118 + 26 * wave, 40 - 150 * wave), 2.4 - 3.8 * wave + 0.3 * math.sin(t * 11) *
                     wave, "open" if wave > 0.3 else "flat", flip=wave <= 0.3,
                     joint=(150, -50))
        with at(c, 690, 1040, 1.85):
            draw_person(c, ZHOU, Pose(face, left, right, shrug=10 * hide, lean=-0.02), T)
    rooms.table(c, cam, T)
    k = key(t, (1.4, 0.0), (2.0, 1.0, "lin")) * (1 - smooth((t - 4.3) / 0.25))
    frame = props.bubble(c, 250, 330, 380, 230, k, (440, 560))
    if frame:
        with frame:
            props.clock_icon(c, -92, 0, 1.35, t * 1.4)
            screens.portrait(c, WIFE, 86, 0, 74)
            curve(c, [(30, 60), (142, -60)], MAPLE, 12)


def _cloth(c):
    c.save()
    c.translate(48, 6)
    oval(c, 0, 0, 34, 22, HONEY, darker(HONEY, 0.25), 3)
    c.restore()


# ---- the call ---------------------------------------------------------------------------------

def soft_home(c, T, shade=0.0):
    """The kitchen out of focus."""
    whole(c, down(0, HEIGHT, (0, "#E6D9BE"), (0.6, "#EFE3CB"), (1, "#D3B78C")))
    for i in range(12):
        x, y = (i * 353 + 90) % 2000, 120 + (i * 211) % 840
        col = ("#E0A05A", "#F6EFD9", "#CFE0D2", "#E8A78D", "#F2C879")[i % 5]
        soft_disc(c, x + 14 * wobble(T, i, 0.5), y + 10 * wobble(T, i + 4, 0.4),
                  100 + (i * 59) % 120, col, 0.42)
    if shade > 0:
        whole(c, down(0, HEIGHT, (0, INK, shade * 0.6), (1, INK, shade)))


def held_phone(c, screen, x, y, scale, turn):
    with at(c, x, y, scale, turn):
        props.holding_palm(c, ZHOU.skin)
        props.phone(c, screen)
        props.holding_fingers(c, ZHOU.skin)


def finger(c, x, y, press=0.0, scale=0.95, turn=-0.5):
    with at(c, x, y, scale, turn):
        props.big_finger(c, ZHOU.skin, ZHOU.top, darker(ZHOU.top, 0.15), press)


def pay(c, t, T):
    soft_home(c, T, 0.06 + 0.1 * smooth(t / 3))
    ring = key(t, (2.1, 0.0), (2.55, 1.0, "over"))
    chat = key(t, (4.3, 0.0), (4.7, 1.0, "out"))
    z = key(t, (0, 1.0), (2.0, 1.07), (2.5, 1.0, "out"), (6.6, 1.06))
    shake = 5 * math.sin(t * 60) * smooth((t - 2.2) / 0.2) * (1 if math.sin(t * 7) > -0.2 else 0.2)
    with at(c, WIDTH / 2 - 60 + shake, 480, z):
        if ring > 0.05:
            props.rings(c, 0, -240, t, HONEY, 0.5, 2.3)
        held_phone(c, lambda c: phones.rung(c, t, T, ring, chat), 0, 30, 1.12, -0.03)
        x, y = key(t, (0.5, (600.0, 640.0)), (1.3, (130.0, 330.0)), (2.05, (52.0, 296.0)),
                   (2.4, (300.0, 520.0), "out"), (4.3, (330.0, 540.0)), (4.8, (430.0, 600.0)))
        finger(c, x, y + 4 * math.sin(t * 13))
    vignette(c, 0.1 + 0.14 * smooth((t - 4) / 2))


def _kitchen_close(c, T, zoom=1.45, x=980):
    rooms.home(c, Camera(x, 470, zoom), T)


def torn(c, t, T):
    _kitchen_close(c, T, 1.4 + 0.02 * t)
    side = math.sin(t * 2.6) * pulse(t, 0.7, 4.0, 0.5)
    ask = key(t, (0.2, 0.0), (0.9, 1.0))
    face = Face(turn=-0.12 + 0.42 * side, nod=0.12, tilt=0.05 * side, look=(0.85 * side, 0.12),
                smile=-0.35 * ask, worry=0.9 * ask, brow=0.35 + 0.1 * side, lids=1.12,
                sway=0.1 * side)
    voice(face, TALK, T, "zhou", 0.85)
    turn = -0.5
    buzz = 3 * math.sin(t * 60)
    left = Hand((-176 + buzz, -128), turn, "wrap", prop=held_up(turn, CASE))
    right = Hand((92 + 4 * wobble(t, 2), -212 + 3 * math.sin(t * 3)), 3.75, "point", flip=True,
                 joint=(160, -66))
    with at(c, 940, 1200, 2.3):
        draw_person(c, ZHOU, Pose(face, left, right, shrug=8 * ask, breath=1.8), T)
    props.rings(c, 520, 860, t, HONEY, 0.6, 1.1)
    k = key(t, (0.9, 0.0), (1.5, 1.0, "lin"))
    grow = 1 + 0.06 * side
    frame = props.bubble(c, 330, 320, 400 / grow, 300, k, (620, 520), thought=True)
    if frame:
        with frame:
            with at(c, 0, 0, 1 / grow):
                props.shield_icon(c, 0, -44, 1.25, "#2C8F88")
                text(c, "96110", 0, 108, 88, TEAL, True)
    k = key(t, (1.5, 0.0), (2.1, 1.0, "lin"))
    frame = props.bubble(c, 1560, 320, 400 * grow, 300, k, (1240, 520), thought=True)
    if frame:
        with frame:
            with at(c, 0, 0, grow):
                screens.portrait(c, JIN, -84, 0, 92, Face(smile=-0.2, worry=-0.8, blink=False,
                                                         open=0.35 + 0.2 * math.sin(t * 9)))
                props.call_icon(c, 98, 0, 62, "#3E9C6B")
                curve(c, [(44, 58), (152, -58)], MAPLE, 15)

