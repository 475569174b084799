# SPDX-License-Identifier: MIT
"""The people, places and things of 就差最后一笔: a night stall, a small room, a rack of telephones."""

import math

import wardrobe
from face import Look
from places import _tower
from props import bush, coin, steam
from stage import (AMBER, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, at, blob, box,
                   curve, darker, down, glow, hash01, lighter, mix, oval, poly, soft_disc, text,
                   whole, wobble)


def _pinned_behind(c, look, f):
    h = look.hair_colour
    oval(c, -f.turn * 40, 30, 52, 40, darker(h, 0.25))
    wardrobe.swept_behind(c, look, f)


def _courier_front(c, look, f):
    h, s, u = look.hair_colour, f.turn * 13, f.nod * 6
    blob(c, [(-83, 10), (-94, -42), (-74, -100), (-16, -128), (48, -122), (86, -86), (94, -38),
             (83, 10), (76, -28), (64 + s, -60 + u), (22 + s, -84 + u), (-24 + s, -66 + u),
             (-62 + s, -46 + u), (-77, -22)], h)
    curve(c, [(20 + s, -84 + u), (6 + s * 0.5, -106), (-20, -122)], darker(h, 0.4), 3)
    curve(c, [(-60, -84), (-34, -104), (0, -110)], lighter(h, 0.2), 6, 0.8)


wardrobe.HAIR_BEHIND.update(pinned=_pinned_behind, courier=wardrobe.HAIR_BEHIND["swept"])
wardrobe.HAIR_FRONT.update(pinned=wardrobe.HAIR_FRONT["tails"], courier=_courier_front)

CHEN = Look(hair="courier", hair_colour="#26231F", skin="#E9BD94", top="#C4643C", inner="#2F4550",
            dress="tracksuit", shoulders=0.98, seed=14)
LIU = Look(hair="slick", hair_colour="#2A2C2E", skin="#D9A67C", blush="#C77B58", top="#C4643C",
           inner="#2F4550", dress="tracksuit", age=0.3, shoulders=1.12, seed=16)
OFFICER = Look(hair="pinned", hair_colour="#25262B", skin="#F2CDAE", top="#A9C4DB", inner="#24384E",
               dress="uniform", lashes=True, headset=True, shoulders=0.92, seed=18)


def chopsticks(c):
    curve(c, [(20, -6), (110, 4)], "#A9713F", 6)
    curve(c, [(20, 6), (110, 12)], "#A9713F", 6)


def helmet(c):
    with at(c, 46, 4, 0.9, -1.1):
        blob(c, [(-64, 30), (-66, -20), (-34, -64), (24, -66), (64, -24), (68, 30)], HONEY,
             darker(AMBER, 0.2), 4)
        blob(c, [(-66, 20), (0, 6), (68, 20), (68, 38), (0, 28), (-64, 38)], darker(AMBER, 0.1))
        curve(c, [(-36, -44), (-8, -56), (18, -54)], WHITE, 7, 0.7)


def coat(c, x, y, s, t):
    """A woman's winter coat on its hanger."""
    col = "#B5463F"
    edge = darker(col, 0.3)
    with at(c, x, y, s, 0.04 * math.sin(t * 2)):
        curve(c, [(0, -150), (10, -166), (0, -178), (-10, -170)], INK, 6)
        curve(c, [(-70, -116), (0, -150), (70, -116)], "#A97D52", 10)
        for k in (-1, 1):
            poly(c, [(k * 60, -120), (k * 92, -100), (k * 116, 40), (k * 82, 48), (k * 62, -40)], col,
                 edge, 4)
            box(c, k * 99 - 20, 30, 40, 22, 8, "#F1E7D6", darker(SAND, 0.25), 3)
        blob(c, [(-40, -134), (40, -134), (78, -110), (70, 20), (98, 150), (-98, 150), (-70, 20),
                 (-78, -110)], col, edge, 4)
        blob(c, [(-46, -140), (46, -140), (58, -112), (0, -84), (-58, -112)], "#F1E7D6",
             darker(SAND, 0.25), 3)
        curve(c, [(0, -86), (0, 148)], edge, 4)
        box(c, -76, 2, 152, 20, 6, darker(col, 0.3))
        for yy in (-50, -14, 60, 100):
            oval(c, 14, yy, 6, 6, HONEY)


