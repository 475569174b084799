# SPDX-License-Identifier: MIT
"""第六个“不”, second half: what drowning looks like, and how it is answered from the bank.

Each scene takes (c, t, T): canvas, time in the shot, time in the film.
"""

import math

import props
import river_place as place
from cast import ear_hand, voice
from face import Face
from figures import Hand, Pose, draw_person
from river_before import TALK, front_reeds
from river_people import (LELE, WET, XIAOHE, ZHANG, bag, in_water, net, net_in_hand, prone,
                          standing)
from stage import (AMBER, HEIGHT, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, WHITE, WIDTH, Camera,
                   at, blob, box, curve, darker, down, ease_out, glow, key, lighter, mix, oval, poly,
                   pulse, smooth, text, vignette, whole, wobble)

# ---- what drowning looks like ------------------------------------------------------------------


def drowning(t, T, over_=0.0):
    """Upright, head back, mouth at the surface, arms that press down; over_ 1: something holds."""
    bob = math.sin(t * 2.1)
    press = 0.5 + 0.5 * math.sin(t * 4.2 + 0.8)
    face = Face(turn=0.08 * wobble(t, 3), nod=-0.62 + 0.05 * bob, tilt=0.06 * wobble(t, 1),
                look=(0.1 * wobble(t, 5), -0.55), lids=1.28, brow=0.75, worry=0.8, smile=-0.15,
                open=0.16 + 0.16 * max(0.0, -bob), wide=-0.7, blink=False)
    left = Hand((-190, -286 + 34 * press), 2.95 - 0.25 * press, "flat",
                joint=(-140, -208 + 14 * press), flip=True)
    right = Hand((190, -286 + 34 * press), 0.19 + 0.25 * press, "flat",
                 joint=(140, -208 + 14 * press))
    return Pose(face, left, right, breath=0.2), bob


def silent(c, t, T):
    """The one in front makes no sound; the one behind laughs."""
    cam = Camera(960, 540, key(t, (0, 1.0), (6.6, 1.07)))
    back = Camera(900, 640, 1.08 * key(t, (0, 1.0), (6.6, 1.05)))
    place.bank(c, back, T)
    place.jetty_water(c, back, T)
    place.jetty(c, back, T)
    laugh = 1 - key(t, (3.0, 0.0), (4.0, 1.0))
    merry = abs(math.sin(t * 7)) * laugh
    with back.layer(c):
        face = Face(turn=0.35, nod=-0.12 * merry, tilt=0.05 * math.sin(t * 7) * laugh,
                    look=(0.5, 0.2), smile=0.95 * laugh, squint=0.7 * laugh,
                    open=0.4 * merry, brow=0.3, sway=0.2 * math.sin(t * 7) * laugh)
        voice(face, TALK, T, "lele")
        left = Hand((-40, -40), 0.5, "flat", joint=(-138, -70))
        right = Hand((120 + 30 * laugh, -40 - 60 * laugh), 0.2 + 0.2 * math.sin(t * 7) * laugh,
                     "point", joint=(140, -60))
        standing(c, LELE, Pose(face, left, right, bob=-6 * merry, lean=-0.04 * merry), T, 880,
                 place.DECK + 8, 0.68, bare=True)
        face = Face(turn=0.5, nod=0.1, look=(0.7, 0.3), smile=0.35 - 0.5 * (1 - laugh), brow=0.3,
                    worry=0.5 * (1 - laugh))
        standing(c, XIAOHE, Pose(face, Hand((-108, 60), 1.5, "grip", flip=True,
                                            prop=net_in_hand(1.5, 0.72)), Hand((108, 56), 1.5)),
                 T, 600, place.DECK + 8, 0.71, over=bag)
    pose, bob = drowning(t, T)
    sink = 6 * bob + 12 * smooth((t - 2.6) / 3.0)
    with cam.layer(c, 1.1):
        in_water(c, WET, pose, T, 1340, 800, 1.5, level=-268 - sink)
    vignette(c, 0.12 + 0.16 * smooth((t - 2.5) / 2))


