# SPDX-License-Identifier: MIT
"""先问一句, second half: the answer, his own call, the paper, the chess board, the sea."""

import math

import props
from cast import ear_hand, end_words, voice
from face import Face
from figures import Hand, Pose, draw_person
from stage import (HONEY, INK, MAPLE, WHITE, WIDTH, Camera, at, blob, box, curve, key, mix, poly,
                   pulse, smooth, text, wobble)

import phones
import rooms
from people import LI, OFFICER, WIFE, ZHOU, chess_piece, paper_back, sheet_of_paper
from talk_shots import CASE, TALK, finger, held_phone, soft_home


def _half(c, top, bottom, left):
    """Clips to what is left (or right) of the slanting line from (top, 0) to (bottom, 1080)."""
    c.new_path()
    edge = -20 if left else WIDTH + 20
    for p in ((edge, -10), (top, -10), (bottom, 1090), (edge, 1090)):
        c.line_to(*p)
    c.clip()


def line(c, t, T):
    slide = key(t, (0.0, 1.0), (0.7, 0.0, "out"))
    dx = 1050 * slide
    doubt = key(t, (3.4, 0.0), (4.0, 1.0)) - key(t, (6.6, 0.0), (7.4, 1.0))
    calm = key(t, (8.6, 0.0), (9.8, 1.0))
    c.save()
    _half(c, 1010 + dx, 910 + dx, True)
    rooms.home(c, Camera(1150, 470, 1.35), T)
    talk = TALK.speaking(T, "line")
    face = Face(turn=0.28 + 0.08 * doubt, nod=0.08 + 0.07 * talk * math.sin(T * 3),
                tilt=0.03 + 0.07 * doubt - 0.05 * calm, look=(0.6, 0.05 - 0.25 * doubt),
                smile=-0.15 + 0.55 * calm, worry=0.55 - 0.6 * doubt - 0.35 * calm,
                brow=0.3 + 0.4 * doubt - 0.1 * calm, squint=0.3 * max(0.0, doubt) + 0.2 * calm,
                lids=1.06)
    voice(face, TALK, T, "zhou")
    right = Hand(key(t, (3.2, (110.0, 30.0)), (4.0, (112.0, -116.0), "over"),
                     (6.4, (112.0, -112.0)), (7.4, (40.0, -70.0))),
                 key(t, (3.2, 1.3), (4.0, -0.7), (6.4, -0.6), (7.4, -2.6)),
                 "open" if 3.4 < t < 6.9 else "flat", flip=t >= 6.9, joint=(150, -54))
    with at(c, 440 - 0.1 * dx, 1120, 2.15):
        draw_person(c, ZHOU, Pose(face, ear_hand(-1, CASE, t), right, breath=1.4), T)
    c.restore()
    c.save()
    _half(c, 1010 + dx, 910 + dx, False)
    rooms.line_desk(c, Camera(1060, 520, 1.1), T)
    good = pulse(t, 6.0, 1.2, 0.3)
    no = pulse(t, 7.0, 1.9, 0.3)
    hear = TALK.speaking(T, "zhou")
    face = Face(turn=-0.34, nod=0.05 + 0.08 * hear * math.sin(T * 4) + 0.16 * good,
                tilt=-0.03 - 0.05 * good + 0.03 * math.sin(t * 1.7), look=(-0.6, 0.05),
                smile=0.3 + 0.6 * good + 0.15 * calm, squint=0.15 + 0.4 * good,
                brow=0.15 + 0.3 * good - 0.1 * no, sway=0.2 * props.swing(t, 6.1))
    voice(face, TALK, T, "line")
    shake = 0.16 * math.sin(t * 7.5) * no
    dialling = pulse(t, 9.4, 2.2, 0.35)
    left = Hand((-96 - 24 * max(no, dialling), 40 - 190 * max(no, dialling)),
                0.8 - 2.3 * max(no, dialling) + 2 * shake,
                "point" if dialling > 0.4 else "open" if no > 0.3 else "rest", joint=(-140, -60))
    right = Hand((92, 46 + 3 * math.sin(t * 9) * hear), 2.5, "grip", prop=_pen, flip=True)
    with at(c, 1480 + 0.1 * dx, 1110, 2.1):
        draw_person(c, OFFICER, Pose(face, left, right), T)
    box(c, 900, 1010, 1200, 200, 0, "#B9CCC6", "#9DB5AE", 4)
    c.restore()
    curve(c, [(1014 + dx, -20), (906 + dx, 1100)], WHITE, 14)
    k = key(t, (6.6, 0.0), (7.2, 1.0, "lin")) * (1 - smooth((t - 8.9) / 0.3))
    frame = props.bubble(c, 985, 250, 420, 240, k, (1290, 430))
    if frame:
        with frame:
            props.coin(c, -96, 0, 66, 0.25)
            _struck(c, -96, 0, 78)
            box(c, 26, -46, 150, 92, 18, "#DCEBE5", INK, 4)
            text(c, "***", 101, 34, 72, INK, True)
            _struck(c, 101, 0, 78)
    k = key(t, (9.5, 0.0), (10.0, 1.0, "lin"))
    frame = props.bubble(c, 985, 250, 420, 220, k, (1290, 430))
    if frame:
        with frame:
            props.call_icon(c, -136, 0, 54, "#3E9C6B")
            text(c, "96110", 62, 34, 92, "#0F5A5E", True)


