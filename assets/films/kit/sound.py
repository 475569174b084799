# SPDX-License-Identifier: MIT
"""The sound of a film: a marimba-like score, murmured voices, and the noises of things."""

import wave

import numpy as np

from speech import VOWELS

RATE = 44100
LOUDNESS = -23.0   # LUFS, roughly: see level()

# What a voice is made of: pitch (Hz), formants against a grown woman's, breathiness, loudness.
VOICES = {"granny": (205, 1.0, 0.10, 1.0), "boy": (275, 1.18, 0.06, 0.9),
          "fake": (262, 1.14, 0.03, 0.85), "lin": (245, 1.06, 0.07, 0.95),
          "caller": (128, 0.86, 0.07, 1.0)}
TELEPHONE = {"fake", "caller"}  # Heard down a telephone line.


def seconds(n):
    return np.arange(int(n * RATE)) / RATE


def noise(n, seed):
    return np.random.default_rng(seed).standard_normal(int(n * RATE))


def band(x, low, high):
    """Keeps low..high Hz, with soft edges."""
    f = np.fft.rfftfreq(len(x), 1 / RATE)
    gain = 1 / (1 + (low / np.maximum(f, 1e-3)) ** 4) / (1 + (f / high) ** 4)
    return np.fft.irfft(np.fft.rfft(x) * gain, len(x))


def blur(x, n):
    """The running mean over n samples."""
    total = np.cumsum(np.concatenate([np.zeros(n), x]))
    return (total[n:] - total[:-n]) / n


def add(track, at, x, gain=1.0):
    i = int(at * RATE)
    n = min(len(x), len(track) - i)
    if n > 0:
        track[i:i + n] += gain * x[:n]


# ---- voices -----------------------------------------------------------------------------------

def syllable(s, voice, seed):
    """A vowel-like murmur: harmonics of the voice, weighed by two formants."""
    pitch, size, breath, loud = VOICES[voice]
    t = seconds(s.end - s.start + 0.03)
    length = t[-1]
    bend = 0.05 * np.sin(np.pi * t / length) + 0.012 * np.sin(2 * np.pi * 5.5 * t)
    f0 = pitch * s.pitch * (1 + bend)
    if voice == "fake":  # flat, as a machine reads
        f0 = np.full_like(t, pitch * (0.94 + 0.12 * (s.vowel % 2)))
    phase = 2 * np.pi * np.cumsum(f0) / RATE
    f1, f2 = VOWELS[s.vowel][2] * size, VOWELS[s.vowel][3] * size
    out = np.zeros_like(t)
    for k in range(1, int(3600 / pitch)):
        f = k * pitch * s.pitch
        weight = (1 / (1 + ((f - f1) / 130) ** 2) + 0.45 / (1 + ((f - f2) / 210) ** 2) +
                  0.03) / k ** 0.35
        out += weight * np.sin(k * phase)
    out += breath * band(noise(len(t) / RATE + 0.001, seed)[:len(t)], f1, f2 * 1.3)
    rise = np.minimum(1, t / 0.035) * np.minimum(1, (length - t) / 0.06)
    out *= np.sin(np.pi * np.clip(t / length, 0, 1)) ** 0.5 * rise
    return out * loud * 0.165


def voices(track, talk):
    for who, spoken in talk.spoken.items():
        if who in VOICES:
            for i, s in enumerate(spoken):
                x = syllable(s, who, i)
                if who in TELEPHONE:
                    x = band(np.pad(x, (0, 400)), 320, 3000) * 1.25  # down a telephone line
                add(track, s.start, x)


# ---- score ------------------------------------------------------------------------------------

def note(midi, length=1.6, soft=1.0):
    """A wooden bar: the tone, its fourth and tenth partial dying faster."""
    f = 440 * 2 ** ((midi - 69) / 12)
    t = seconds(length)
    x = np.exp(-t * 3.0) * np.sin(2 * np.pi * f * t)
    x += 0.22 * np.exp(-t * 9) * np.sin(2 * np.pi * 3.93 * f * t)
    x += 0.06 * np.exp(-t * 22) * np.sin(2 * np.pi * 9.5 * f * t)
    return soft * x * np.minimum(1, t / 0.004) * np.minimum(1, (length - t) / 0.1)


