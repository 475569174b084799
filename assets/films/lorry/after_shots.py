# SPDX-License-Identifier: MIT
"""大车转弯, after the lorry: what happened seen from above, the crossing, Grandma, the end."""

import functools
import math

import props
from cast import GRANNY, voice
from face import Face
from figures import Hand, Pose, draw_person
from stage import (HEIGHT, HONEY, INK, MAPLE, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, Camera, at,
                   box, curve, darker, down, key, mix, oval, poly, pulse, smooth, text, whole,
                   wobble)
from walk import football

import street
import vehicles
from people import BAG_BOY, BAG_GIRL, BOY, GIRL
from street_shots import TALK, boy_pose, children, girl_pose, windmill

METRE = 62.0
WHEELBASE = 5.2 * METRE
RADIUS = 8.0 * METRE


@functools.lru_cache(maxsize=1)
def turn_of_the_lorry():
    """The turn as it is driven: the front axle follows a bend, the rear axle is pulled after it.

    A list of (front, heading of the body, heading of the front wheels), one for each four units of
    way. The rear axle can only roll along the body, so d(heading)/ds = sin(wheels - heading) / L.
    """
    x, y, tangent, body = 1120.0, -420.0, math.pi / 2, math.pi / 2
    out, step, bend_from = [], 4.0, 216.0
    for _ in range(660):
        out.append(((x, y), body, tangent))
        if y > bend_from and tangent < math.pi:
            tangent = min(math.pi, tangent + step / RADIUS)
        x += step * math.cos(tangent)
        y += step * math.sin(tangent)
        body += step * math.sin(tangent - body) / WHEELBASE
    return out


def wheel_way(front, upto):
    """The way of the right front (front) or right rear wheel, until index upto."""
    out = []
    for (x, y), body, _ in turn_of_the_lorry()[:upto:6]:
        if not front:
            x, y = x - WHEELBASE * math.cos(body), y - WHEELBASE * math.sin(body)
        side = 1.15 * METRE
        out.append((x - side * math.sin(body), y + side * math.cos(body)))
    return out


def above(c, t, T):
    second = t > 5.6
    z = key(t, (0, 1.0), (5.4, 1.1))
    c.save()
    if not second:
        with at(c, 960, 540, z):
            c.translate(-960 + 20 * (1 - z), -540)
            _tracks(c, t, T)
    else:
        _zones(c, t - 5.6, T)
    c.restore()


def _tracks(c, t, T):
    street.plan(c)
    ways = turn_of_the_lorry()
    now = int(key(t, (0.2, 40.0), (4.6, 470.0)))
    front, rear = wheel_way(True, now), wheel_way(False, now)
    if len(rear) > 3:
        poly(c, front + rear[::-1], MAPLE, alpha=0.28)
        curve(c, front, "#2E6FA8", 11, 0.95)
        curve(c, rear, MAPLE, 11, 0.95)
    (x, y), body, wheels = ways[now]
    back_ = key(t, (0.1, 0.0), (1.0, 1.0))
    street.top_child(c, 812, 556, 1.1, "#26262A", BAG_BOY, ghost=1.0)
    football(c, 838, 592, 22, 0.5, 1.0 if t > 3.6 else 0.0)
    street.top_child(c, 770 - 30 * back_, 520 - 190 * back_, 1.1, "#26262A", BAG_BOY)
    street.top_child(c, 660 - 10 * back_, 510 - 190 * back_, 1.1, "#2E2424", BAG_GIRL, "#F2B632")
    with at(c, x, y, 1, body):
        vehicles.lorry_top(c, vehicles.blink(T), wheels - body)


ZONES = (  # by the body of the lorry that drives along +x, right is +y; metres: shape, child, when
    (((1.5, -1.4), (3.6, -1.9), (3.6, 1.9), (1.5, 1.4)), (2.5, 0.0), 0.5),
    (((1.2, 1.35), (0.3, 4.4), (-6.8, 4.0), (-7.6, 1.35)), (-0.9, 2.6), 1.5),
    (((0.6, -1.35), (-1.4, -2.9), (-7.0, -2.6), (-7.6, -1.35)), (-4.2, -2.0), 2.5),
    (((-7.8, -1.4), (-10.6, -2.1), (-10.6, 2.1), (-7.8, 1.4)), (-9.0, 0.0), 3.5))