def seen(c, t, T):
    """Xiaohe understands."""
    place.bank(c, Camera(720, 420, 1.5), T)
    see = key(t, (0.2, 0.0), (0.7, 1.0, "out"))
    sure = key(t, (2.3, 0.0), (2.7, 1.0, "anti"))
    z = key(t, (0, 1.0), (4.2, 1.16))
    face = Face(turn=0.32 - 0.1 * sure, nod=0.05 - 0.05 * see, tilt=0.02 * wobble(t, 4),
                look=(0.5, 0.15), smile=0.2 - 0.6 * see, lids=1 + 0.38 * see, brow=0.85 * see,
                worry=0.7 * see - 0.3 * sure, open=0.2 * pulse(t, 0.35, 0.5, 0.12),
                sway=0.5 * props.swing(t, 0.3, 9) + 0.5 * props.swing(t, 2.4, 9))
    voice(face, TALK, T, "he", 0.8)
    hand = key(t, (0.3, 0.0), (0.9, 1.0, "over"))
    with at(c, 960, 620, z):
        with at(c, -960, -620):
            with at(c, 820, 1220, 2.5):
                left = Hand((-112, 50), 1.5, "none")
                right = Hand((60 + 30 * (1 - hand), -60 - 84 * hand), 4.0, "flat", flip=True,
                             joint=(146, -60))
                draw_person(c, XIAOHE, Pose(face, left, right, shrug=10 * see - 14 * sure,
                                            breath=1.4), T, bag)
    ks = ((0.75, 0), (1.55, 1))
    for start, which in ks:
        k = key(t, (start, 0.0), (start + 0.45, 1.0, "lin"))
        if k < 0.01:
            continue
        frame = props.bubble(c, 1520, 240 + 300 * which, 330, 250, k, (1230, 470), thought=True)
        if frame:
            with frame:
                if which == 0:       # No shout.
                    with at(c, -30, 0, 1.15):
                        oval(c, 0, 0, 52, 58, "#F0C9A6")
                        oval(c, 0, 22, 17, 20, "#6B2723")
                        for i in range(3):
                            a = 0.5 * (i - 1)
                            curve(c, [(70 + 0, 60 * math.sin(a)), (112, 90 * math.sin(a))], TEAL, 9)
                    curve(c, [(-110, 78), (110, -78)], MAPLE, 14)
                else:                # No wave.
                    with at(c, -20, 70, 1.5, -0.2 + 0.15 * math.sin(t * 7)):
                        for i in range(4):
                            curve(c, [(-26 + i * 17, -50), (-34 + i * 23, -92 + 5 * abs(i - 1.5))],
                                  "#E7BC95", 15)
                        curve(c, [(-24, -30), (-50, -58)], "#E7BC95", 15)
                        blob(c, [(-32, -54), (32, -54), (30, -12), (0, 2), (-30, -12)], "#E7BC95")
                    curve(c, [(-110, 78), (110, -78)], MAPLE, 14)
    vignette(c, 0.18)


# ---- the sixth not -----------------------------------------------------------------------------

def sixth(c, t, T):
    cam = Camera(960, 540, key(t, (0, 1.12), (2.0, 1.18), (3.0, 1.12), (6.4, 1.2)))
    place.bank(c, Camera(800, 420, 1.35), T)
    rush = key(t, (0.0, 0.0), (0.9, 1.0, "out"))
    caught = key(t, (1.5, 0.0), (1.9, 1.0, "anti"))
    calm = key(t, (3.6, 0.0), (4.6, 1.0))
    with cam.layer(c):
        lean = 0.30 * rush - 0.26 * caught
        face = Face(turn=0.55 - 0.95 * smooth((t - 2.2) / 0.5), nod=0.16 * rush - 0.1 * caught,
                    tilt=0.10 * rush - 0.12 * caught, look=(0.7 - 1.4 * smooth((t - 2.1) / 0.5), 0.2),
                    smile=-0.3, lids=1.25 - 0.1 * calm, brow=0.5, worry=0.9,
                    open=0.12 * rush * (1 - calm), sway=0.5 * rush - 0.7 * caught +
                    0.5 * props.swing(t, 1.7))
        voice(face, TALK, T, "lele")
        left = Hand((-168 + 10 * caught, -30 - 30 * rush + 20 * calm), 2.6, "open",
                    joint=(-150, -110))
        right = Hand((150 + 40 * rush - 60 * caught, -150 * rush + 110 * caught + 20),
                     -0.5 * rush + 1.2 * caught, "open", joint=(150 + 10 * rush, -110 + 30 * caught))
        with at(c, 1130 + 70 * rush - 50 * caught, 1010, 1.72):
            draw_person(c, LELE, Pose(face, left, right, lean=lean, breath=2.0), T)
        firm = key(t, (3.0, 0.0), (3.5, 1.0, "anti"))
        face = Face(turn=0.45, nod=0.03, tilt=-0.06 + 0.02 * math.sin(t * 2), look=(0.65, 0.0),
                    smile=-0.15, brow=0.1 + 0.3 * (1 - firm), worry=0.3 - 0.8 * firm, lids=1.15,
                    sway=0.6 * props.swing(t, 1.6, 8))
        voice(face, TALK, T, "he")
        come = key(t, (0.7, -520.0), (1.6, 0.0, "out"))
        grab = key(t, (1.1, 0.0), (1.55, 1.0, "out"))
        x = 640 + come
        # Her right hand holds his arm; the other puts up the sixth finger.
        right = Hand((110 + 102 * grab, -20 - 74 * grab + 8 * props.swing(t, 1.8)), -0.1, "grip",
                     joint=(150, -90))
        up = key(t, (2.9, 0.0), (3.5, 1.0, "anti"))
        left = Hand((-118 - 26 * up, 40 - 208 * up), 1.6 - 3.1 * up, "point" if up > 0.4 else "rest",
                    flip=up <= 0.4, joint=(-146 - 8 * up, -66))
        with at(c, x, 1010, 1.72):
            draw_person(c, XIAOHE, Pose(face, left, right, lean=-0.05 * grab, breath=1.6), T, bag)
    _front_planks(c, cam, T)
    k = key(t, (3.3, 0.0), (3.8, 1.0, "over"))
    if k > 0.02:
        with at(c, 210, 220, 0.95 * max(0.02, k)):
            oval(c, 5, 8, 128, 128, INK, alpha=0.15)
            oval(c, 0, 0, 128, 128, WHITE, MAPLE, 16)
            for j in range(2):
                curve(c, [(-80 + i * 20, 46 + j * 26 + 7 * math.sin(i * 1.6 + t * 3))
                          for i in range(9)], "#2F8490", 8)
            with at(c, 0, 0, 1.0, 0.55):             # Somebody who dives.
                limb_man(c)
            curve(c, [(-84, 84), (84, -84)], MAPLE, 16)


