# SPDX-License-Identifier: MIT
"""What is on the telephones: 400 x 800, few words, Chinese large and English small."""

import math

from face import Face
from figures import Pose, draw_person
from props import call_icon
from stage import (AMBER, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, at, blob, box,
                   clamp, darker, down, hash01, lighter, mix, oval, text)


def portrait(c, look, x, y, r, face=None, back=MINT, t=0.0):
    """A round picture of a person."""
    oval(c, x, y, r, r, back)
    c.save()
    c.new_path()
    c.arc(x, y, r, 0, 2 * math.pi)
    c.clip()
    with at(c, x, y + r * 2.75, r / 118):
        draw_person(c, look, Pose(face or Face(smile=0.7, squint=0.4, blink=False)), t)
    c.restore()
    oval(c, x, y, r, r, None, WHITE, max(3, r * 0.06))


def incoming(c, look, zh, en, t, video=True):
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, TEAL), (1, "#0A3438")))
    for i in range(3):
        k = (t * 0.8 + i / 3) % 1
        oval(c, 200, 240, 92 + 90 * k, 92 + 90 * k, None, MINT, 4, 0.45 * (1 - k))
    if look:
        portrait(c, look, 200, 240, 92)
    else:
        oval(c, 200, 240, 92, 92, "#5E8486")
        blob(c, [(130, 300), (150, 262), (200, 250), (250, 262), (270, 300), (200, 330)], "#9BB6B5")
        oval(c, 200, 212, 36, 40, "#9BB6B5")
    text(c, zh, 200, 410, 50, WHITE, True)
    text(c, en, 200, 452, 25, MINT)
    text(c, "视频通话" if video else "来电", 200, 512, 29, HONEY)
    text(c, "Video call" if video else "Incoming call", 200, 542, 19, HONEY)
    k = 1 + 0.05 * math.sin(t * 9)
    call_icon(c, 105, 660, 52, MAPLE, hang=True)
    call_icon(c, 295, 660 - 8 * abs(math.sin(t * 6)), 52 * k, "#3E9C6B")


def _stiff_face(t, talk, clock):
    """The face of the fake: no blink, a mouth that comes late and by jerks."""
    late = math.floor((clock - 0.16) * 8) / 8
    open_, wide = talk.mouth(late, "fake")
    step = math.floor(clock * 5) / 5
    return Face(turn=0.1 + 0.08 * (hash01(int(step * 5)) - 0.5), tilt=0.02, smile=0.05,
                open=min(0.75, open_), wide=wide, brow=0.1, worry=0.35, blink=False, lids=1.08,
                look=(0.05, 0.1))


def _fake_picture(c, look, t, talk, clock, nervous):
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#A9BDB9"), (1, "#8DA29F")))
    for x, y, r, col in ((60, 180, 120, "#BFD0CA"), (340, 90, 100, "#C9D4C6"),
                         (350, 420, 130, "#98AFAB"), (30, 520, 110, "#B3C6C0")):
        oval(c, x, y, r, r, col, alpha=0.7)
    with at(c, 200, 812, 1.42):
        draw_person(c, look, Pose(_stiff_face(t, talk, clock), breath=0.0), 0.0)
    # the seam of the mask
    with at(c, 214, 355, 1.42):
        a = 0.16 + 0.2 * nervous
        j = 3 * math.sin(clock * 31)
        blob(c, [(0, -70 + j), (68 + j, -40), (72, 20), (48, 78), (0, 98 + j), (-48, 78),
                 (-72 - j, 20),
                 (-66, -40)], None, "#E9F3EF", 2.4, a)


def fake_call(c, look, own, t, talk, clock, nervous=0.0, tear=()):
    """The false video call. tear: list of (time, length) at which the picture breaks."""
    _fake_picture(c, look, t, talk, clock, nervous)
    for when, length in tear:
        if when <= clock < when + length:
            n = int(clock * 12)
            for i in range(5):
                y = 180 + 420 * hash01(n * 7 + i)
                h = 26 + 60 * hash01(n * 5 + i * 3)
                c.save()
                c.rectangle(0, y, 400, h)
                c.clip()
                c.translate((hash01(n + i * 11) - 0.5) * 130, 0)
                _fake_picture(c, look, t, talk, clock, nervous)
                c.restore()
            for i in range(16):
                s = 26
                x, y = 90 + s * int(9 * hash01(n * 3 + i)), 250 + s * int(11 * hash01(n * 9 + i))
                box(c, x, y, s * (1 + int(2 * hash01(i))), s, 0,
                    ("#F0C7A2", "#7FA9AC", "#DCEBE5", "#C99B78")[i % 4], alpha=0.85)
    box(c, 262, 46, 116, 168, 16, "#DDE9DF")
    c.save()
    c.rectangle(262, 46, 116, 168)
    c.clip()
    with at(c, 320, 330, 0.6):
        draw_person(c, own, Pose(Face(turn=-0.1, brow=0.3, smile=0.2, worry=0.3 + nervous * 0.5)),
                    clock)
    c.restore()
    box(c, 262, 46, 116, 168, 16, None, WHITE, 4)
    call_icon(c, 200, 715, 46, MAPLE, hang=True)