def _struck(c, x, y, r):
    k = r * 0.72
    curve(c, [(x - k, y + k), (x + k, y - k)], MAPLE, 13)


def _pen(c):
    c.save()
    c.translate(40, 0)
    c.rotate(0.5)
    curve(c, [(-10, -40), (16, 44)], HONEY, 9)
    curve(c, [(16, 44), (19, 52)], INK, 5)
    c.restore()


PRESSES = (0.55, 0.95, 1.35, 1.75, 2.15)


def dial(c, t, T):
    soft_home(c, T)
    calling = t > 2.65
    with at(c, WIDTH / 2 - 60, 490, 1.0 + 0.02 * t):
        def screen(c):
            if calling:
                phones.in_call(c, t - 2.65, T)
            else:
                phones.keypad(c, t, T, PRESSES)
        held_phone(c, screen, 0, 20, 1.08, -0.03)
        places = [(when, phones.key_place(d)) for d, when in zip("96110", PRESSES)]
        keys = [(0.0, (520.0, 640.0))]
        for when, (px, py) in places:
            goal = ((px - 200) * 1.08 + 4, (py - 400) * 1.08 + 34)
            keys += [(when - 0.08, (goal[0], goal[1] + 10)), (when + 0.1, goal)]
        keys += [(2.5, (20.0, 400.0)), (2.62, (10.0, 392.0)), (3.3, (560.0, 640.0))]
        press = max([pulse(t, when - 0.04, 0.12, 0.06) for when in PRESSES] +
                    [pulse(t, 2.55, 0.12, 0.06)])
        x, y = key(t, *keys)
        finger(c, x, y, press, 0.84)
    if calling:
        props.rings(c, 890, 370, t, HONEY, 0.3 * (1 - smooth((t - 4) / 1)), 2.0)


def sees(c, t, T):
    cam = Camera(key(t, (0, 960.0), (4.6, 1000.0)), 540, key(t, (0, 1.08), (7.5, 1.16)))
    rooms.home(c, cam, T)
    found = key(t, (0.9, 0.0), (1.5, 1.0, "anti"))
    done = key(t, (4.4, 0.0), (4.9, 1.0, "out"))
    turn_to = key(t, (4.9, 0.0), (5.6, 1.0))
    come = key(t, (3.6, 0.0), (5.0, 1.0))
    jolt = pulse(t, 0.8, 0.9, 0.2)
    with cam.layer(c):
        face = Face(turn=-0.3 * (1 - turn_to) + 0.62 * turn_to, nod=0.34 - 0.3 * turn_to,
                    tilt=-0.05 + 0.12 * turn_to, look=(-0.4 + 1.1 * turn_to, 0.6 - 0.6 * turn_to),
                    smile=-0.1 + 0.5 * turn_to - 0.15 * found * (1 - turn_to),
                    worry=-0.7 * found * (1 - turn_to) + 0.5 * turn_to,
                    brow=0.6 * jolt - 0.3 * found * (1 - turn_to) + 0.3 * turn_to,
                    squint=0.2 * found, lids=1.0 + 0.15 * jolt)
        voice(face, TALK, T, "zhou")
        drop = done
        if drop < 0.98:
            left = Hand((-132, -66 + 60 * drop), -0.5, "wrap", prop=lambda c: _paper_held(c, 0.5))
            tap = 8 * abs(math.sin(t * 5)) * pulse(t, 1.0, 2.6, 0.2)
            right = Hand((20 + tap - 10 * drop, -96 + 90 * drop), 3.0, "point", flip=True,
                         joint=(150, -40))
        else:
            press = pulse(t, 5.2, 2.2, 0.4)
            left = Hand((-110, 30), 0.6, "flat")
            right = Hand((60 + 20 * press, -10 - 70 * press), 2.9 - 0.6 * press, "flat", flip=True,
                         joint=(150, -40))
        with at(c, 800, 1050, 1.9):
            draw_person(c, ZHOU, Pose(face, left, right, lean=0.04 * turn_to - 0.02 * found), T)
    with cam.layer(c):
        wife = Face(turn=-0.5, nod=0.08 + 0.05 * math.sin(t * 2), look=(-0.7, 0.15),
                    smile=0.35 + 0.45 * key(t, (6.6, 0.0), (7.2, 1.0)), brow=0.4, worry=0.25,
                    lids=1.12, squint=0.1, tilt=-0.07)
        hand = Hand(key(come, (0, (-90.0, 30.0)), (1, (-136.0, -158.0))), 2.6 + 0.35 * come, "flat",
                    joint=(-120, -70))
        with at(c, 1460 - 250 * come, 980 - 4 * abs(math.sin(t * 6)) * pulse(t, 3.7, 1.2, 0.2),
                1.62):
            draw_person(c, WIFE, Pose(wife, hand, Hand((80, 40), 2.0, "rest", flip=True)), T)
    rooms.table(c, cam, T)
    if done > 0.5:
        with cam.layer(c, 1.05):
            with at(c, 640, 936, 0.5, -0.06):
                c.scale(1.5, 0.28)
                sheet_of_paper(c)
    k = key(t, (1.0, 0.0), (1.6, 1.0, "lin")) * (1 - smooth((t - 4.5) / 0.3))
    frame = props.bubble(c, 330, 380, 360, 430, k, (590, 690))
    if frame:
        with frame:
            with at(c, 0, 0, 1.16):
                sheet_of_paper(c, t, key(t, (1.7, 0.0), (2.5, 1.0)))