def limb_man(c):
    oval(c, 40, 10, 20, 20, INK)
    curve(c, [(24, 4), (-30, -20), (-78, -16)], INK, 22)
    curve(c, [(10, 2), (58, 40)], INK, 14)


def _front_planks(c, cam, T):
    with cam.layer(c, 1.06):
        place.water(c, T, 1010, 1500, 1500)
        place.plank_edge(c, 930, T)


def shout(c, t, T):
    place.bank(c, Camera(720, 420, 1.45), T)
    big = key(t, (0.2, 0.0), (0.5, 1.0, "anti"))
    face = Face(turn=-0.35, nod=-0.18 * big, tilt=-0.05, look=(-0.6, -0.1), lids=1.1, blink=False, brow=0.5,
                worry=0.35, smile=0.0, open=0.25 * big, sway=0.5 * props.swing(t, 0.4))
    voice(face, TALK, T, "he", 1.25)
    pulse_ = TALK.speaking(T, "he")
    face.open = max(face.open, 0.42 * pulse_)
    with at(c, 960, 600, 1 + 0.03 * t):
        with at(c, -960, -600):
            with at(c, 1060, 1200, 2.35):
                cup = key(t, (0.0, 0.4), (0.35, 1.0, "over"))
                left = Hand((-104 + 20 * (1 - cup), -206 + 70 * (1 - cup)), -1.15, "flat",
                            joint=(-158, -84))
                right = Hand((62, -206 + 70 * (1 - cup)), -1.95, "flat", joint=(150, -84), flip=True)
                draw_person(c, XIAOHE, Pose(face, left, right, lean=-0.04 * pulse_, breath=2.0,
                                            bob=-4 * abs(math.sin(t * 9)) * pulse_), T, bag)
    for i in range(4):                               # The shout runs out to the left.
        k = (t * 1.1 + i / 4) % 1
        a = pulse_ * (1 - k) * min(1, k * 6)
        r = 110 + 640 * k
        c.new_path()
        c.arc(985, 450, r, math.pi * 0.86, math.pi * 1.2)
        c.set_source_rgba(1, 0.98, 0.92, 0.85 * a)
        c.set_line_width(16)
        c.stroke()


def heard(c, t, T):
    """The dike above the bank: Uncle Zhang turns and runs."""
    cam = Camera(key(t, (0, 900.0), (2.8, 1010.0)), 520, key(t, (0, 1.18), (2.8, 1.3)))
    place.bank(c, cam, T)
    turned = key(t, (0.15, 0.0), (0.55, 1.0, "anti"))
    run = key(t, (0.7, 0.0), (1.1, 1.0))
    with cam.layer(c, 1.0):
        box(c, -800, 884, 3600, 900, 0, "#86A067")
        poly(c, [(-800, 856), (2800, 870), (2800, 980), (-800, 966)], "#E3CFA2",
             darker("#E3CFA2", 0.16), 3)
        for i in range(24):
            x = -400 + i * 110
            for d in (-1, 0, 1):
                curve(c, [(x, 1010), (x + d * 9 + 4 * wobble(t, i), 978)], darker("#86A067", 0.2), 5)
        x = 760 + key(t, (0.9, 0.0), (2.8, 560.0, "in"))
        step = t * 13
        face = Face(turn=-0.4 + 0.95 * turned, nod=0.02, tilt=0.04 * math.sin(step) * run,
                    look=(-0.4 + 1.1 * turned, 0.0), lids=1 + 0.25 * turned, brow=0.1 + 0.5 * turned,
                    worry=0.4 * turned, smile=-0.1, sway=0.0)
        voice(face, TALK, T, "zhang", 1.2)
        sw = math.sin(step) * run
        left = Hand((-130 - 30 * sw, -10 - 50 * run + 40 * sw), 0.2, "grip", joint=(-150, -80))
        turn = -1.35
        right = Hand((140 + 20 * sw, -40 + 18 * sw), turn, "grip", joint=(158, -80),
                     prop=_pole_in_hand(turn, 0.1 + 0.9 * run))
        standing(c, ZHANG, Pose(face, left, right, lean=0.13 * run), T, x, 930, 0.86, step=step,
                 run=1.0 * run)
        for i in range(4):                           # Dust of the first steps.
            k = clamp01((t - 1.0 - i * 0.3) / 0.7)
            if 0 < k < 1:
                oval(c, x - 60 - 50 * k, 926 - 20 * k, 20 + 40 * k, 10 + 16 * k, "#EBDDBB",
                     alpha=0.7 * (1 - k))