def _zones(c, t, T):
    """What the driver cannot see: children who walk into it become outlines."""
    whole(c, street.ASPHALT)
    box(c, -100, -100, 2200, 200, 0, street.PAVE, street.KERB, 16)
    box(c, -100, 900, 2200, 400, 0, street.PAVE, street.KERB, 16)
    for i in range(6):
        box(c, 40 + i * 380, 160, 160, 12, 0, "#F4F2EA")
    with at(c, 1240, 470, key(t, (0, 1.4), (6.4, 1.3))):
        for shape, child, when in ZONES:
            k = key(t, (when, 0.0), (when + 0.5, 1.0, "out"))
            if k > 0.01:
                pts = [(px * METRE, py * METRE) for px, py in shape]
                poly(c, pts, INK, None, alpha=0.42 * k)
                poly(c, pts, None, HONEY, 6, 0.9 * k)
        vehicles.lorry_top(c, vehicles.blink(T), 0.12)
        for i, (_, child, when) in enumerate(ZONES):
            k = key(t, (when - 0.2, 0.0), (when + 0.7, 1.0))
            if k <= 0.0:
                continue
            x, y = child[0] * METRE, child[1] * METRE
            dx, dy = ((190, 0), (0, 210), (0, -190), (-190, 0))[i]
            hair, bag = (("#26262A", BAG_BOY), ("#2E2424", BAG_GIRL))[i % 2]
            street.top_child(c, x + dx * (1 - k), y + dy * (1 - k), 0.95, hair, bag,
                             "#F2B632" if i % 2 else None, ghost=smooth((t - when - 0.6) / 0.2))
        for i, (x, y) in enumerate(((310, 0), (110, 240), (110, -190), (-735, 0))):
            when = ZONES[i][2] + 0.8
            k = key(t, (when, 0.0), (when + 0.35, 1.0, "over"))
            if k > 0.02:
                with at(c, x, y, max(0.02, k * 0.85)):
                    oval(c, 0, 0, 56, 56, WHITE, MAPLE, 7)
                    curve(c, [(-34, 2), (0, -22), (34, 2), (0, 24), (-34, 2)], INK, 6)
                    oval(c, 0, 1, 12, 12, INK)
                    curve(c, [(-36, 36), (36, -36)], MAPLE, 10)


# ---- the next green ---------------------------------------------------------------------------

