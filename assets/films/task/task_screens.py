# SPDX-License-Identifier: MIT
"""What is on Chen's telephone: 400 x 800, few words, Chinese large and English small."""

import math

from props import call_icon, coin
from stage import (AMBER, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, at, blob, box,
                   curve, darker, down, mix, oval, text)


def _head(c, zh, en, colour=TEAL):
    box(c, 0, 0, 400, 800, 0, PAPER)
    box(c, 0, 0, 400, 118, 0, colour)
    text(c, zh, 30, 84, 38, WHITE, True, 0)
    text(c, en, 374, 82, 21, MINT, False, 1)


def heart(c, x, y, s, colour):
    with at(c, x, y, s):
        blob(c, [(0, 26), (-30, -4), (-24, -26), (-8, -24), (0, -12), (8, -24), (24, -26), (30, -4)],
             colour)


def likes(c, t, taps):
    """Three tasks; taps are the times at which each is done."""
    _head(c, "点赞任务", "Tap to like")
    for i, (tap, pay) in enumerate(zip(taps, (8, 12, 30))):
        y = 136 + i * 212
        done = t > tap
        box(c, 20, y, 360, 196, 24, WHITE, TEAL2 if done else darker(SAND, 0.1), 5 if done else 3)
        box(c, 36, y + 18, 120, 120, 16, ("#CFE3E0", "#F0DDB4", "#E7C6B6")[i])
        if i == 0:
            oval(c, 96, y + 84, 34, 30, AMBER)
            oval(c, 96, y + 70, 20, 10, HONEY)
        elif i == 1:
            box(c, 66, y + 50, 60, 64, 8, TEAL2)
        else:
            blob(c, [(96, y + 44), (130, y + 76), (112, y + 116), (80, y + 116), (62, y + 76)], MAPLE)
        k = 1 + 0.5 * max(0.0, 1 - abs(t - tap - 0.12) * 7)
        heart(c, 96, y + 168, 0.62 * k, MAPLE if done else "#C9CFCB")
        if done:
            text(c, f"+¥{pay}", 268, y + 112, 74, TEAL, True)
            text(c, "已到账  Paid", 268, y + 160, 25, TEAL2)
        else:
            text(c, "点赞", 268, y + 100, 44, INK, True)
            text(c, "Like", 268, y + 136, 24, "#5B6B6E")


def advance(c, t, press):
    _head(c, "进阶任务", "Next task", "#8A4B2A")
    coin(c, 200, 210, 58, 0.5 * math.sin(t * 2))
    box(c, 30, 300, 340, 240, 24, WHITE, darker(SAND, 0.1), 3)
    text(c, "先垫  Advance", 200, 346, 28, "#5B6B6E")
    text(c, "¥3,000", 200, 424, 76, MAPLE, True)
    text(c, "返还  You get back", 200, 474, 26, "#5B6B6E")
    text(c, "¥3,900", 200, 522, 46, TEAL, True)
    with at(c, 200, 650, 1 + 0.02 * math.sin(t * 6) - 0.04 * press):
        box(c, -165, -55, 330, 110, 34, darker(AMBER, 0.25))
        box(c, -165, -59, 330, 108, 34, AMBER)
        text(c, "付款", 0, 4, 48, WHITE, True)
        text(c, "Pay", 0, 36, 22, WHITE)


def lock(c, x, y, s, shake=0.0):
    with at(c, x, y, s, shake):
        c.new_path()
        c.arc(0, -30, 40, math.pi, 0)
        c.set_source_rgb(0.36, 0.47, 0.52)
        c.set_line_width(18)
        c.stroke()
        box(c, -62, -32, 124, 100, 18, "#5C7885", darker("#5C7885", 0.3), 4)
        oval(c, 0, 10, 14, 14, WHITE)
        box(c, -6, 12, 12, 30, 5, WHITE)


def frozen(c, t, ask, press=0.0):
    """The account is frozen; ask 0..1 brings the demand."""
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, "#C9DDE6"), (1, "#8FB0C2")))
    for i in range(9):
        x, y = (i * 97) % 400, (i * 173) % 330 + 20
        for a in range(3):
            d = a * math.pi / 3
            curve(c, [(x - 22 * math.cos(d), y - 22 * math.sin(d)),
                      (x + 22 * math.cos(d), y + 22 * math.sin(d))], WHITE, 4, 0.6)
    lock(c, 200, 200, 1.5, 0.12 * math.sin(t * 22) * max(0.0, 1 - t))
    text(c, "账户冻结", 200, 386, 62, "#24404E", True)
    text(c, "Account frozen", 200, 424, 26, "#24404E")
    text(c, "¥3,050", 200, 484, 44, mix("#24404E", WHITE, 0.25), True)
    if ask > 0.01:
        with at(c, 200, 640, max(0.02, ask) * (1 - 0.04 * press)):
            box(c, -176, -110, 352, 226, 30, WHITE, MAPLE, 6)
            text(c, "解冻金 ¥8,000", 0, -48, 42, MAPLE, True)
            text(c, "Fee to unfreeze", 0, -14, 22, "#5B6B6E")
            box(c, -146, 8, 292, 88, 28, MAPLE)
            text(c, "付款  Pay", 0, 66, 42, WHITE, True)


def with_call(c, t, ring):
    """The demand, and over it the banner of a call from 96110."""
    frozen(c, 5 + t, 1.0)
    if ring > 0.01:
        y = 30 - 220 * (1 - ring)
        box(c, 14, y + 6, 372, 176, 30, INK, alpha=0.25)
        box(c, 14, y, 372, 172, 30, TEAL, WHITE, 4)
        text(c, "96110", 40, y + 78, 72, WHITE, True, 0)
        text(c, "反诈预警  Anti-fraud line", 40, y + 126, 22, MINT, False, 0)
        call_icon(c, 332, y + 62 - 7 * abs(math.sin(t * 8)), 40, "#3E9C6B")


def leave(c, t):
    """He goes back; the page folds up; then the call to 110."""
    if t < 1.75:
        k = max(0.0, min(1.0, (t - 0.9) / 0.5))
        box(c, 0, 0, 400, 800, 0, PAPER)
        with at(c, 200, 400, 1 - 0.9 * k * k):
            with at(c, -200, -400):
                frozen(c, 9, 1.0)
        return
    box(c, 0, 0, 400, 800, 0, down(0, 800, (0, TEAL2), (1, TEAL)))
    for i in range(3):
        k = (t * 0.7 + i / 3) % 1
        oval(c, 200, 270, 110 + 110 * k, 110 + 110 * k, None, HONEY, 5, 0.6 * (1 - k))
    oval(c, 200, 270, 110, 110, WHITE)
    text(c, "110", 200, 306, 104, MAPLE, True)
    text(c, "正在呼叫", 200, 490, 46, WHITE, True)
    text(c, "Calling", 200, 530, 25, MINT)
    call_icon(c, 200, 690, 46, MAPLE, hang=True)