def clamp01(x):
    return min(1.0, max(0.0, x))


def _pole_in_hand(turn, tilt):
    def prop(c):
        c.save()
        c.translate(34, 0)
        c.rotate(-turn)
        c.rotate(0.15 + 0.75 * tilt)
        box(c, -9, -560, 18, 900, 8, "#C9A24F", darker("#C9A24F", 0.35), 3)
        for i in range(8):
            box(c, -10, -500 + i * 104, 20, 5, 0, darker("#C9A24F", 0.3))
        c.restore()
    return prop


# ---- the call ----------------------------------------------------------------------------------

def call(c, t, T):
    """Lele tells 110 where they are: it is written on the board behind him."""
    cam = Camera(960, 540, key(t, (0, 1.02), (5.0, 1.1)))
    place.bank(c, Camera(300, 372, 1.72), T)
    look_board = pulse(t, 0.9, 1.5, 0.25)
    with cam.layer(c):
        face = Face(turn=-0.55 * look_board + 0.3 * (1 - look_board), nod=-0.12 * look_board + 0.05,
                    tilt=-0.06 * look_board + 0.05 * wobble(t, 2),
                    look=(-0.75 * look_board + 0.5 * (1 - look_board), -0.35 * look_board),
                    lids=1.15, brow=0.4, worry=0.55 - 0.3 * smooth((t - 3.2) / 0.6), smile=-0.15,
                    sway=0.3 * props.swing(t, 1.0) + 0.3 * props.swing(t, 2.6))
        voice(face, TALK, T, "lele")
        right = ear_hand(1, "#2B3A3F", t)
        point = look_board
        left = Hand((-118 - 78 * point, 40 - 190 * point), 1.5 + 2.2 * point,
                    "point" if point > 0.3 else "rest", flip=point <= 0.3,
                    joint=(-146 - 6 * point, -84))
        with at(c, 1230, 1060, 1.85):
            draw_person(c, LELE, Pose(face, left, right, breath=2.2, lean=-0.03 * point), T)
    k = key(t, (0.25, 0.0), (0.75, 1.0, "lin"))
    frame = props.bubble(c, 1660, 260, 300, 210, k, (1480, 470))
    if frame:
        with frame:
            text(c, "110", 0, 34, 120, MAPLE, True)
            props.call_icon(c, 112, -70, 30, "#3E9C6B")


# ---- reach -------------------------------------------------------------------------------------

REACH_X, REACH_Y = 890.0, 752.0


def reach(c, t, T):
    """From the side: she lies flat, the bamboo is a metre short."""
    cam = Camera(key(t, (0, 900.0), (2.6, 1080.0), (5.8, 1140.0)), 540, key(t, (0, 1.08), (5.8, 1.16)))
    place.bank(c, cam, T, True, False)
    place.jetty_water(c, cam, T)
    strain = key(t, (0.3, 0.0), (1.6, 1.0), (2.8, 1.0), (3.2, 0.4), (3.6, 1.1), (4.4, 0.3))
    give = key(t, (4.2, 0.0), (4.7, 1.0))
    place.jetty(c, cam, T)
    with cam.layer(c):
        pose, bob = drowning(t + 2, T)
        in_water(c, WET, pose, T, 1700, 828, 0.74, level=-268 - 7 * bob)
        face = Face(turn=0.75 - 0.25 * give, nod=-0.15, tilt=-0.12 + 0.03 * wobble(t, 2),
                    look=(0.8 - 1.2 * give, 0.1), lids=1.15, brow=0.35, worry=0.6,
                    smile=-0.1, sway=0.2 * wobble(t, 1))
        voice(face, TALK, T, "he")
        wag = math.sin(t * 5) * strain
        prone(c, XIAOHE, face, T, REACH_X + 20, REACH_Y, 0.84, strain, 470, 0.4 + 0.5 * wag)
        face = Face(turn=0.5 - 0.2 * give, nod=0.1, look=(0.8, 0.2), lids=1.2, worry=0.7, brow=0.5,
                    smile=-0.3)
        reach_for = key(t, (4.3, 0.0), (5.2, 1.0))
        left = Hand((-100, 20 + 50 * reach_for), 1.6, "rest", flip=True)
        right = Hand((110, 20 + 20 * reach_for), 1.4, "grip", prop=net_in_hand(1.4, 0.72)
                     if reach_for > 0.5 else None)
        standing(c, LELE, Pose(face, left, right, lean=0.05, breath=2, bob=8 * reach_for), T,
                 470, place.DECK + 2, 0.74, bare=True)
        if reach_for <= 0.5:
            with at(c, 590, place.DECK - 178, 0.68):
                net(c)
    front_reeds(c, cam, T, -400, 400, 10, 1.2, 44)
    vignette(c, 0.12)


