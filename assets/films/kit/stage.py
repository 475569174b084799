# SPDX-License-Identifier: MIT
"""The stage: colours, easing, key frames, camera and the few strokes everything is drawn with.

All pictures are drawn in units of a 1920 x 1080 frame, whatever size is rendered. Every value of a
film is a pure function of time, so a frame may be drawn alone and two renders are equal.
"""

import math

import cairo

WIDTH, HEIGHT, FPS = 1920, 1080, 25

PAPER, INK = "#F6F2EA", "#1C2B2F"
TEAL, TEAL2, MINT, SAND = "#0F5A5E", "#1F7F7B", "#DCEBE5", "#EFE6D6"
MAPLE, AMBER, HONEY = "#C5352B", "#D9932B", "#F2C879"
WHITE = "#FFFDF8"
SANS = "Noto Sans CJK SC"


def rgb(colour):
    """'#rrggbb' or an (r, g, b) of 0..1 -> (r, g, b) of 0..1."""
    if not isinstance(colour, str):
        return colour
    return tuple(int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))


def mix(a, b, k):
    """Colour between a (k = 0) and b (k = 1)."""
    a, b = rgb(a), rgb(b)
    return tuple(x + (y - x) * k for x, y in zip(a, b))


def darker(colour, k=0.22):
    return mix(colour, INK, k)


def lighter(colour, k=0.3):
    return mix(colour, WHITE, k)


# ---- time -------------------------------------------------------------------------------------

def clamp(x, lo=0.0, hi=1.0):
    return lo if x < lo else hi if x > hi else x


def smooth(x):
    """Ease in and out."""
    x = clamp(x)
    return x * x * x * (x * (6 * x - 15) + 10)


def ease_out(x):
    return 1 - (1 - clamp(x)) ** 3


def ease_in(x):
    return clamp(x) ** 2.4


def overshoot(x):
    """Arrives, goes a little past the mark and settles."""
    x = clamp(x)
    return 1 + 2.4 * (x - 1) ** 3 + 1.4 * (x - 1) ** 2


def anticipate(x):
    """Draws back a little before it leaves, and overshoots a little when it arrives."""
    x = clamp(x)
    if x < 0.25:
        return -0.09 * math.sin(x / 0.25 * math.pi)
    return overshoot((x - 0.25) / 0.75)


EASE = {"io": smooth, "out": ease_out, "in": ease_in, "over": overshoot, "anti": anticipate,
        "lin": clamp, "hold": lambda x: 1.0 if x >= 1 else 0.0}


def key(t, *keys):
    """Value at t of key frames (time, value[, ease into it]); values are numbers or tuples."""
    if t <= keys[0][0]:
        return keys[0][1]
    for before, after in zip(keys, keys[1:]):
        if t < after[0]:
            how = EASE[after[2] if len(after) > 2 else "io"]
            k = how((t - before[0]) / (after[0] - before[0]))
            a, b = before[1], after[1]
            if isinstance(a, tuple):
                return tuple(x + (y - x) * k for x, y in zip(a, b))
            return a + (b - a) * k
    return keys[-1][1]


def pulse(t, start, length, rise=0.25):
    """0 -> 1 at start, back to 0 at start + length, both eased over `rise` seconds."""
    return smooth((t - start) / rise) * (1 - smooth((t - start - length) / rise))


def hash01(n):
    """A fixed pseudo-random number in 0..1 for the integer n."""
    x = math.sin(n * 127.1 + 311.7) * 43758.5453
    return x - math.floor(x)


def wobble(t, seed=0.0, speed=1.0):
    """A slow, never quite repeating swing in -1..1, for leaves, hands and breath."""
    slow = math.sin(t * 1.3 * speed + seed * 5.1)
    return 0.6 * slow + 0.4 * math.sin(t * 2.1 * speed + seed * 9.7)


# ---- strokes ----------------------------------------------------------------------------------

def paint(c, fill=None, line=None, width=3.0, alpha=1.0):
    """Fills and/or strokes the current path."""
    if fill is not None:
        if isinstance(fill, cairo.Pattern):
            c.set_source(fill)
        else:
            c.set_source_rgba(*rgb(fill), alpha)
        if line is not None:
            c.fill_preserve()
        else:
            c.fill()
    if line is not None:
        c.set_source_rgba(*rgb(line), alpha)
        c.set_line_width(width)
        c.set_line_cap(cairo.LINE_CAP_ROUND)
        c.set_line_join(cairo.LINE_JOIN_ROUND)
        c.stroke()


def trace(c, points, closed=True):
    """A smooth path through the points (Catmull-Rom)."""
    n = len(points)
    c.new_path()
    c.move_to(*points[0])
    last = n if closed else n - 1
    for i in range(last):
        p0 = points[i - 1] if closed or i > 0 else points[i]
        p1, p2 = points[i % n], points[(i + 1) % n]
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        c.curve_to(p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6,
                   p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6, p2[0], p2[1])
    if closed:
        c.close_path()


def blob(c, points, fill=None, line=None, width=3.0, alpha=1.0):
    trace(c, points)
    paint(c, fill, line, width, alpha)


def curve(c, points, colour, width=4.0, alpha=1.0):
    trace(c, points, closed=False)
    paint(c, None, colour, width, alpha)