def street(c, cam, t):
    """A street at night with a noodle stall."""
    whole(c, down(0, 1080, (0, "#1E3848"), (0.6, "#35586A"), (1, "#41616B")))
    with cam.layer(c, 0.3):
        for i in range(9):
            _tower(c, -300 + i * 290, 900, 240, 420 + 260 * hash01(i * 3), "#2C4A58", i + 3,
                   night=True)
    with cam.layer(c, 0.6):
        box(c, -500, 760, 3000, 500, 0, "#3A4E52")
        for i in range(7):
            x = (i * 420 + t * (90 if i % 2 else 60)) % 2700 - 300
            glow(c, x, 770, 70, "#FFE7B0" if i % 2 else "#E88A6A", 0.7)
            oval(c, x, 770, 10, 10, "#FFF4D4")
    with cam.layer(c, 0.8):
        for k, x in enumerate((120, 1830)):
            curve(c, [(x, 900), (x, 180), (x + (90 if k == 0 else -90), 150)], "#22343A", 14)
            glow(c, x + (90 if k == 0 else -90), 170, 330, "#FFE2A0", 0.5)
        box(c, -500, 880, 3000, 400, 0, "#4B5A58")
        _scooter(c, 300, 870, 1.0)
    with cam.layer(c, 0.92):                       # The stall behind them.
        for x in (470, 1560):
            box(c, x - 10, 110, 20, 830, 4, "#7B5B41")
        glow(c, 1010, 300, 700, "#FFDCA0", 0.6)
        for i in range(12):
            x = 420 + i * 100
            poly(c, [(x, 96), (x + 100, 96), (x + 100, 176), (x + 50, 206), (x, 176)],
                 (MAPLE, "#F3E3C4")[i % 2], darker(MAPLE, 0.2), 2.5)
        box(c, 410, 70, 1220, 34, 8, darker(MAPLE, 0.15))
        for x in (620, 1420):
            glow(c, x, 270, 150, "#FFE2A0", 0.8)
            curve(c, [(x, 200), (x, 240)], INK, 4)
            oval(c, x, 264, 34, 30, "#FFF0C6", AMBER, 3)
        box(c, 820, 230, 400, 110, 10, "#F3E3C4", "#7B5B41", 6)
        text(c, "牛肉面", 960, 308, 66, MAPLE, True)
        text(c, "Noodles", 1130, 304, 28, INK)
        steam(c, 1360, 640, t, 2.4)
        steam(c, 1180, 660, t + 1, 1.8)


def _scooter(c, x, y, s):
    with at(c, x, y, s):
        oval(c, 0, 4, 200, 16, INK, alpha=0.3)
        for wx in (-120, 120):
            oval(c, wx, -44, 46, 46, INK)
            oval(c, wx, -44, 20, 20, "#9BA7A6")
        blob(c, [(-150, -70), (-90, -120), (20, -110), (50, -60), (110, -90), (130, -220),
                 (156, -220), (150, -70), (60, -40), (-100, -40)], TEAL2, darker(TEAL2, 0.35), 4)
        box(c, -130, -150, 150, 36, 16, INK)
        box(c, -190, -290, 130, 140, 12, "#C4643C", darker("#C4643C", 0.3), 4)
        box(c, -190, -230, 130, 18, 0, WHITE, alpha=0.8)
        curve(c, [(140, -220), (120, -250), (84, -246)], INK, 10)
        oval(c, 160, -190, 16, 20, "#FFF0C6")


def _bowl(c, x, y, t):
    steam(c, x, y - 60, t, 1.3)
    blob(c, [(-110 + x, y - 56), (110 + x, y - 56), (86 + x, y + 12), (44 + x, y + 30),
             (x - 44, y + 30), (x - 86, y + 12)], WHITE, darker(SAND, 0.3), 4)
    oval(c, x, y - 54, 108, 24, "#C98B4A", darker(SAND, 0.3), 4)
    for i in range(5):
        curve(c, [(x - 70 + i * 26, y - 54), (x - 56 + i * 26, y - 62), (x - 40 + i * 26, y - 52)],
              "#F3DDA0", 7)
    curve(c, [(x - 92, y - 26), (x, y - 12), (x + 92, y - 26)], MAPLE, 6)