# ---- throw -------------------------------------------------------------------------------------

def throw(c, t, T):
    if t < 2.4:
        _throw_wide(c, t, T)
    else:
        _throw_caught(c, t - 2.4, T)


def _throw_wide(c, t, T):
    cam = Camera(key(t, (0, 1000.0), (1.2, 1060.0), (2.4, 1230.0)), 512, 1.06)
    place.bank(c, cam, T, True, False)
    place.jetty_water(c, cam, T)
    place.jetty(c, cam, T)
    with cam.layer(c):
        pose, bob = drowning(t + 5, T)
        in_water(c, WET, pose, T, 1700, 828, 0.74, level=-268 - 7 * bob)
        back = key(t, (0.1, 0.0), (0.85, 1.0, "io"))
        go = key(t, (0.95, 0.0), (1.25, 1.0, "out"))
        face = Face(turn=0.62, nod=0.0, tilt=-0.05 * back + 0.1 * go, look=(0.8, 0.05), lids=1.1,
                    brow=0.2, worry=-0.2, smile=-0.1, sway=-0.6 * back + 0.9 * go)
        hand = key(t, (0.1, (120.0, 30.0)), (0.85, (-150.0, -60.0)), (1.0, (-60.0, -230.0), "in"),
                   (1.2, (190.0, -210.0), "out"), (1.8, (170.0, -120.0)))
        ang = key(t, (0.1, 1.4), (0.85, 2.4), (1.0, 4.2), (1.2, 5.9), (1.8, 6.4))
        thrown = t > 1.16
        right = Hand(hand, ang, "grip" if not thrown else "open",
                     prop=None if thrown else net_in_hand(ang, 0.8, 0.5 * back - 1.4 * go),
                     joint=key(t, (0.1, (140.0, -60.0)), (0.85, (30.0, -120.0)),
                               (1.0, (60.0, -230.0)), (1.2, (150.0, -196.0)), (1.8, (150.0, -120.0))))
        left = Hand((-110 + 150 * back - 220 * go, 30 - 140 * back + 120 * go), 0.3 + 2.2 * go,
                    "open", joint=None)
        standing(c, XIAOHE, Pose(face, left, right, lean=-0.14 * back + 0.3 * go), T,
                 1080, place.DECK + 6, 0.8, over=bag, step=0.8, run=0.5 * go)
        face = Face(turn=0.5, look=(0.8, 0), lids=1.25, brow=0.6, worry=0.5, smile=-0.1)
        standing(c, LELE, Pose(face, Hand((-60, -110), 0.8, "flat", joint=(-140, -60)),
                               Hand((60, -110), 2.4, "flat", flip=True, joint=(140, -60))), T,
                 760, place.DECK + 2, 0.74, bare=True)
        if thrown:
            k = clamp01((t - 1.16) / 1.1)
            x = 1225 + (1610 - 1225) * k
            y = 290 + (862 - 290) * (-0.9 * k + 1.9 * k * k)
            with at(c, x, y, 0.62, 1.2 + 3.4 * k):
                net(c)
        place.splash(c, 1610, 880, (t - 2.24) / 0.9, 0.7)
    front_reeds(c, cam, T, -400, 300, 8, 1.2, 44)


def _net_float(c, x, y, s, t):
    """The net of bottles lying on the water."""
    with at(c, x, y, s, 1.5 + 0.04 * math.sin(t * 2.2)):
        with at(c, 0, -150):
            net(c)