def pad(midis, length):
    """A soft chord held under the tune."""
    t = seconds(length)
    x = np.zeros_like(t)
    for m in midis:
        f = 440 * 2 ** ((m - 69) / 12)
        for d in (-0.6, 0.7):
            x += np.sin(2 * np.pi * (f + d) * t) + 0.25 * np.sin(4 * np.pi * (f + d) * t)
    return x / len(midis) * np.minimum(1, t / 0.8) * np.minimum(1, (length - t) / 0.8)


# A bar of four beats for each chord; the tune in steps of half a beat, 0 = rest.
MOODS = {
    "warm": (96, 0.16, [((48, 55, 64), (76, 0, 79, 81, 0, 79, 76, 0)),
                        ((45, 52, 60), (72, 0, 76, 79, 0, 76, 74, 72)),
                        ((41, 53, 60), (69, 0, 72, 76, 0, 74, 72, 0)),
                        ((43, 50, 59), (74, 0, 71, 74, 79, 0, 74, 0))]),
    "tense": (88, 0.12, [((45, 52), (57, 0, 0, 60, 0, 57, 0, 0)),
                         ((45, 53), (57, 0, 0, 60, 0, 62, 0, 0)),
                         ((45, 51), (57, 0, 0, 63, 0, 60, 0, 0)),
                         ((44, 52), (56, 0, 0, 59, 0, 56, 0, 59))]),
    "think": (80, 0.11, [((45, 52, 57), (64, 0, 0, 0, 67, 0, 0, 0)),
                         ((41, 48, 57), (65, 0, 0, 0, 69, 0, 72, 0))]),
    "evening": (84, 0.15, [((46, 53, 62), (74, 0, 0, 77, 0, 74, 0, 72)),
                           ((43, 50, 58), (70, 0, 74, 0, 0, 72, 70, 0)),
                           ((51, 55, 63), (67, 0, 70, 0, 75, 0, 74, 0)),
                           ((41, 53, 60), (72, 0, 69, 0, 72, 0, 77, 0))]),
    "watch": (92, 0.10, [((43, 50), (55, 0, 62, 0, 58, 0, 62, 0)),
                         ((43, 51), (55, 0, 63, 0, 58, 0, 63, 0)),
                         ((42, 50), (54, 0, 62, 0, 57, 0, 62, 0)),
                         ((42, 51), (54, 0, 63, 0, 60, 0, 57, 0))]),
    "step": (104, 0.13, [((45, 52), (69, 0, 72, 0, 76, 0, 72, 0)),
                         ((47, 55), (71, 0, 74, 0, 79, 0, 74, 0)),
                         ((48, 55), (72, 0, 76, 0, 79, 0, 84, 0)),
                         ((43, 55), (74, 0, 79, 0, 83, 0, 79, 0))]),
}