def cross(c, t, T):
    go = key(t, (5.0, 0.0), (8.6, 1.0, "lin"))
    cam = Camera(key(t, (0, 820.0), (5.0, 900.0), (8.6, 860.0)), 560,
                 key(t, (0, 1.08), (5.0, 1.0)))
    street.corner(c, cam, T)
    stop = pulse(t, 0.6, 1.5, 0.3)
    look_left, look_right = pulse(t, 2.5, 0.9, 0.25), pulse(t, 3.6, 0.9, 0.25)
    side = -look_left + look_right
    with cam.layer(c, 0.98):
        x = key(t, (1.0, 2500.0), (3.4, 1560.0, "out"))
        vehicles.car_side(c, x, 900, 0.95, "#D9932B", -x, -1)
        x = key(t, (1.2, -700.0), (3.0, -40.0, "out"))
        vehicles.car_side(c, x, 1010, 1.1, "#6F94A3", x, 1)
    walking = smooth((t - 5.0) / 0.3)
    with cam.layer(c):
        g = Face(turn=0.75 * side, nod=0.03, smile=0.5, look=(0.8 * side, 0), brow=0.3, squint=0.2,
                 sway=0.15 * side)
        voice(g, TALK, T, "girl")
        b = Face(turn=0.75 * side, nod=0.03, smile=0.45 + 0.3 * walking, look=(0.8 * side, 0),
                 brow=0.3, squint=0.2, sway=0.15 * side)
        voice(b, TALK, T, "boy")
        s = 0.84 + 0.34 * go
        y = FEET_NOW + 250 * go
        gp = girl_pose(g, T, 0.0)
        if stop > 0.02:
            gp.right = Hand((104 + 70 * stop, 44 - 180 * stop), 1.5 - 2.9 * stop,
                            "open" if stop > 0.4 else "rest",
                            joint=(150, -50) if stop > 0.3 else None)
        bp = boy_pose(b, T, False)
        bp.right = Hand((110, 6), 0.9, "grip", prop=_flat_ball)
        children(c, T, bp, gp, (730 + 60 * go, y), (400 + 10 * go, y - 6), s, (walking, walking),
                 t * 6.4)
    for i, (when, word) in enumerate(((0.6, "停"), (2.6, "看"), (5.1, "过"))):
        k = key(t, (when, 0.0), (when + 0.35, 1.0, "over"))
        if k > 0.02:
            hot = 1.0 if when <= t < (2.6, 5.1, 99.0)[i] else 0.0
            with at(c, 1330 + i * 190, 190, max(0.02, k) * (1 + 0.12 * hot)):
                oval(c, 0, 0, 84, 84, mix(TEAL, MAPLE if i == 0 else TEAL2, hot), WHITE, 8)
                text(c, word, 0, 38, 104, WHITE, True)
    with at(c, 160, 200, 0.36):
        vehicles.walker_light(c, T, smooth((t - 0.3) / 0.1), T)


FEET_NOW = 782.0


def _flat_ball(c):
    c.save()
    c.translate(40, 0)
    c.rotate(-0.9)
    football(c, -6, -20, 46, 0.4, 0.8)
    c.restore()


def haws(c):
    """A stick of sugared haws in a fist."""
    c.save()
    c.translate(30, 0)
    c.rotate(1.35)
    curve(c, [(0, 50), (0, -190)], "#C9A46A", 7)
    for i in range(5):
        oval(c, 0, -40 - i * 36, 24, 22, "#C5352B", "#8F1F1B", 3)
        oval(c, -8, -48 - i * 36, 6, 5, WHITE, alpha=0.8)
    c.restore()


def granny(c, t, T):
    cam = Camera(key(t, (0, 900.0), (8.0, 980.0)), 540, key(t, (0, 1.04), (8.0, 1.12)))
    street.shops(c, cam, T, 420)
    with cam.layer(c):
        see = pulse(t, 0.6, 2.4, 0.3)
        laugh = key(t, (4.6, 0.0), (5.2, 1.0))
        face = Face(turn=0.45, nod=0.12 + 0.1 * see, look=(0.6, 0.35), smile=0.5 + 0.45 * laugh,
                    squint=0.2 + 0.5 * laugh, brow=0.3 + 0.5 * see, lids=1 + 0.15 * see,
                    sway=0.1 * wobble(t, 1))
        voice(face, TALK, T, "granny")
        give = key(t, (5.0, 0.0), (5.8, 1.0, "over"))
        right = Hand((120 + 70 * give, -70 - 40 * give), -1.35, "grip", prop=haws)
        left = Hand((-92, 20), 0.7, "rest")
        with at(c, 520, 1000, 1.6):
            draw_person(c, GRANNY, Pose(face, left, right, lean=0.04 * give,
                                        bob=4 * math.sin(t * 11) * pulse(t, 4.7, 2, 0.3)), T)
        show = key(t, (1.2, 0.0), (1.9, 1.0, "over"))
        b = Face(turn=-0.42, nod=-0.05 + 0.15 * (1 - show), look=(-0.6, -0.15), brow=0.45,
                 smile=0.2 + 0.7 * smooth((t - 3.6) / 0.8), squint=0.45 * smooth((t - 3.6) / 0.8),
                 sway=0.2 * props.swing(t, 4.2))
        voice(b, TALK, T, "boy", 1.1)
        up = Hand((-124, 10 - 170 * show), -2.2, "grip", prop=_flat_ball_left, flip=True)
        with at(c, 1110, 1020, 1.42):
            draw_person(c, BOY, Pose(b, up, Hand((100, 40), 1.6, "rest")), T, over=_straps(BAG_BOY))
        g = Face(turn=-0.4, nod=0.02, look=(-0.6, 0.0), smile=0.85, squint=0.5, brow=0.25,
                 tilt=-0.06 + 0.05 * math.sin(t * 2.2), sway=0.25 * math.sin(t * 2.2 - 0.7),
                 open=0.2 * pulse(t, 4.6, 1.2, 0.2) * (0.6 + 0.4 * math.sin(t * 12)))
        high = Hand((172, -92), -1.2, "grip", prop=windmill(-1.2, T, 4.0))
        with at(c, 1500, 1060, 1.4):
            draw_person(c, GIRL, Pose(g, Hand((-90, 40), 1.5, "rest", flip=True), high), T,
                        over=_straps(BAG_GIRL))
    street.falling(c, T, 6)