def _throw_caught(c, t, T):
    """Close: the arms that press down find the bottles; the head comes up."""
    cam = Camera(960, 540, key(t, (0, 1.1), (4.0, 1.0)))
    place.open_water(c, cam, T, 300)
    rise = key(t, (0.7, 0.0), (1.9, 1.0, "over"))
    glow(c, 960, 560, 760, "#FFEFC4", 0.3 * rise)
    drift = key(t, (0.0, -230.0), (0.7, 0.0))
    pose, bob = drowning(t + 7, T)
    f = pose.face
    f.nod = -0.62 + 0.25 * rise
    f.lids = 1.28 - 0.22 * rise
    f.worry = 0.8 - 0.25 * rise
    f.brow = 0.75 - 0.3 * rise
    f.open = 0.2 + 0.24 * pulse(t, 1.3, 1.2, 0.3)
    f.look = (-0.25 * rise, -0.5 + 0.4 * rise)
    f.blink = rise > 0.5
    hug = smooth((t - 0.5) / 0.7)
    pose.left = Hand((-196 + 126 * hug, -190 + 20 * hug), 3.0 - 2.7 * hug, "flat",
                     joint=(-152 - 6 * hug, -150 + 20 * hug), flip=hug < 0.5)
    pose.right = Hand((196 - 116 * hug, -190 + 26 * hug), 0.14 + 2.7 * hug, "flat",
                      joint=(152 + 6 * hug, -150 + 20 * hug), flip=hug > 0.5)
    with cam.layer(c):
        level = -268 - 7 * bob * (1 - rise) + 78 * rise

        def over(c):
            with at(c, 0, -168 + 20 * (1 - hug)):
                c.save()
                c.rotate(-1.57)
                with at(c, 0, -128, 0.9):
                    net(c)
                c.restore()
        in_water(c, WET, pose, T, 960, 690, 1.7, over=over if hug > 0.35 else None, calm=rise,
                 level=level)
        if hug <= 0.35:
            _net_float(c, 960 + drift, 760, 1.5, t)
        if t < 1.2:
            place.rings_on_water(c, 960 + drift, 740, t, 1.6)


# ---- out of the water --------------------------------------------------------------------------

def pull(c, t, T):
    cam = Camera(key(t, (0, 1120.0), (5.0, 960.0)), 545, key(t, (0, 1.14), (5.0, 1.06)))
    place.bank(c, cam, T, True, False)
    place.jetty_water(c, cam, T)
    place.jetty(c, cam, T)
    draw_in = key(t, (1.2, 0.0), (2.2, 0.35), (2.5, 0.35), (3.5, 0.7), (3.8, 0.7), (4.8, 1.0))
    tug = sum(pulse(t, s, 0.7, 0.2) for s in (1.3, 2.6, 3.9))
    with cam.layer(c):
        x = 1690 - 330 * draw_in
        pose, bob = drowning(t, T)
        f = pose.face
        f.nod, f.turn, f.lids, f.worry, f.brow = -0.2, -0.5, 1.08, 0.5, 0.4
        f.look, f.open, f.blink, f.smile = (-0.7, 0.0), 0.1, True, 0.0
        pose.left = Hand((-120, -210), 2.9, "grip", joint=(-140, -150))
        pose.right = Hand((60, -168), 2.9, "flat", joint=(150, -130), flip=True)

        def over(c):
            with at(c, 0, -166):
                c.save()
                c.rotate(-1.57)
                with at(c, 0, -128, 0.85):
                    net(c)
                c.restore()
        # The two stay back.
        face2 = Face(turn=0.6, look=(0.8, 0.1), lids=1.15, brow=0.5, worry=0.5, smile=0.0,
                    sway=0.1 * wobble(t, 3))
        standing(c, XIAOHE, Pose(face2, Hand((-46, -130), 0.9, "flat", joint=(-136, -64)),
                                 Hand((46, -130), 2.3, "flat", flip=True, joint=(136, -64)),
                                 breath=2), T, 250, place.DECK - 14, 0.72, over=bag)
        face2 = Face(turn=0.55, look=(0.8, 0.1), lids=1.2, brow=0.5, worry=0.6, smile=-0.1)
        standing(c, LELE, Pose(face2, Hand((-104, 60), 1.6, "rest", flip=True), ear_hand(1, "#2B3A3F", t),
                               breath=2), T, 450, place.DECK - 16, 0.7, bare=True)
        face = Face(turn=0.75, nod=-0.05, tilt=-0.1 + 0.04 * tug, look=(0.8, 0.15), brow=0.2,
                    worry=0.15, lids=1.05, smile=0.2, squint=0.2 * tug)
        voice(face, TALK, T, "zhang")
        px = 880 - 40 * tug
        prone(c, ZHANG, face, T, px, REACH_Y, 0.92, 1 - 1.6 * tug, 900 * (1 - 0.36 * draw_in) - 230,
              0.35, "#4A4038", "#3C5258")
        in_water(c, WET, pose, T, x, 826, 0.76, over=over, calm=1.0, level=-186 - 3 * bob)
    front_reeds(c, cam, T, -500, 200, 8, 1.2, 44)


