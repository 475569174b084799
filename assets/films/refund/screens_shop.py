# SPDX-License-Identifier: MIT
"""The screens of the refund film: meeting app, shared screen with a code, the shop's own app."""

import math

from props import call_icon, coin, cup, parcel_icon, shield_icon
from stage import (AMBER, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, at, box, curve,
                   darker, down, mix, oval, poly, text)

GREY = "#5B6B6E"


def eye_icon(c, x, y, s, colour=INK, look=0.0):
    with at(c, x, y, s):
        c.new_path()
        c.move_to(-50, 0)
        c.curve_to(-24, -40, 24, -40, 50, 0)
        c.curve_to(24, 40, -24, 40, -50, 0)
        c.close_path()
        c.set_source_rgb(1, 0.99, 0.97)
        c.fill_preserve()
        c.set_source_rgb(*mix(colour, colour, 0))
        c.set_line_width(8)
        c.stroke()
        oval(c, look * 16, 0, 17, 17, colour)
        oval(c, look * 16 - 5, -6, 5, 5, WHITE)


def _meeting_mark(c, x, y, s):
    with at(c, x, y, s):
        box(c, -60, -60, 120, 120, 30, "#3F6FA3")
        box(c, -36, -26, 48, 52, 10, WHITE)
        poly(c, [(18, -8), (38, -24), (38, 24), (18, 8)], WHITE, WHITE, 4)


def meeting(c, t, load, ask, press):
    """The meeting app loads (0..1) and then asks for the screen (ask 0..1)."""
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#E8EEF0"), (1, "#CAD6DB")))
    _meeting_mark(c, 200, 220, 1.25)
    text(c, "会议软件", 200, 368, 42, INK, True)
    text(c, "Meeting app", 200, 402, 23, GREY)
    box(c, 60, 446, 280, 22, 11, WHITE)
    if load > 0.04:
        box(c, 60, 446, 280 * load, 22, 11, "#3F6FA3")
    text(c, f"{int(load * 100)}%", 200, 510, 28, GREY)
    if ask > 0.01:
        box(c, 0, 0, 400, 800, 0, INK, alpha=0.45 * ask)
        with at(c, 0, 380 * (1 - ask)):
            box(c, 18, 250, 364, 400, 34, WHITE)
            eye_icon(c, 200, 330, 1.0, INK, math.sin(t * 2.2))
            text(c, "共享屏幕？", 200, 440, 50, INK, True)
            text(c, "Share your screen?", 200, 478, 24, GREY)
            with at(c, 200, 565, 1 - 0.05 * press):
                box(c, -150, -48, 300, 98, 32, mix(AMBER, darker(AMBER), press))
                text(c, "开始", 0, 6, 42, WHITE, True)
                text(c, "Start", 0, 34, 20, WHITE)


def shared(c, t, code, pressed=0.0, big_stop=False):
    """Her screen while it is shared: an account, and (code 0..1) the message with the code."""
    box(c, 0, 0, 400, 800, 0, PAPER)
    box(c, 0, 0, 400, 250, 0, down(0, 250, (0, TEAL), (1, TEAL2)))
    text(c, "我的账户", 34, 128, 34, WHITE, True, 0)
    text(c, "My account", 34, 156, 20, MINT, False, 0)
    text(c, "¥28,600", 34, 222, 56, WHITE, True, 0)
    for i in range(3):
        y = 500 + i * 96
        box(c, 24, y, 352, 80, 18, WHITE)
        coin(c, 70, y + 40, 22, 0.2)
        box(c, 110, y + 22, 120, 13, 6, "#D5DBD8")
        box(c, 110, y + 46, 76, 11, 5, "#E4E8E5")
        box(c, 290, y + 32, 64, 15, 7, "#D5DBD8")
    a = 0.75 + 0.25 * math.sin(t * 6)
    box(c, 40, 40, 320, 52, 26, MAPLE, alpha=a)
    oval(c, 74, 66, 9, 9, WHITE)
    text(c, "屏幕共享中  Sharing", 212, 75, 24, WHITE, True)
    if code > 0.01:
        with at(c, 0, -260 * (1 - code)):
            box(c, 16, 268, 368, 196, 30, INK, alpha=0.14)
            box(c, 16, 262, 368, 196, 30, WHITE, HONEY, 6)
            text(c, "验证码", 44, 316, 32, GREY, True, 0)
            text(c, "Code", 156, 315, 22, GREY, False, 0)
            text(c, "482 156", 200, 414, 84, INK, True)
    if big_stop:
        with at(c, 200, 690, 1 - 0.06 * pressed):
            box(c, -172, -58, 344, 116, 36, mix(MAPLE, darker(MAPLE), pressed))
            text(c, "停止共享", 0, 8, 46, WHITE, True)
            text(c, "Stop sharing", 0, 38, 22, WHITE)