def _flat_ball_left(c):
    c.save()
    c.translate(44, 0)
    c.rotate(2.2)
    football(c, 0, -26, 56, 0.4, 0.75)
    c.restore()


def _straps(bag):
    def over(c):
        for k in (-1, 1):
            curve(c, [(k * 60, -216), (k * 66, -140), (k * 62, 20)], darker(bag, 0.25), 24)
            curve(c, [(k * 60, -216), (k * 66, -140), (k * 62, 20)], bag, 18)
    return over


def end(c, t, T):
    whole(c, down(0, HEIGHT, (0, PAPER), (1, SAND)))
    oval(c, 420, 640, 560, 560, MINT)
    wave = key(t, (0.6, 0.0), (1.2, 1.0, "anti"))
    g = Face(turn=0.25, smile=0.95, squint=0.5, look=(0.5, 0), tilt=0.04 * math.sin(t * 2),
             sway=0.2 * math.sin(t * 2 - 0.5), brow=0.2)
    high = Hand((-170, -90), -1.9, "grip", prop=windmill(-1.9, T, 5.0), flip=True)
    with at(c, 300, 1040, 1.36):
        draw_person(c, GIRL, Pose(g, high, Hand((100, 40), 1.6, "rest")), T, over=_straps(BAG_GIRL))
    b = Face(turn=0.2, smile=0.9, squint=0.45, look=(0.5, 0), tilt=0.04 * math.sin(t * 2 + 1),
             brow=0.2)
    hand = Hand((130, 10 - 150 * wave), -1.3 + 0.25 * math.sin(t * 7) * wave, "open",
                joint=(150, -50))
    with at(c, 620, 1050, 1.36):
        draw_person(c, BOY, Pose(b, Hand((-96, 40), 1.5, "rest", flip=True), hand), T,
                    over=_straps(BAG_BOY))
    for i, line in enumerate(("大车转弯，", "往后退。")):
        k = key(t, (0.3 + 0.35 * i, 0.0), (0.9 + 0.35 * i, 1.0, "out"))
        text(c, line, 960 + 60 * (1 - k), 260 + i * 160, 122, TEAL, True, 0, k)
    text(c, "A lorry turns? Step back.", 964, 500, 42, INK, False, 0, smooth((t - 1.3) / 0.6))
    for i, (word, en, colour) in enumerate((("停", "Stop", MAPLE), ("看", "Look", "#D9932B"),
                                            ("过", "Cross", TEAL2))):
        k = key(t, (2.1 + 0.6 * i, 0.0), (2.6 + 0.6 * i, 1.0, "over"))
        if k > 0.01:
            with at(c, 1070 + i * 260, 680, max(0.02, k)):
                oval(c, 0, 0, 108, 108, colour, WHITE, 8)
                text(c, word, 0, 34, 112, WHITE, True)
                text(c, en, 0, 80, 30, WHITE)