def _towel(c):
    """A towel round somebody who sits."""
    col = "#E9D9B8"
    edge = darker(col, 0.25)
    blob(c, [(-60, -232), (-112, -206), (-140, -100), (-152, 60), (-60, 110), (0, 90), (60, 110),
             (152, 60), (140, -100), (112, -206), (60, -232), (30, -150), (0, -120), (-30, -150)],
         col, edge, 3.5)
    for k in (-1, 1):
        curve(c, [(k * 30, -150), (k * 14, -20), (k * 26, 90)], edge, 4)
        curve(c, [(k * 96, -180), (k * 112, -60), (k * 104, 60)], darker(col, 0.12), 5)
    for y in (-70, 10):
        curve(c, [(-140, y), (-80, y + 10), (-30, y + 6)], MAPLE, 9, 0.75)
        curve(c, [(140, y), (80, y + 10), (30, y + 6)], MAPLE, 9, 0.75)


def _ambulance(c, x, y, s, t):
    with at(c, x, y, s):
        blink = math.sin(t * 9)
        glow(c, -20, -190, 230, "#7FB6E6" if blink > 0 else "#F3A38F", 0.6)
        box(c, -190, -170, 330, 150, 18, WHITE, darker(SAND, 0.35), 4)
        poly(c, [(140, -130), (190, -76), (206, -20), (140, -20)], WHITE, darker(SAND, 0.35), 4)
        poly(c, [(146, -118), (180, -78), (146, -78)], "#8FB9C4")
        box(c, -160, -146, 110, 62, 8, "#8FB9C4")
        box(c, -190, -70, 392, 16, 0, MAPLE)
        box(c, 20, -150, 24, 66, 4, MAPLE)
        box(c, -1, -129, 66, 24, 4, MAPLE)
        box(c, -40, -192, 44, 24, 8, "#5B9BD0" if blink > 0 else MAPLE)
        for wx in (-110, 120):
            oval(c, wx, -18, 38, 38, INK)
            oval(c, wx, -18, 16, 16, "#B9C4C2")


def safe(c, t, T):
    """On the grass: wrapped up, breathing; the ambulance is there."""
    cam = Camera(key(t, (0, 930.0), (6.6, 990.0)), 540, key(t, (0, 1.12), (6.6, 1.0)))
    place.bank(c, Camera(760, 430, 1.3), T, True, False)
    with cam.layer(c, 0.8):
        _ambulance(c, 1700 - 330 * ease_out(t / 2.4), 610, 0.86, t)
    with cam.layer(c):
        blob(c, [(-900, 760), (300, 720), (1100, 730), (2900, 770), (2900, 1600), (-900, 1600)],
             "#7F9B60")
        for i in range(36):
            x = -500 + i * 86
            y = 790 + 220 * (i % 3) / 2
            for d in (-1, 0, 1):
                curve(c, [(x, y), (x + d * 10 + 4 * wobble(t, i), y - 34)], darker("#7F9B60", 0.16),
                      5)
    with cam.layer(c):
        nod_z = 0.1 * math.sin(t * 3.4) * TALK.speaking(T, "zhang")
        face = Face(turn=0.5 - 0.9 * smooth((t - 2.2) / 0.5) * 0, nod=0.12 + nod_z, tilt=0.06,
                    look=(0.6, 0.3 - 0.2 * smooth((t - 1.0) / 0.5)), smile=0.55, squint=0.35, brow=0.2)
        voice(face, TALK, T, "zhang")
        right = Hand((150, -70), 0.2, "flat", joint=(150, -130), flip=False)
        left = Hand((-80, 30), 1.2, "rest", flip=True)
        with at(c, 420, 960, 1.34):
            draw_person(c, ZHANG, Pose(face, left, right, lean=0.08), T)
        cough = pulse(t, 0.7, 0.25, 0.1) + pulse(t, 1.15, 0.2, 0.1)
        better = smooth((t - 2.2) / 1.2)
        face = Face(turn=-0.1 + 0.25 * better, nod=0.3 * cough + 0.1 - 0.08 * better,
                    tilt=-0.04, look=(-0.3 + 0.6 * better, 0.2 - 0.2 * better),
                    smile=0.0 + 0.55 * better, lids=0.95 - 0.5 * cough, worry=0.5 * (1 - better),
                    brow=0.25, open=0.35 * cough, squint=0.3 * better)
        with at(c, 790, 990, 1.2):
            draw_person(c, WET, Pose(face, Hand((-40, 40), 0.5, "none"), Hand((40, 40), 2.6, "none"),
                                     bob=6 * cough, breath=2.4, shrug=6), T, over=_towel)
        face = Face(turn=-0.4, nod=0.06, tilt=-0.06, look=(-0.6, 0.15), smile=0.65, squint=0.4,
                    brow=0.25, worry=0.25 * (1 - better), sway=0.2 * wobble(t, 2))
        voice(face, TALK, T, "he")
        left = Hand((-150, -96), 3.0, "flat", joint=(-150, -150), flip=True)
        right = Hand((70, 20), 2.2, "rest", flip=True)
        with at(c, 1100, 970, 1.28):
            draw_person(c, XIAOHE, Pose(face, left, right, lean=-0.06), T, bag)
        count = key(t, (3.7, 0.0), (4.3, 1.0, "anti"))
        face = Face(turn=-0.35, nod=0.05 + 0.08 * math.sin(t * 4) * TALK.speaking(T, "lele"),
                    tilt=0.05, look=(-0.6, 0.0), smile=0.2 + 0.5 * count, brow=0.3, squint=0.3 * count,
                    worry=0.5 * (1 - count), sway=0.2 * wobble(t, 4))
        voice(face, TALK, T, "lele")
        left = Hand((-100 - 40 * count, 30 - 170 * count), 1.6 - 3.0 * count,
                    "open" if count > 0.4 else "rest", flip=count <= 0.4, joint=(-140, -60))
        plus = key(t, (4.6, 0.0), (5.1, 1.0, "anti"))
        right = Hand((108 + 20 * plus, 40 - 176 * plus), 1.5 - 3.0 * plus,
                     "point" if plus > 0.4 else "rest", joint=(138 + 10 * plus, -60))
        with at(c, 1660, 1000, 1.34):
            draw_person(c, LELE, Pose(face, left, right), T)
    front_reeds(c, cam, T, -500, 260, 8, 1.1, 61)