def in_call(c, t):
    """Only the call is left; a red button ends it."""
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#3B5358"), (1, "#22343A")))
    oval(c, 200, 250, 92, 92, "#5E7579")
    oval(c, 200, 226, 34, 38, "#93A6A7")
    poly(c, [(140, 312), (160, 270), (240, 270), (260, 312)], "#93A6A7", "#93A6A7", 14)
    text(c, "陌生号码", 200, 420, 46, WHITE, True)
    text(c, "Unknown number", 200, 458, 24, MINT)
    call_icon(c, 200, 640, 68, MAPLE, hang=True)
    text(c, "挂断 Hang up", 200, 752, 24, WHITE)


def ended(c):
    box(c, 0, 0, 400, 800, 0, "#1A282C")
    text(c, "已挂断", 200, 400, 52, WHITE, True)
    text(c, "Call ended", 200, 440, 26, MINT)


def home_screen(c, t, hot):
    """Her apps; the shop's own wobbles a little."""
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#BFDDD6"), (1, "#EAD9B8")))
    for i in range(11):
        x, y = 78 + (i % 3) * 122, 190 + (i // 3) * 150
        if i == 4:
            with at(c, x, y, 1 + 0.14 * hot + 0.03 * math.sin(t * 8)):
                box(c, -52, -52, 104, 104, 28, TEAL)
                parcel_icon(c, 0, -2, 0.74)
            text(c, "购物 Shop", x, y + 82, 22, INK, True)
        else:
            col = ("#8FB8B0", "#E3BE8C", "#A9BFC9", "#D9A48C", "", "#B7C99A",
                   "#C5B4CC")[i % 7] or MINT
            box(c, x - 48, y - 48, 96, 96, 26, col)
            oval(c, x, y, 22, 22, WHITE, alpha=0.6)


def order(c, t, first, second):
    """The shop's own app: the order is in order, nothing is due, the protection is free."""
    box(c, 0, 0, 400, 800, 0, PAPER)
    box(c, 0, 0, 400, 116, 0, TEAL)
    parcel_icon(c, 58, 74, 0.42)
    text(c, "我的订单", 96, 90, 38, WHITE, True, 0)
    text(c, "My order", 262, 88, 21, MINT, False, 0)
    box(c, 20, 140, 360, 176, 26, WHITE, darker(SAND, 0.05), 3)
    cup(c, 84, 270, 0.9, "#DCEBE5")
    text(c, "杯子", 152, 212, 36, INK, True, 0)
    text(c, "Cup", 232, 211, 22, GREY, False, 0)
    text(c, "已签收 Delivered", 152, 262, 24, TEAL2, True, 0)
    for k, y, zh, en in ((first, 340, "待扣费：无", "Nothing to be charged"),
                         (second, 540, "账户保障：免费", "Protection: free, no renewal")):
        if k <= 0.01:
            continue
        with at(c, 200, y + 90, max(0.02, k)):
            box(c, -180, -88, 360, 178, 26, "#E3F1E8", TEAL2, 5)
            if y < 400:
                oval(c, -122, 0, 38, 38, "#3E9C6B")
                curve(c, [(-138, 2), (-126, 14), (-104, -14)], WHITE, 9)
            else:
                shield_icon(c, -122, 0, 0.8)
            text(c, zh, -68, 4, 33, INK, True, 0)
            text(c, en, -68, 40, 18, GREY, False, 0)