def _paper_held(c, turn):
    c.save()
    c.translate(54, -6)
    c.rotate(turn)
    paper_back(c)
    c.restore()


# ---- the courtyard ----------------------------------------------------------------------------

def chess(c, t, T):
    cam = Camera(key(t, (0, 1040.0), (2.4, 960.0), (3.4, 900.0), (9.4, 960.0)), 540,
                 key(t, (0, 1.02), (2.6, 1.04), (3.1, 1.14, "out"), (9.4, 1.06)))
    rooms.courtyard(c, cam, T)
    halt = key(t, (2.6, 0.0), (3.0, 1.0, "anti"))
    teach = pulse(t, 3.6, 2.9, 0.35)
    laugh = key(t, (6.6, 0.0), (7.2, 1.0))
    with cam.layer(c):
        face = Face(turn=0.5, nod=0.1 - 0.12 * halt, tilt=0.04 + 0.03 * math.sin(t * 2.2) * teach,
                    look=(0.7, 0.15), smile=0.1 + 0.35 * teach + 0.45 * laugh, brow=0.5 * halt -
                    0.2 * laugh, lids=1 + 0.2 * pulse(t, 2.6, 0.8, 0.2), squint=0.2 + 0.4 * laugh,
                    worry=-0.3 * halt + 0.3 * laugh)
        voice(face, TALK, T, "zhou", 1.1)
        reach = halt * (1 - key(t, (3.5, 0.0), (4.0, 1.0)))
        right = Hand(key(halt, (0, (100.0, 10.0)), (1, (236.0, -168.0)))
                     if t < 3.5 else key(t, (3.5, (236.0, -168.0)), (4.1, (150.0, -176.0), "over"),
                                         (6.4, (150.0, -170.0)), (7.0, (120.0, 0.0))),
                     key(t, (3.5, -0.9), (4.1, -1.3), (6.4, -1.3), (7.0, 0.4)) +
                     0.12 * math.sin(t * 8) * teach,
                     "open" if reach > 0.3 else "point" if t < 6.6 else "flat", joint=None
                     if t < 3.5 else (160, -50))
        left = Hand((-96, 14), 0.4, "flat")
        with at(c, 540, 960, 1.7):
            draw_person(c, ZHOU, Pose(face, left, right, lean=0.05 * halt, bob=4 * halt), T)
        stop = key(t, (2.7, 0.0), (3.1, 1.0, "out"))
        li = Face(turn=-0.5, nod=0.22 - 0.16 * stop, tilt=-0.04 - 0.05 * stop,
                  look=(-0.5, 0.5 - 0.45 * stop), smile=0.45 - 0.6 * stop + 0.95 * laugh,
                  brow=0.1 + 0.6 * stop - 0.3 * laugh, lids=1 + 0.25 * stop - 0.2 * laugh,
                  worry=0.35 * stop - 0.2 * laugh, squint=0.55 * laugh,
                  open=0.12 * pulse(t, 2.8, 1.2, 0.2))
        voice(li, TALK, T, "li", 1.05)
        up = key(t, (0.4, 0.0), (1.0, 1.0), (7.4, 1.0), (8.0, 0.0))
        y = -20 - 80 * up - 8 * math.sin(t * 3) * up
        left = Hand((-150 - 30 * stop, y), -2.6, "grip", prop=_piece, joint=(-170, -20))
        chin = key(t, (4.4, 0.0), (5.0, 1.0)) * (1 - laugh)
        right = Hand((100 - 76 * chin, 14 - 200 * chin), 2.4 - 5.7 * chin if chin < 0.5 else 4.0,
                     "flat", flip=True, joint=(150, -56))
        call = key(t, (7.2, 0.0), (7.9, 1.0, "over"))
        if call > 0.02:
            right = ear_hand(1, "#6A4D33", t, 1 - call)
        with at(c, 1390, 970, 1.7):
            draw_person(c, LI, Pose(li, left, right, lean=-0.03 * stop,
                                    bob=5 * laugh * math.sin(t * 11) * pulse(t, 6.7, 1.6, 0.3)), T)
    rooms.stone_table(c, cam)
    k = key(t, (0.6, 0.0), (1.1, 1.0, "lin")) * (1 - smooth((t - 2.7) / 0.25))
    frame = props.bubble(c, 1640, 250, 260, 220, k, (1480, 380))
    if frame:
        with frame:
            for i in range(3):
                props.coin(c, -60 + i * 60, 24 - 26 * (i % 2), 46, t * 1.5 + i)
    k = key(t, (7.0, 0.0), (7.6, 1.0, "lin"))
    frame = props.bubble(c, 960, 230, 420, 190, k, (1240, 400))
    if frame:
        with frame:
            props.call_icon(c, -136, 0, 52, "#3E9C6B")
            text(c, "96110", 62, 34, 92, "#0F5A5E", True)
    k = key(t, (4.9, 0.0), (5.5, 1.0, "lin")) * (1 - smooth((t - 6.7) / 0.25))
    frame = props.bubble(c, 960, 240, 400, 220, k, (700, 400))
    if frame:
        with frame:
            props.coin(c, -120, 0, 62, 0.2)
            curve(c, [(-36, 0), (10, 0)], INK, 9)
            poly(c, [(6, -20), (36, 0), (6, 20)], INK)
            text(c, "？", 118, 62, 170, "#0F5A5E", True)


