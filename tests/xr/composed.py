#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the runtime makes of our layers, in its own window at four beats, beside stored pictures:
  composed.py MAPLEBRIDGE_VR DEVICE REFERENCES [store]
Compared is what is where, in squares of 20 pixels: another Mesa draws other leaves, and the water
never rests. `store` makes the stored pictures anew, for a change that is meant."""
import pathlib
import struct
import sys
import tempfile
import time

import monado

BEATS = ["boathouse", "slip", "who-first", "sky"]
WIDTH, HEIGHT, SQUARE = 960, 540, 20  # of Monado's window; both eyes side by side
# Mean difference of two pictures, of 255. The same program on the same Mesa comes to 0.4; water for
# sky, bank or reeds to 10 and more.
TOLERANCE = 4


def capture(file):
    """Rows of (red, green, blue) from an X server's screen, which Xvfb keeps as an XWD file."""
    data = pathlib.Path(file).read_bytes()
    head = struct.unpack(">25I", data[:100])
    assert head[1] == 7 and head[11] == 32, head  # XWD, 32 bits a pixel
    begin, stride = head[0] + 12 * head[19], head[12]
    rows = []
    for y in range(HEIGHT):
        row = data[begin + y * stride:begin + y * stride + 4 * WIDTH]
        rows.append((row[2::4], row[1::4], row[0::4]))
    return rows


def small(rows):
    """Mean colour of every square."""
    out = []
    for top in range(0, HEIGHT, SQUARE):
        for left in range(0, WIDTH, SQUARE):
            for channel in range(3):
                out.append(round(sum(sum(rows[y][channel][left:left + SQUARE])
                                     for y in range(top, top + SQUARE)) / SQUARE**2))
    return bytes(out)


def difference(one, other):
    return sum(abs(a - b) for a, b in zip(one, other)) / len(one)


def half(picture, right):
    width = 3 * WIDTH // SQUARE
    lines = [picture[i:i + width] for i in range(0, len(picture), width)]
    return b"".join(line[width // 2:] if right else line[:width // 2] for line in lines)


def letters(rows, right):
    """How often bright meets dark in the middle of one eye: letters on a card."""
    left = WIDTH // 2 * right
    count = 0
    for red, green, blue in rows[HEIGHT // 4:HEIGHT * 7 // 8]:
        for x in range(left + 60, left + WIDTH // 2 - 60):
            if green[x] > 190 and red[x] > 190 and blue[x] > 190:
                for near in (x - 2, x + 2):
                    if green[near] < 110 and red[near] < 110 and abs(red[near] - blue[near]) < 40:
                        count += 1
                        break
    return count


def read(file):
    return file.read_bytes().split(b"\n255\n", 1)[1]


def write(file, picture):
    file.write_bytes(b"P6\n%d %d\n255\n" % (WIDTH // SQUARE, HEIGHT // SQUARE) + picture)


def shows(line, beat):
    return (line.get("phase") == "playing" and not line["waiting"] and line["beat"] == beat and
            line["texts"])


def play(program, screen):
    """The window at each beat, once a caption is there and the picture has come through."""
    for beat in BEATS:
        for _ in range(12):
            line = program.wait_for(lambda l: l is program.lines[-1] and "beat" in l,
                                    "it tells", 60)
            if line["beat"] == beat:
                break
            seen = len(program.lines)
            program.say("next")
            program.wait_for(lambda l: l.get("phase") == "playing" and l["beat"] != line["beat"],
                             f"the beat after {line['beat']}", 60, seen)
        told = program.wait_for(lambda l: shows(l, beat), f"a caption in {beat}", 90)
        seen = len(program.lines)
        program.say("pause")  # nothing moves on; the water does
        program.wait_for(lambda l: l["paused"], "it rests", 20, seen)
        yield beat, told, until_it_rests(screen)
        seen = len(program.lines)
        program.say("resume")
        program.wait_for(lambda l: not l["paused"], "it goes on", 20, seen)


def until_it_rests(screen):
    """A picture that is almost the one before it."""
    before = None
    for _ in range(60):
        rows = capture(screen)
        now = small(rows)
        if before and max(now) > 0 and 0 < difference(now, before) < 1:
            return rows
        before = now
        time.sleep(0.3)
    return rows


def check(beat, rows, stored, problems):
    picture = small(rows)
    away = {name: difference(picture, other) for name, other in stored.items()}
    eyes = difference(half(picture, False), half(picture, True))
    text = [letters(rows, False), letters(rows, True)]
    print(f"  {beat}: " + ", ".join(f"{name} {value:.1f}" for name, value in away.items()) +
          f"; eyes {eyes:.1f} apart; letters {text}", flush=True)
    if min(away, key=away.get) != beat or away[beat] > TOLERANCE:
        problems.append(f"{beat} does not look like the stored picture")
    if not 0.2 < eyes < 20:
        problems.append(f"{beat}: two eyes should see nearly the same: {eyes:.1f}")
    if min(text) < 100:
        problems.append(f"{beat}: no text: {text}")


def main():
    program, device, references = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    store = sys.argv[4:] == ["store"]
    stored = {} if store else {beat: read(references / f"{beat}.ppm") for beat in BEATS}
    problems = []
    with tempfile.TemporaryDirectory() as folder, \
            monado.x_server("960x540", folder) as display, monado.Monado(display) as service, \
            monado.Program(service, [
                program, "--headless", "--store", f"{device}/store", "--keys", f"{device}/keys",
                "--journal", str(service.folder / "journal.sqlite3"), "--place", "river",
                "--mute", "--full-quality"]) as trainer:
        for beat, told, rows in play(trainer, f"{folder}/Xvfb_screen0"):
            if store:
                write(references / f"{beat}.ppm", small(rows))
            else:
                check(beat, rows, stored, problems)
    for problem in problems:
        print("FAILED:", problem)
    sys.exit(1 if problems else 0)


main()