def table(c, cam, t):
    with cam.layer(c, 1.05):
        box(c, -200, 930, 2400, 400, 0, "#8C6140", darker("#8C6140", 0.3), 4)
        box(c, -200, 918, 2400, 30, 6, "#A9784F", darker("#8C6140", 0.3), 3)
        _bowl(c, 780, 916, t)
        _bowl(c, 1300, 916, t + 2)
        box(c, 1010, 836, 46, 82, 10, "#8E3B2E", INK, 3)
        box(c, 1080, 856, 40, 62, 8, "#EFE6D6", INK, 3)


def soft_night(c, t):
    """Lights of the street out of focus."""
    whole(c, down(0, 1080, (0, "#24404E"), (1, "#3C5A62")))
    for i in range(14):
        x, y = (i * 347) % 2000, 100 + (i * 211) % 880
        colour = ("#FFE2A0", "#E88A6A", "#7FB0B0", "#F2C879", "#9CC4C0")[i % 5]
        soft_disc(c, x + 14 * wobble(t, i, 0.5), y + 9 * wobble(t, i + 4, 0.4),
                  80 + (i * 53) % 110, colour, 0.3)


def phone_rack(c, t, local):
    """Six telephones in front of the man, each with another face and another cheer."""
    box(c, 220, 800, 1480, 400, 0, "#22363B", "#35525A", 4)
    faces = (("#E0A63C", "返了！"), ("#7FA7A0", "到账了"), ("#D96C4F", "真快！"), ("#8A6A8C", "再来！"),
             ("#5E8F6B", "谢谢导师"), ("#C98D63", "已提现"))
    for i, (colour, word) in enumerate(faces):
        x = 350 + i * 244
        with at(c, x, 740, 1.0, 0.02 * (i - 2.5)):
            fresh = max(0.0, 1 - abs((local * 1.4 - i) % 6 - 0.3) * 1.4)
            glow(c, 0, 0, 170, "#8FE0D0", 0.25 + 0.3 * fresh)
            box(c, -88, -160, 176, 320, 22, INK, "#3C5258", 4)
            box(c, -78, -146, 156, 292, 14, PAPER)
            oval(c, 0, -70, 44, 44, lighter(colour, 0.25))
            oval(c, 0, -82, 16, 18, WHITE)
            blob(c, [(-30, -42), (-20, -58), (0, -62), (20, -58), (30, -42), (0, -32)], WHITE)
            with at(c, 0, 36, 1 + 0.12 * fresh):
                box(c, -68, -32, 136, 62, 16, mix(MINT, HONEY, fresh))
                text(c, word, 0, 12, 32 if len(word) < 4 else 28, INK, True)
            coin(c, -30, 108, 20, t * 2 + i)
            text(c, "+¥", 26, 118, 30, TEAL, True)
        box(c, x - 40, 894, 80, 16, 4, "#35525A")


def own_room(c, cam, t):
    """Chen's small room by night: rain on the window, a lamp, a photograph."""
    whole(c, down(0, 1080, (0, "#4A5C62"), (1, "#5E6A66")))
    with cam.layer(c, 0.75):
        box(c, 240, 110, 620, 430, 6, down(110, 540, (0, "#1E3848"), (1, "#3A5A6A")))
        c.save()
        c.rectangle(240, 110, 620, 430)
        c.clip()
        for i in range(5):
            _tower(c, 250 + i * 130, 560, 110, 180 + 150 * hash01(i * 7), "#2C4A58", i, night=True)
        for i in range(40):
            k = (t * (0.9 + 0.5 * hash01(i)) + hash01(i * 3)) % 1
            x = 240 + 640 * hash01(i * 5) - 40 * k
            curve(c, [(x, 100 + 450 * k), (x - 8, 130 + 450 * k)], "#BFD6DC", 3, 0.5)
        c.restore()
        box(c, 240, 110, 620, 430, 0, None, "#C9C2B2", 16)
        box(c, 543, 110, 14, 430, 0, "#C9C2B2")
        box(c, 1180, 190, 190, 230, 6, "#EFE6D6", "#A97D52", 12)   # Mother's picture.
        oval(c, 1275, 286, 40, 46, "#EBC5A0")
        blob(c, [(1225, 290), (1230, 240), (1275, 222), (1320, 240), (1325, 290), (1275, 256)],
             "#6A6663")
        blob(c, [(1210, 414), (1226, 356), (1275, 340), (1324, 356), (1340, 414)], "#8A6A8C")
        curve(c, [(1260, 306), (1275, 312), (1290, 306)], "#8A3B33", 4)
        box(c, 1480, 520, 300, 16, 4, "#A97D52")
        for i in range(6):
            box(c, 1495 + i * 40, 520 - 70 - 30 * hash01(i), 32, 70 + 30 * hash01(i), 3,
                (TEAL, HONEY, PAPER, "#C98D63", TEAL2, "#D9B38C")[i])
        bush(c, 1720, 518, 0.5, t, "#4E9168", 7)
        box(c, -500, 860, 3200, 500, 0, "#7B5F48")
    with cam.layer(c, 0.92):
        glow(c, 1560, 760, 520, "#FFE2A0", 0.45)


