#!/usr/bin/python3
"""Makes the kiosk's five short sounds (48 kHz, mono, 16 bit). Needs Debian's python3-numpy.

Run it in place, `/usr/bin/python3 make_sounds.py`, and commit the WAV files. Same script, same
bytes: there is no randomness. Peaks stay at or below the given level, never above -12 dBFS, so
that a loud hall amplifier does not startle anybody.
"""

import pathlib
import wave

import numpy as np

RATE = 48000  # samples per second


def marimba(frequency, seconds, decay):
    """One soft wooden note: a sine, its fourth partial dying early, and a 4 ms rise."""
    t = np.arange(int(RATE * seconds)) / RATE
    note = np.sin(2 * np.pi * frequency * t) * np.exp(-t / decay)
    note += 0.16 * np.sin(2 * np.pi * 3.93 * frequency * t) * np.exp(-t / (decay * 0.22))
    return note * np.minimum(t / 0.004, 1.0)


def warm(frequency, seconds):
    """One low note with a slow rise and fall, without a hard edge anywhere."""
    t = np.arange(int(RATE * seconds)) / RATE
    note = np.sin(2 * np.pi * frequency * t) + 0.22 * np.sin(2 * np.pi * 2 * frequency * t)
    return note * np.sin(np.pi * t / seconds) ** 1.5 * np.exp(-t / 0.25)


def drop(low, high, seconds):
    """A water drop: one sine gliding up quickly while it fades."""
    t = np.arange(int(RATE * seconds)) / RATE
    pitch = low + (high - low) * np.minimum(t / 0.07, 1.0) ** 2
    return np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * np.exp(-t / 0.05) * np.minimum(t / 0.006, 1)


def sequence(notes, seconds):
    """Lays (start in seconds, samples) over each other."""
    mix = np.zeros(int(RATE * seconds))
    for start, samples in notes:
        first = int(RATE * start)
        part = samples[: len(mix) - first]
        mix[first : first + len(part)] += part
    return mix


def save(name, samples, peak_dbfs):
    """Scales to the peak, fades the last 30 ms, writes <name>.wav beside this script."""
    fade = min(int(RATE * 0.03), len(samples))
    samples[-fade:] *= np.linspace(1.0, 0.0, fade)
    samples = samples / np.max(np.abs(samples)) * 10 ** (peak_dbfs / 20)
    with wave.open(str(pathlib.Path(__file__).with_name(name + ".wav")), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.round(samples * 32767).astype("<i2").tobytes())


def main():
    g4, c5, e5, g5 = 392.00, 523.25, 659.26, 783.99  # Hz, equal temperament
    save("right", sequence([(0, marimba(c5, 0.5, 0.14)), (0.12, marimba(g5, 0.55, 0.17))], 0.6), -13)
    save("look", warm(196.00, 0.42), -15)
    save("message", drop(520, 900, 0.22), -16)
    save("done", sequence([(0, marimba(g4, 0.6, 0.16)), (0.15, marimba(e5, 0.6, 0.17)),
                           (0.32, marimba(c5, 0.9, 0.28))], 1.15), -13)
    t = np.arange(int(RATE * 0.04)) / RATE
    save("tap", np.sin(2 * np.pi * 1100 * t) * np.exp(-t / 0.006) * np.minimum(t / 0.002, 1), -30)


if __name__ == "__main__":
    main()