def broken_call(c, look, own, talk, clock, k):
    """The false picture falls to pieces, k 0..1."""
    box(c, 0, 0, 400, 800, 0, "#132125")
    n = 10
    for i in range(n):
        for j in range(2 * n):
            start = 0.5 * hash01(i * 31 + j * 17) + 0.25 * (j / 20)
            fall = clamp((k - start) / 0.45)
            if fall >= 1:
                continue
            s = 40
            x, y = i * s, j * s
            c.save()
            c.translate(60 * (hash01(i + j * 3) - 0.5) * fall, 700 * fall * fall)
            c.rectangle(x, y, s, s)
            c.clip()
            if 180 < y + s and y < 560 and 60 < x + s and x < 340:
                _fake_picture(c, look, 0, talk, 20.0, 1.0)
            else:
                box(c, x, y, s, s, 0, mix("#A9BDB9", "#6F8885", j / 20))
            c.restore()


def pay(c, look, t, talk, clock, press):
    box(c, 0, 0, 400, 800, 0, PAPER)
    box(c, 0, 0, 400, 112, 0, TEAL)
    text(c, "转账", 36, 84, 40, WHITE, True, 0)
    text(c, "Transfer", 130, 83, 22, MINT, False, 0)
    oval(c, 200, 205, 52, 52, "#B9C4C2")
    oval(c, 200, 190, 20, 22, WHITE)
    blob(c, [(160, 236), (170, 218), (200, 212), (230, 218), (240, 236), (200, 254)], WHITE)
    text(c, "陌生账户", 200, 302, 32, INK, True)
    text(c, "Unknown account", 200, 331, 19, "#5B6B6E")
    box(c, 30, 362, 340, 150, 24, WHITE, darker(SAND, 0.1), 3)
    text(c, "¥6,000", 200, 462, 82, INK, True)
    b = 1 + 0.025 * math.sin(clock * 6)
    with at(c, 200, 605, b - 0.04 * press):
        box(c, -165, -55, 330, 110, 34, darker(AMBER, 0.25))
        box(c, -165, -59, 330, 108, 34, AMBER)
        text(c, "确认付款", 0, 4, 46, WHITE, True)
        text(c, "Pay now", 0, 34, 21, WHITE)
    # the caller goes on urging from a small picture
    c.save()
    box(c, 268, 20, 112, 150, 14, "#9DB2AE")
    c.rectangle(268, 20, 112, 150)
    c.clip()
    with at(c, 324, 292, 0.62):
        draw_person(c, look, Pose(_stiff_face(t, talk, clock), breath=0.0), 0.0)
    c.restore()
    box(c, 268, 20, 112, 150, 14, None, WHITE, 4)


def contacts(c, boy, t, chosen):
    box(c, 0, 0, 400, 800, 0, PAPER)
    box(c, 0, 0, 400, 124, 0, TEAL)
    text(c, "通讯录", 36, 88, 42, WHITE, True, 0)
    text(c, "Contacts", 180, 87, 23, MINT, False, 0)
    rows = (("小宇", "Xiaoyu", None), ("儿子", "Son", "#C98D63"), ("小林", "Lin, next door", HONEY),
            ("社区警务室", "Police desk", TEAL2))
    for i, (zh, en, col) in enumerate(rows):
        y = 140 + i * 150
        hot = chosen if i == 0 else 0.0
        box(c, 16, y, 368, 134, 26, mix(WHITE, "#CFE8DC", hot),
            TEAL2 if i == 0 else darker(SAND, 0.06), 5 if i == 0 else 2)
        if i == 0:
            portrait(c, boy, 86, y + 67, 50)
        else:
            oval(c, 86, y + 67, 50, 50, lighter(col, 0.35))
            oval(c, 86, y + 53, 17, 19, WHITE)
            blob(c, [(50, y + 98), (60, y + 80), (86, y + 74), (112, y + 80), (122, y + 98),
                     (86, y + 110)], WHITE)
        text(c, zh, 156, y + 66, 40 if len(zh) < 4 else 33, INK, True, 0)
        text(c, en, 156, y + 101, 21, "#5B6B6E", False, 0)
        if i == 0:
            call_icon(c, 334, y + 67, 34, "#3E9C6B")


def calling(c, boy, t):
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#1F7F7B"), (1, "#0F5A5E")))
    for i in range(3):
        k = (t * 0.7 + i / 3) % 1
        oval(c, 200, 270, 100 + 110 * k, 100 + 110 * k, None, HONEY, 5, 0.6 * (1 - k))
    portrait(c, boy, 200, 270, 100)
    text(c, "小宇", 200, 450, 56, WHITE, True)
    text(c, "Xiaoyu", 200, 490, 26, MINT)
    n = int(t * 2.5) % 4
    text(c, "正在呼叫" + "·" * n, 96, 560, 32, HONEY, False, 0)
    text(c, "Calling", 200, 598, 21, HONEY)
    call_icon(c, 200, 700, 46, MAPLE, hang=True)