def desk_96110(c, t):
    """The bright room of the warning line."""
    whole(c, down(0, 1080, (0, "#DDE9E6"), (1, "#C9DCD8")))
    for i in range(3):
        box(c, 40 + i * 330, 90, 290, 330, 10, "#EFF5F2", "#A9C4C0", 5)
        for j in range(5):
            box(c, 70 + i * 330, 140 + j * 52, 120 + 90 * hash01(i * 5 + j), 18, 6,
                (TEAL2, "#9CC4C0", AMBER)[(i + j) % 3], alpha=0.6)
    box(c, 250, 30, 420, 110, 16, TEAL, darker(TEAL, 0.3), 4)
    text(c, "96110", 460, 116, 92, WHITE, True)
    for i in range(2):
        x, b = 120 + i * 720, 4 * math.sin(t * 1.4 + i * 2)
        oval(c, x, 560 + b, 50, 58, "#E7C3A0")
        blob(c, [(x - 54, 560 + b), (x - 44, 506 + b), (x, 490 + b), (x + 44, 506 + b),
                 (x + 54, 560 + b), (x, 530 + b)], "#33383B")
        blob(c, [(x - 100, 860), (x - 84, 660 + b), (x, 620 + b), (x + 84, 660 + b), (x + 100, 860)],
             "#A9C4DB")


def station(c, cam, t):
    """Before the police station, the next morning."""
    whole(c, down(0, 1080, (0, "#CFE3E6"), (0.7, "#F2EBD6"), (1, "#E6D9BE")))
    with cam.layer(c, 0.5):
        for i in range(7):
            oval(c, -100 + i * 360, 560 + 20 * math.sin(i), 190, 220,
                 ("#8DBB9B", "#79AE93", "#9CC6A2")[i % 3])
    with cam.layer(c, 0.8):
        box(c, 240, 150, 1440, 800, 6, "#EEF1EE", "#B9C4C2", 4)
        box(c, 200, 120, 1520, 150, 8, "#2A4F7C", darker("#2A4F7C", 0.3), 4)
        text(c, "派出所", 900, 226, 92, WHITE, True)
        text(c, "Police station", 1200, 220, 40, WHITE)
        for x in (330, 1370):
            box(c, x, 340, 230, 300, 6, "#A9C9D2", "#FFFFFF", 12)
            box(c, x + 109, 340, 12, 300, 0, WHITE)
        box(c, 740, 330, 440, 620, 6, "#8FB4C0", WHITE, 14)
        box(c, 954, 330, 12, 620, 0, WHITE)
        for k in (-1, 1):
            box(c, 960 + k * 40 - 6, 600, 12, 110, 6, "#5C7885")
        for i in range(4):
            box(c, 560 - i * 60, 900 + i * 46, 800 + i * 120, 48, 0,
                ("#D9D3C4", "#CFC8B8")[i % 2], "#B7AF9C", 3)
    with cam.layer(c, 0.95):
        for x in (180, 1740):
            box(c, x - 70, 880, 140, 120, 8, "#C98D63", darker("#C98D63", 0.2), 3)
            bush(c, x, 884, 1.1, t, "#4E9168", 9, 2)