def oval(c, x, y, rx, ry, fill=None, line=None, width=3.0, alpha=1.0, turn=0.0):
    if rx < 0.01 or ry < 0.01:
        return
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.scale(rx, ry)
    c.new_path()
    c.arc(0, 0, 1, 0, 2 * math.pi)
    c.restore()
    paint(c, fill, line, width, alpha)


def box(c, x, y, w, h, r=0.0, fill=None, line=None, width=3.0, alpha=1.0):
    c.new_path()
    if r <= 0:
        c.rectangle(x, y, w, h)
    else:
        r = min(r, w / 2, h / 2)
        c.arc(x + w - r, y + r, r, -math.pi / 2, 0)
        c.arc(x + w - r, y + h - r, r, 0, math.pi / 2)
        c.arc(x + r, y + h - r, r, math.pi / 2, math.pi)
        c.arc(x + r, y + r, r, math.pi, 1.5 * math.pi)
        c.close_path()
    paint(c, fill, line, width, alpha)


def poly(c, points, fill=None, line=None, width=3.0, alpha=1.0):
    c.new_path()
    for p in points:
        c.line_to(*p)
    c.close_path()
    paint(c, fill, line, width, alpha)


def limb(c, a, b, ra, rb, fill):
    """A tapered capsule from a (radius ra) to b (radius rb)."""
    ang = math.atan2(b[1] - a[1], b[0] - a[0])
    c.new_path()
    c.arc(a[0], a[1], ra, ang + math.pi / 2, ang - math.pi / 2)
    c.arc(b[0], b[1], rb, ang - math.pi / 2, ang + math.pi / 2)
    c.close_path()
    paint(c, fill)


def text(c, s, x, y, size, colour=INK, bold=False, align=0.5, alpha=1.0):
    """Draws s with its base line at y; align 0 left, 0.5 centred, 1 right of x."""
    c.select_font_face(SANS, cairo.FONT_SLANT_NORMAL,
                       cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
    c.set_font_size(size)
    c.new_path()
    c.move_to(x - c.text_extents(s).x_advance * align, y)
    c.set_source_rgba(*rgb(colour), alpha)
    c.show_text(s)


def down(y0, y1, *stops):
    """A vertical gradient from y0 to y1; stops are (place, colour[, alpha])."""
    g = cairo.LinearGradient(0, y0, 0, y1)
    for s in stops:
        g.add_color_stop_rgba(s[0], *rgb(s[1]), s[2] if len(s) > 2 else 1.0)
    return g


def glow(c, x, y, r, colour, alpha):
    g = cairo.RadialGradient(x, y, 0, x, y, r)
    g.add_color_stop_rgba(0, *rgb(colour), alpha)
    g.add_color_stop_rgba(1, *rgb(colour), 0)
    c.new_path()
    c.rectangle(x - r, y - r, 2 * r, 2 * r)
    paint(c, g)


def soft_disc(c, x, y, r, colour, alpha):
    """A spot of light out of focus."""
    g = cairo.RadialGradient(x, y, r * 0.72, x, y, r)
    g.add_color_stop_rgba(0, *rgb(colour), alpha)
    g.add_color_stop_rgba(1, *rgb(colour), 0)
    c.new_path()
    c.arc(x, y, r, 0, 2 * math.pi)
    paint(c, g)


class at:
    """with at(c, x, y, scale, turn): draws in a frame of reference of its own."""

    def __init__(self, c, x=0.0, y=0.0, scale=1.0, turn=0.0, flip=False):
        self.c, self.how = c, (x, y, scale, turn, flip)

    def __enter__(self):
        x, y, scale, turn, flip = self.how
        self.c.save()
        self.c.translate(x, y)
        self.c.rotate(turn)
        self.c.scale(-scale if flip else scale, scale)
        return self.c

    def __exit__(self, *_):
        self.c.restore()


class Camera:
    """Looks at (x, y) of the stage with a zoom; far layers move less than near ones."""

    def __init__(self, x=WIDTH / 2, y=HEIGHT / 2, zoom=1.0, roll=0.0):
        self.x, self.y, self.zoom, self.roll = x, y, zoom, roll

    def layer(self, c, depth=1.0):
        """depth 1 is the plane of the actors, 0 is infinitely far, above 1 is in front of them."""
        zoom = 1 + (self.zoom - 1) * min(depth, 1.4)
        frame = at(c, WIDTH / 2, HEIGHT / 2, zoom, self.roll * depth)
        frame.__enter__()
        c.translate(-WIDTH / 2 - (self.x - WIDTH / 2) * depth,
                    -HEIGHT / 2 - (self.y - HEIGHT / 2) * depth)
        return Entered(frame)


class Entered:
    """A frame of reference already entered; `with` only leaves it."""

    def __init__(self, frame):
        self.frame = frame

    def __enter__(self):
        return self.frame.c

    def __exit__(self, *a):
        self.frame.__exit__(*a)


def whole(c, fill):
    c.new_path()
    c.rectangle(-400, -400, WIDTH + 800, HEIGHT + 800)
    paint(c, fill)


def vignette(c, strength=0.22):
    g = cairo.RadialGradient(WIDTH / 2, HEIGHT / 2, 620, WIDTH / 2, HEIGHT / 2, 1250)
    g.add_color_stop_rgba(0, *rgb(INK), 0)
    g.add_color_stop_rgba(1, *rgb(INK), strength)
    whole(c, g)
