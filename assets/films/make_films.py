#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Draws the films of the packs, their posters and captions. See README.md."""

import argparse
import importlib
import pathlib
import subprocess
import sys
import tempfile

import cairo

HERE = pathlib.Path(__file__).resolve().parent
PACKS = HERE.parent.parent / "content" / "packs"
FILMS = sorted(f.parent.name for f in HERE.glob("*/film_*.py"))
sys.path.insert(0, str(HERE / "kit"))

from stage import FPS, HEIGHT, WIDTH, smooth  # noqa: E402  (the kit is found only now)

FADE = 0.35


def open_film(name):
    folder = str(HERE / name)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    scenes = importlib.import_module("film_" + name)
    return scenes, scenes.board


def media(board):
    """Where the film's pack keeps what its items show."""
    folder = PACKS / board.PACK / "media"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def draw_frame(c, scenes, board, time):
    """One frame at `time`: the shot that runs, black faded in at the start and out at the end."""
    for name, start, end, _ in board.SHOTS:
        if start <= time < end or (end == board.LENGTH and time >= end):
            c.save()
            scenes.SCENES[name](c, time - start, time)
            c.restore()
            break
    dark = max(1 - smooth(time / FADE), smooth((time - board.LENGTH + FADE) / FADE))
    if dark > 0:
        c.save()
        c.set_source_rgba(0.11, 0.17, 0.18, dark)
        c.paint()
        c.restore()


def picture(scenes, board, time, width, height):
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
    c = cairo.Context(surface)
    c.scale(width / WIDTH, height / HEIGHT)
    draw_frame(c, scenes, board, time)
    surface.flush()
    return surface


def sheet(name, times, path, width=480, columns=4):
    """A contact sheet of the given times."""
    scenes, board = open_film(name)
    height = width * HEIGHT // WIDTH
    rows = -(-len(times) // columns)
    out = cairo.ImageSurface(cairo.FORMAT_RGB24, width * columns, height * rows)
    c = cairo.Context(out)
    for i, time in enumerate(times):
        c.set_source_surface(picture(scenes, board, time, width, height),
                             (i % columns) * width, (i // columns) * height)
        c.paint()
        c.set_source_rgb(0, 0, 0)
        c.move_to((i % columns) * width + 6, (i // columns) * height + 18)
        c.set_font_size(16)
        c.show_text(f"{time:.2f}")
    out.write_to_png(path)


def film(name, path, height=HEIGHT):
    """Draws every frame into ffmpeg, beside the sound."""
    import sound
    scenes, board = open_film(name)
    sound.ONCE.update(getattr(scenes, "ONCE", {}))  # noises that only this film needs
    sound.HELD.update(getattr(scenes, "HELD", {}))
    width = height * WIDTH // HEIGHT
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
    c = cairo.Context(surface)
    c.scale(width / WIDTH, height / HEIGHT)
    with tempfile.TemporaryDirectory() as folder:
        part = pathlib.Path(str(path) + ".part")  # Nobody reads half a film.
        wave = pathlib.Path(folder) / "sound.wav"
        sound.write(board, scenes.TALK, wave)
        command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s",
            f"{width}x{height}", "-r", str(FPS), "-i", "-", "-i", str(wave), "-map_metadata", "-1",
            "-fflags", "+bitexact", "-flags:v", "+bitexact", "-c:v", "libx264", "-preset", "medium",
            "-tune", "animation", "-crf", str(getattr(board, "CRF", 29)),
            "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709",
            "-color_trc", "bt709", "-color_range", "tv", "-vf",
            "scale=out_color_matrix=bt709:out_range=tv", "-g", str(4 * FPS), "-threads", "2",
            "-c:a", "aac", "-b:a", "72k", "-movflags", "+faststart", "-shortest", "-f", "mp4",
            str(part)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            for i in range(round(board.LENGTH * FPS)):
                draw_frame(c, scenes, board, i / FPS)
                surface.flush()
                encoder.stdin.write(surface.get_data())
            encoder.stdin.close()
            if encoder.wait() != 0:
                sys.exit(f"ffmpeg failed on {path}")
        part.replace(path)


def captions(name):
    scenes, board = open_film(name)
    for language, ending in (("zh-CN", "zh"), ("en", "en")):
        text = scenes.TALK.webvtt(board.NAMES, language)
        (media(board) / f"{board.NAME}.{ending}.vtt").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", choices=FILMS)
    parser.add_argument("--sheet", metavar="PNG", help="only a contact sheet")
    parser.add_argument("--times", metavar="S", nargs="*", type=float, help="times on the sheet")
    parser.add_argument("--width", type=int, default=480, help="of a picture on the sheet")
    parser.add_argument("--columns", type=int, default=4)
    parser.add_argument("--small", metavar="MP4", help="a quick film 270 lines high")
    parser.add_argument("--texts", action="store_true", help="only captions and poster")
    given = parser.parse_args()
    scenes, board = open_film(given.film)
    if given.sheet:
        times = given.times or [x * 3.0 + 1 for x in range(int(board.LENGTH / 3))]
        sheet(given.film, times, given.sheet, given.width, given.columns)
    elif given.small:
        film(given.film, given.small, 270)
    else:
        captions(given.film)
        picture(scenes, board, board.POSTER_AT, 1280, 720).write_to_png(
            str(media(board) / f"{board.NAME}.png"))
        if not given.texts:
            film(given.film, media(board) / f"{board.NAME}.mp4")


if __name__ == "__main__":
    main()