def end(c, t, T):
    whole(c, down(0, HEIGHT, (0, PAPER), (1, SAND)))
    oval(c, 420, 640, 560, 560, MINT)
    with at(c, 0, 0):
        c.save()
        c.new_path()
        c.arc(420, 640, 560, 0, 2 * math.pi)
        c.clip()
        for j in range(4):
            curve(c, [(-200 + i * 60, 930 + j * 46 + 12 * math.sin(i * 0.9 + t * 1.6 + j))
                      for i in range(22)], "#7FB3AE", 12, 0.6)
        c.restore()
    stop = key(t, (0.4, 0.0), (1.0, 1.0, "anti"))
    face = Face(turn=0.25, smile=0.9, squint=0.45, brow=0.2, tilt=0.05 + 0.03 * math.sin(t * 2),
                look=(0.5, 0), sway=0.25 * math.sin(t * 2 - 0.5))
    left = Hand((-112, 44), 1.5, "grip", flip=True, prop=net_in_hand(1.5, 0.8, 0.04 * math.sin(t * 2)))
    right = Hand((150, -20 - 130 * stop), -1.4 + 0.10 * math.sin(t * 4) * stop, "open",
                 joint=(152, -56))
    with at(c, 430, 1000, 1.8):
        draw_person(c, XIAOHE, Pose(face, left, right), T, bag)
    _end_words(c, t)


def _end_words(c, t):
    steps = (("喊", "Shout", 0), ("打", "Call", 1), ("伸", "Reach", 2), ("抛", "Throw", 3))
    for zh, en, i in steps:
        k = key(t, (0.3 + 0.3 * i, 0.0), (0.85 + 0.3 * i, 1.0, "over"))
        if k < 0.02:
            continue
        with at(c, 1010 + i * 222, 250, max(0.02, k)):
            oval(c, 0, 0, 98, 98, TEAL)
            text(c, zh, 0, 26, 104, WHITE, True)
            text(c, en, 0, 68, 30, MINT)
    k = smooth((t - 1.8) / 0.5)
    text(c, "人，不下水。", 910, 500, 112, MAPLE, True, 0, k)
    text(c, "And nobody goes in.", 914, 566, 42, INK, False, 0, k)
    for i, (number, zh, en, colour) in enumerate((("110", "报警求助", "Police", MAPLE),
                                                  ("120", "急救", "Ambulance", TEAL))):
        k = key(t, (2.4 + 0.35 * i, 0.0), (3.0 + 0.35 * i, 1.0, "over"))
        if k > 0.01:
            with at(c, 914 + 190 + 410 * i, 735, max(0.02, k)):
                box(c, -190, -108, 380, 232, 44, colour)
                text(c, number, 0, 4, 104, WHITE, True)
                text(c, zh, 0, 60, 40, WHITE, True)
                text(c, en, 0, 98, 27, WHITE)


__all__ = ["AMBER", "HONEY", "WIDTH", "call", "end", "heard", "lighter", "mix", "pull", "reach",
           "safe", "seen", "shout", "silent", "sixth", "throw"]