def score(track, parts):
    for start, end, mood in parts:
        tempo, gain, bars = MOODS[mood]
        step, now, n = 30.0 / tempo, start, 0
        while now < end - 0.2:
            chord, tune = bars[n % len(bars)]
            length = min(8 * step, end - now) + 0.5
            add(track, now, pad(chord, length), gain * 0.20)
            for i, m in enumerate(tune):
                when = now + i * step
                if when >= end - 0.1:
                    break
                if m:
                    human = 0.008 * np.sin(n * 3.7 + i * 2.3)
                    add(track, max(0, when + human), note(m, 1.7, 0.8 + 0.2 * (i % 4 == 0)), gain)
                if i in (0, 4):
                    add(track, when, note(chord[i // 4 % len(chord)], 1.4), gain * 0.8)
                elif mood == "warm" and i in (2, 6):
                    add(track, when, note(chord[-1], 0.9), gain * 0.45)
            now, n = now + 8 * step, n + 1


def echo(x, mix=0.2):
    """A small room: exponentially dying noise."""
    tail = noise(0.9, 77) * np.exp(-seconds(0.9) * 6.5)
    tail = band(tail, 200, 4500)
    n = 1 << (len(x) + len(tail)).bit_length()
    wet = np.fft.irfft(np.fft.rfft(x, n) * np.fft.rfft(tail, n), n)[:len(x)]
    return x + mix * wet * (np.sqrt(np.mean(x ** 2)) / (np.sqrt(np.mean(wet ** 2)) + 1e-12))


# ---- noises -----------------------------------------------------------------------------------

def birds(n, seed=5):
    rng, out = np.random.default_rng(seed), np.zeros(int(n * RATE))
    now = 0.3
    while now < n - 0.8:
        base = rng.uniform(2600, 4200)
        for i in range(rng.integers(2, 5)):
            t = seconds(0.09)
            f = base * (1 + 0.18 * np.sin(np.pi * t / 0.09) + 0.06 * i)
            x = np.sin(2 * np.pi * np.cumsum(f) / RATE) * np.sin(np.pi * t / 0.09) ** 2
            add(out, now + i * 0.13, x, 0.03 * rng.uniform(0.4, 1))
        now += rng.uniform(0.9, 2.2)
    return out


def ring(n, low=False):
    """A marimba ring tone, as telephones have."""
    out = np.zeros(int(n * RATE))
    for k in range(int(n / 1.2) + 1):
        for i, m in enumerate((88, 91, 95, 91, 88, 95)):
            add(out, k * 1.2 + i * 0.12, note(m - (12 if low else 0), 0.5), 0.075)
    return out


def tap():
    t = seconds(0.08)
    return 0.25 * np.sin(2 * np.pi * (900 - 3000 * t) * t) * np.exp(-t * 70)


def pop():
    t = seconds(0.14)
    return 0.16 * np.sin(2 * np.pi * (320 + 2600 * t) * t) * np.exp(-t * 26) * np.minimum(1,
                         t / 0.004)


def pour(n):
    x = band(noise(n, 9), 900, 5200)
    t = seconds(n)[:len(x)]
    bubbles = 0.6 + 0.4 * band(noise(n, 10), 1, 12) / 0.03 * 0.1
    return 0.035 * x * bubbles * np.minimum(1, t / 0.5) * np.minimum(1, (t[-1] - t) / 0.4)


def glitch():
    t = seconds(0.4)
    x = np.sign(np.sin(2 * np.pi * 70 * t)) * band(noise(0.4, 12), 700, 4000)
    gate = (np.floor(t * 24) % 3 != 1).astype(float)
    return 0.05 * x * gate * np.minimum(1, (0.4 - t) / 0.05)


def heart(n):
    out = np.zeros(int(n * RATE))
    t = seconds(0.22)
    beat = np.sin(2 * np.pi * 58 * t) * np.exp(-t * 18) * np.minimum(1, t / 0.01)
    k = 0.0
    while k < n - 0.4:
        add(out, k, beat, 0.55)
        add(out, k + 0.24, beat, 0.38)
        k += 0.88
    return out


def fall():
    out = np.zeros(int(1.4 * RATE))
    rng = np.random.default_rng(3)
    for i in range(26):
        add(out, 1.1 * (i / 26) ** 0.8, note(int(rng.integers(84, 103)) - i // 3, 0.35), 0.05)
    return out


def dial(n):
    """The calm tone while the other telephone rings."""
    t = seconds(n)
    on = ((t % 1.7) < 0.95).astype(float)
    on = blur(on, 600)
    return 0.075 * np.sin(2 * np.pi * 450 * t) * on


def steps(n, gap=0.32):
    out = np.zeros(int(n * RATE))
    for i in range(int(n / gap)):
        x = band(noise(0.12, 30 + i), 90, 700) * np.exp(-seconds(0.12) * 40)
        add(out, i * gap, x, 0.35)
    return out


def school(n):
    """A corridor full of far voices."""
    x = band(noise(n, 40), 250, 900)
    t = seconds(n)[:len(x)]
    sway = 1 + 0.5 * np.sin(2 * np.pi * 0.7 * t) * np.sin(2 * np.pi * 2.9 * t + 1)
    return 0.022 * x * sway * np.minimum(1, t / 0.4) * np.minimum(1, (t[-1] - t) / 0.5)


def office(n):
    return 0.8 * school(n) + 0.006 * np.sin(2 * np.pi * 100 * seconds(n))


def buzz(n):
    t = seconds(n)
    on = ((t % 0.5) < 0.32).astype(float)
    return 0.07 * band(np.sign(np.sin(2 * np.pi * 150 * t)), 100, 600) * blur(on, 400)


def chime():
    out = np.zeros(int(3 * RATE))
    for i, m in enumerate((72, 76, 79, 84)):
        add(out, i * 0.14, note(m, 2.4), 0.17)
    return out


def paper():
    x = band(noise(0.5, 51), 1500, 7000)
    t = seconds(0.5)
    return 0.06 * x * np.abs(np.sin(2 * np.pi * 5 * t)) * np.exp(-t * 4)


def message():
    out = np.zeros(int(0.9 * RATE))
    for i, m in enumerate((91, 96)):
        add(out, i * 0.11, note(m, 0.7), 0.2)
    return out


def purr(n):
    t = seconds(n)
    purrs, breath = np.sin(2 * np.pi * 24 * t), np.sin(2 * np.pi * 0.5 * t)
    hum = 0.05 * band(noise(n, 60), 60, 300)[:len(t)]
    return hum * (0.5 + 0.5 * purrs) * (0.5 + 0.5 * breath)


def door():
    out = np.zeros(int(0.9 * RATE))
    for k in (0.0, 0.22, 0.44):
        x = band(noise(0.15, 70), 120, 900) * np.exp(-seconds(0.15) * 36)
        add(out, k, x, 0.5)
    return out


def power_down():
    t = seconds(0.7)
    return 0.13 * np.sin(2 * np.pi * np.cumsum(520 * np.exp(-t * 3.2)) / RATE) * np.exp(-t * 3)


ONCE = {"tap": tap, "pop": pop, "glitch": glitch, "fall": fall, "chime": chime, "paper": paper,
        "message": message, "door": door, "power_down": power_down}
HELD = {"pour": pour, "ring": ring, "heart": heart, "dial": dial, "steps": steps, "school": school,
        "buzz": buzz, "birds": birds, "office": office, "purr": purr}


def noises(track, cues):
    """A cue is (time, name, number): the length of a held sound, the loudness of a short one."""
    for when, name, number in cues:
        if name in ONCE:
            add(track, when, ONCE[name](), number)
        else:
            add(track, when, HELD[name](number))


def level(x):
    """Brings the mean power of the louder half to LOUDNESS and rounds off the peaks."""
    hear = band(x, 120, 9000)
    block = RATE * 2 // 5
    power = [np.mean(hear[i:i + block] ** 2) for i in range(0, len(hear) - block, block)]
    loud = np.mean(sorted(power)[len(power) // 3:])
    x = x * 10 ** ((LOUDNESS - 1.5) / 20) / np.sqrt(loud)
    return np.tanh(x * 1.1) / 1.1


def write(board, talk, path):
    """Writes the sound of a film as a 16-bit stereo WAV. The board may bring voices of its own."""
    VOICES.update(getattr(board, "VOICES", {}))
    TELEPHONE.update(getattr(board, "TELEPHONE", ()))
    n = int(board.LENGTH * RATE)
    music, said, things = np.zeros(n), np.zeros(n), np.zeros(n)
    score(music, board.SCORE)
    voices(said, talk)
    noises(things, board.SOUNDS)
    speaking = blur((np.abs(said) > 0.01).astype(float), RATE // 4)
    music = echo(music, 0.3) * (1 - 0.45 * np.clip(speaking * 2, 0, 1))
    room = 0.0022 * band(noise(board.LENGTH, 1), 80, 1200)[:n]
    dry = level(music + echo(said, 0.10) * 0.9 + echo(things, 0.12) + room)
    t = np.arange(n) / RATE
    dry *= np.minimum(1, t / 0.4) * np.minimum(1, (board.LENGTH - t) / 0.9)
    late = np.concatenate([np.zeros(331), dry[:-331]])
    both = np.stack([dry * 0.94 + late * 0.06, dry * 0.90 + late * 0.10], axis=1)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(both, -0.98, 0.98) * 32767).astype("<i2").tobytes())
