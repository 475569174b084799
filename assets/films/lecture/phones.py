# SPDX-License-Identifier: MIT
"""What is on Grandpa Zhou's telephone: 400 x 800."""

import math

from props import call_icon, shield_icon
from stage import (AMBER, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, WHITE, at, blob, box, darker,
                   down, key, oval, text)

from people import big_key


def transfer(c, t, T):
    """The form he has already filled in."""
    box(c, 0, 0, 400, 800, 0, PAPER)
    box(c, 0, 0, 400, 112, 0, TEAL)
    text(c, "转账", 36, 84, 40, WHITE, True, 0)
    text(c, "Transfer", 130, 83, 22, MINT, False, 0)
    oval(c, 200, 205, 52, 52, "#B9C4C2")
    oval(c, 200, 190, 20, 22, WHITE)
    blob(c, [(160, 236), (170, 218), (200, 212), (230, 218), (240, 236), (200, 254)], WHITE)
    text(c, "个人账户", 200, 304, 36, INK, True)
    text(c, "Private account", 200, 334, 20, "#5B6B6E")
    box(c, 26, 362, 348, 150, 24, WHITE, darker(SAND, 0.1), 3)
    text(c, "¥100,000", 200, 462, 68, INK, True)
    b = 1 + 0.025 * math.sin(T * 6)
    with at(c, 200, 610, b):
        box(c, -165, -55, 330, 110, 34, darker(AMBER, 0.25))
        box(c, -165, -59, 330, 108, 34, AMBER)
        text(c, "确认付款", 0, 4, 46, WHITE, True)
        text(c, "Pay now", 0, 34, 21, WHITE)


def rung(c, t, T, ring, chat):
    """The transfer, a call that comes down over it (ring 0..1), and Jin's message (chat 0..1)."""
    transfer(c, t, T)
    if ring > 0.01:
        y = -420 + 420 * ring
        box(c, 0, y - 60, 400, 470, 44, down(y, y + 410, (0, "#14636A"), (1, "#0A3438")))
        for i in range(3):
            k = (T * 0.8 + i / 3) % 1
            oval(c, 200, y + 120, 60 + 70 * k, 60 + 70 * k, None, MINT, 4, 0.45 * (1 - k))
        shield_icon(c, 200, y + 122, 1.1, "#2C8F88")
        text(c, "区号+96110", 200, y + 246, 46, WHITE, True)
        text(c, "Area code + 96110", 200, y + 278, 21, MINT)
        k = 1 + 0.05 * math.sin(T * 9)
        call_icon(c, 108, y + 342, 44, MAPLE, hang=True)
        call_icon(c, 292, y + 342 - 6 * abs(math.sin(T * 6)), 44 * k, "#3E9C6B")
    if chat > 0.01:
        x = 420 * (1 - chat) + 5 * math.sin(T * 40) * (1 - chat)
        box(c, 16 + x, 462, 368, 150, 26, WHITE, MAPLE, 5)
        oval(c, 68 + x, 520, 36, 36, "#2E4258")
        oval(c, 68 + x, 508, 13, 15, "#EEC8A4")
        blob(c, [(42 + x, 546), (50 + x, 528), (68 + x, 524), (86 + x, 528), (94 + x, 546)], WHITE)
        text(c, "小金", 68 + x, 590, 24, INK, True)
        text(c, "别接！", 232 + x, 540, 64, MAPLE, True)
        text(c, "Don’t answer!", 232 + x, 582, 25, INK)


def keypad(c, t, T, presses):
    """Zhou dials. presses: times in the shot at which the digits are pressed."""
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#15474C"), (1, "#0A2F33")))
    shown = "".join(d for d, when in zip("96110", presses) if t >= when)
    for i, digit in enumerate(shown):
        k = key(t, (presses[i], 0.4), (presses[i] + 0.25, 1.0, "over"))
        with at(c, 200 + (i - (len(shown) - 1) / 2) * 58, 170, k):
            text(c, digit, 0, 0, 96, HONEY, True)
    for i, digit in enumerate("123456789*0#"):
        hot = max((1 - min(1.0, (t - when) / 0.3) if t >= when else 0.0)
                  for d, when in zip("96110", presses) if True and d == digit) \
            if digit in "96110" else 0.0
        big_key(c, 88 + (i % 3) * 112, 300 + (i // 3) * 112, digit, hot)
    call_icon(c, 200, 738, 46, "#3E9C6B")


def key_place(digit):
    """Where a digit's key is on the screen."""
    i = "123456789*0#".index(digit)
    return 88 + (i % 3) * 112, 300 + (i // 3) * 112


def in_call(c, t, T):
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#1F7F7B"), (1, "#0F5A5E")))
    for i in range(3):
        k = (t * 0.7 + i / 3) % 1
        oval(c, 200, 270, 96 + 100 * k, 96 + 100 * k, None, HONEY, 5, 0.6 * (1 - k))
    oval(c, 200, 270, 96, 96, "#DCEBE5")
    shield_icon(c, 200, 270, 1.35, "#2C8F88")
    text(c, "96110", 200, 460, 92, WHITE, True)
    n = int(t * 2.5)
    text(c, f"00:0{min(9, n // 3)}", 200, 530, 38, HONEY)
    call_icon(c, 200, 700, 50, MAPLE, hang=True)