def _piece(c):
    c.save()
    c.translate(52, 0)
    c.rotate(2.6)
    chess_piece(c, 0, 4, 30, "車", False)
    c.restore()


# ---- the sea ----------------------------------------------------------------------------------

def end(c, t, T):
    cam = Camera(key(t, (0, 900.0), (3.0, 960.0)), 540, key(t, (0, 1.1), (3.0, 1.0), (9.0, 1.03)))
    rooms.sea(c, cam, T)
    with cam.layer(c):
        breeze = wobble(t, 2, 1.4)
        glad = key(t, (0.6, 0.0), (1.6, 1.0))
        face = Face(turn=-0.35 + 0.75 * glad, smile=0.6 + 0.35 * glad, squint=0.6, brow=0.2,
                    look=(-0.5 + 1.1 * glad, 0), tilt=0.05, nod=0.0, sway=0.3 * breeze)
        with at(c, 225, 1010, 1.5):
            draw_person(c, ZHOU, Pose(face, Hand((-100, -26), 0.9, "flat"),
                                      Hand((100, -30), 2.4, "flat", flip=True), breath=1.6), T)
        hold = Hand((70 + 3 * breeze, -392), -2.3, "flat", flip=True, joint=(190, -300))
        hers = Face(turn=-0.55, smile=0.95, squint=0.7, brow=0.3, look=(-0.6, 0), sway=0.4 * breeze,
                    tilt=-0.06 + 0.03 * breeze, open=0.16 * pulse(t, 1.6, 1.2, 0.3))
        with at(c, 560, 1020, 1.4):
            draw_person(c, WIFE, Pose(hers, Hand((-116, -50), 2.6, "flat"), hold, breath=1.4), T,
                        over=None)
            _hat(c, hers, breeze)
    rooms.railing(c, cam)
    panel = key(t, (0.4, 0.0), (1.2, 1.0))
    box(c, 876, 120, 1000, 740, 60, WHITE, None, alpha=0.85 * panel)
    end_words(c, t, "交钱之前，", "先问一句。", "Ask one question before you pay.")


def _hat(c, face, breeze):
    """Her straw hat, held against the wind."""
    with at(c, face.turn * 10, -340, 1, face.tilt + 0.03 * breeze):
        straw = "#EBCF96"
        edge = mix(straw, INK, 0.3)
        brim = [(-150, -62 + 6 * breeze), (-90, -84), (0, -92), (90, -84), (150, -58 - 6 * breeze),
                (80, -50), (0, -46), (-80, -52)]
        blob(c, brim, straw, edge, 3)
        blob(c, [(-80, -76), (-70, -128), (0, -146), (70, -128), (80, -76), (0, -66)], straw, edge,
             3)
        blob(c, [(-80, -78), (0, -88), (80, -78), (78, -96), (0, -108), (-78, -96)], MAPLE)

