#!/usr/bin/python3
"""Makes the trainer's sounds (mono, 16 bit) in vr/. Needs Debian's python3-numpy.

Run it in place, `/usr/bin/python3 make_vr_sounds.py`, and commit the WAV files. Same script, same
bytes: chance comes from numpy's RandomState, whose stream never changes.

Loops are seamless by construction: noise is shaped in the frequency domain over exactly one turn,
and whatever runs over the end goes on at the begin. Nothing here startles: no sound has a hard
edge, and no peak is above -12 dBFS.
"""

import pathlib
import wave

import numpy as np

HERE = pathlib.Path(__file__).with_name("vr")


def noise(seed, seconds, rate, shape):
    """Noise over one turn whose spectrum is `shape`(frequencies in Hz); periodic."""
    count = int(rate * seconds)
    spectrum = np.fft.rfft(np.random.RandomState(seed).standard_normal(count))
    bent = spectrum * shape(np.maximum(np.fft.rfftfreq(count, 1 / rate), 1.0))
    bent[0] = 0
    samples = np.fft.irfft(bent, count)
    return samples / np.max(np.abs(samples))


def band(low, high, slope=1.0):
    """A band with soft sides; above `low` it falls by `slope` in powers of the frequency."""
    return lambda f: (f / low) ** 2 / (1 + (f / low) ** 2) / (1 + (f / high) ** 4) / (f / low) ** slope


def swell(seed, seconds, rate, low, turns):
    """A slow periodic rise and fall between `low` and 1, of up to `turns` waves a turn."""
    t = np.arange(int(rate * seconds)) / (rate * seconds)
    chance = np.random.RandomState(seed)
    wave_sum = sum(np.sin(2 * np.pi * (k * t + chance.uniform())) / k for k in range(1, turns + 1))
    wave_sum = (wave_sum - wave_sum.min()) / (wave_sum.max() - wave_sum.min())
    return low + (1 - low) * wave_sum


def add_round(mix, at, samples):
    """Lays samples over the mix; what runs over the end goes on at the begin."""
    places = (at + np.arange(len(samples))) % len(mix)
    np.add.at(mix, places, samples)


def drop(rate, pitch, seconds, rise=0.35):
    """A bubble that closes: a sine gliding up while it fades (Minnaert's resonance)."""
    t = np.arange(int(rate * seconds)) / rate
    phase = np.cumsum(pitch * (1 + rise * t / seconds)) / rate
    return np.sin(2 * np.pi * phase) * np.exp(-5 * t / seconds) * np.minimum(t / 0.004, 1)


def note(rate, frequency, seconds, decay):
    """One soft wooden note, as in the kiosk's sounds."""
    t = np.arange(int(rate * seconds)) / rate
    tone = np.sin(2 * np.pi * frequency * t) * np.exp(-t / decay)
    tone += 0.14 * np.sin(2 * np.pi * 3.93 * frequency * t) * np.exp(-t / (decay * 0.22))
    return tone * np.minimum(t / 0.006, 1)


def arch(count, rise, power=1.0):
    """Rises over the share `rise` of the time and falls over the rest, without a corner."""
    t = np.arange(count) / count
    up = np.sin(np.pi / 2 * np.minimum(t / rise, 1)) ** 2
    down = np.sin(np.pi / 2 * np.minimum((1 - t) / (1 - rise), 1)) ** 2
    return (up * down) ** power


def join(rate, seconds, parts):
    mix = np.zeros(int(rate * seconds))
    for start, samples in parts:
        first = int(rate * start)
        part = samples[: len(mix) - first]
        mix[first : first + len(part)] += part
    return mix


def save(name, samples, peak_dbfs, rate, loop=False):
    if not loop:
        edge = min(int(rate * 0.03), len(samples) // 4)
        samples[-edge:] *= np.linspace(1, 0, edge)
    samples = samples / np.max(np.abs(samples)) * 10 ** (peak_dbfs / 20)
    HERE.mkdir(exist_ok=True)
    with wave.open(str(HERE / (name + ".wav")), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.round(samples * 32767).astype("<i2").tobytes())


def water(rate, seconds):
    """Small waves at a bank: soft noise that comes and goes, and bubbles that close."""
    mix = noise(11, seconds, rate, band(350, 2600, 0.6)) * swell(12, seconds, rate, 0.25, 6) * 0.5
    mix += noise(13, seconds, rate, band(120, 500, 0.8)) * swell(14, seconds, rate, 0.4, 4) * 0.4
    chance = np.random.RandomState(15)
    for _ in range(42):
        bubble = drop(rate, chance.uniform(420, 1500), chance.uniform(0.05, 0.14))
        add_round(mix, chance.randint(len(mix)), bubble * chance.uniform(0.03, 0.16))
    return mix


def under(rate, seconds):
    """The dim room under water: a low rush, and own bubbles that rise."""
    mix = noise(21, seconds, rate, band(45, 190, 0.7)) * swell(22, seconds, rate, 0.6, 3)
    chance = np.random.RandomState(23)
    for _ in range(16):
        bubble = drop(rate, chance.uniform(160, 420), chance.uniform(0.12, 0.28), 0.6)
        add_round(mix, chance.randint(len(mix)), bubble * chance.uniform(0.08, 0.3))
    return mix


def voices(rate, seconds):
    """Children far off at play, no words: sung vowels behind haze."""
    mix = np.zeros(int(rate * seconds))
    chance = np.random.RandomState(31)
    for _ in range(9):
        length = chance.uniform(0.25, 0.6)
        t = np.arange(int(rate * length)) / rate
        pitch = chance.uniform(270, 380) * (1 + 0.12 * np.sin(np.pi * t / length * chance.uniform(1, 2)))
        phase = 2 * np.pi * np.cumsum(pitch) / rate
        first, second = ((700, 1150), (500, 1000), (450, 1900))[chance.randint(3)]
        tone = np.zeros(len(t))
        for k in range(1, 9):
            f = k * pitch.mean()
            strength = 1 / (1 + ((f - first) / 120) ** 2) + 0.5 / (1 + ((f - second) / 160) ** 2)
            tone += strength * np.sin(k * phase + chance.uniform() * 6)
        tone *= arch(len(t), 0.3)
        for echo, part in ((0, 1.0), (0.09, 0.4), (0.17, 0.25), (0.29, 0.15)):
            at = chance.randint(len(mix)) if echo == 0 else at
            add_round(mix, at + int(echo * rate), tone * part)
    return mix


def sky(rate, seconds):
    """The calm sky: an open chord that breathes; whole waves a turn, so that it has no seam."""
    t = np.arange(int(rate * seconds)) / rate
    mix = np.zeros(len(t))
    for k, frequency in enumerate((130.8, 196.0, 261.6, 293.6, 392.0)):
        whole = round(frequency * seconds) / seconds
        sway = 0.75 + 0.25 * np.sin(2 * np.pi * ((k % 3 + 1) * t / seconds + k * 0.21))
        mix += sway * np.sin(2 * np.pi * whole * t + k) / (1 + 0.5 * k)
    return mix


def bird(seed, rate, seconds, low, high, notes):
    """A small bird in the reeds: short whistles, each gliding."""
    mix = np.zeros(int(rate * seconds))
    chance = np.random.RandomState(seed)
    for i in range(notes):
        length = chance.uniform(0.05, 0.12)
        t = np.arange(int(rate * length)) / rate
        start, end = chance.uniform(low, high), chance.uniform(low, high)
        pitch = start + (end - start) * (t / length) ** 1.5 + 90 * np.sin(2 * np.pi * 28 * t)
        whistle = np.sin(2 * np.pi * np.cumsum(pitch) / rate) * arch(len(t), 0.35)
        at = int((i / notes) * (len(mix) - len(t)))
        mix[at : at + len(t)] += whistle * chance.uniform(0.6, 1)
    return mix


def breath(seed, rate, seconds, low, high, rise):
    return noise(seed, seconds, rate, band(low, high, 0.3)) * arch(int(rate * seconds), rise, 0.8)


def splash(seed, rate, seconds, low, high, bubbles, rise):
    count = int(rate * seconds)
    t = np.arange(count) / rate
    mix = noise(seed, seconds, rate, band(low, high, 0.4))
    mix = mix * np.minimum(t / rise, 1) ** 2 * np.exp(-t / (seconds * 0.22)) * 0.8
    chance = np.random.RandomState(seed + 1)
    for _ in range(bubbles):
        bubble = drop(rate, chance.uniform(250, 1100), chance.uniform(0.06, 0.2))
        at = int(count * chance.uniform(0.1, 0.7))
        part = bubble[: count - at]
        mix[at : at + len(part)] += part * chance.uniform(0.05, 0.25)
    return mix


def main():
    hi, mid, low = 24000, 16000, 12000  # samples a second
    # Loops.
    save("water", water(hi, 5), -14, hi, loop=True)
    weir = noise(41, 2.5, hi, band(160, 3800, 0.75)) * swell(42, 2.5, hi, 0.8, 3)
    save("weir", weir, -14, hi, loop=True)
    reeds = noise(51, 4, hi, band(1900, 6500, 0.2)) * swell(52, 4, hi, 0.12, 5) ** 1.6
    save("reeds", reeds, -16, hi, loop=True)
    save("voices", voices(low, 3), -16, low, loop=True)
    save("under", under(low, 5), -13, low, loop=True)
    save("sky", sky(low, 5), -16, low, loop=True)
    # Birds, one after another at long intervals.
    save("bird-1", bird(61, hi, 0.7, 3200, 5200, 6), -18, hi)
    save("bird-2", bird(62, hi, 0.6, 2400, 3400, 3), -18, hi)
    save("bird-3", bird(63, hi, 0.8, 3800, 6000, 8), -19, hi)
    # What the body and the water do.
    save("breath-in", breath(71, low, 3.2, 500, 2600, 0.6), -16, low)
    save("breath-out", breath(72, low, 3.2, 260, 1500, 0.25), -16, low)
    save("plunge", splash(73, hi, 1.4, 90, 900, 30, 0.06), -13, hi)
    save("surface", splash(75, hi, 1.0, 350, 3200, 12, 0.12), -15, hi)
    save("splash", splash(77, hi, 1.1, 300, 4200, 16, 0.02), -13, hi)
    throw = noise(79, 0.45, hi, band(700, 2600, 0.4)) * arch(int(hi * 0.45), 0.45, 1.5)
    save("throw", throw, -18, hi)
    # Signals.
    g4, c5, d5, e5, g5 = 392.00, 523.25, 587.33, 659.26, 783.99  # Hz, equal temperament
    save("choose", note(hi, g5, 0.16, 0.05), -20, hi)
    save("found", note(hi, e5, 0.5, 0.16), -15, hi)
    save("right", join(hi, 0.6, [(0, note(hi, c5, 0.5, 0.14)), (0.12, note(hi, g5, 0.48, 0.17))]),
         -14, hi)
    t = np.arange(int(hi * 0.5)) / hi
    wrong = (np.sin(2 * np.pi * 196 * t) + 0.2 * np.sin(4 * np.pi * 196 * t)) * arch(len(t), 0.3, 1.5)
    save("wrong", wrong, -16, hi)
    save("caught", join(hi, 0.6, [(0, drop(hi, 210, 0.12, 0.1)), (0.06, note(hi, g4, 0.5, 0.15)),
                                  (0.14, note(hi, d5, 0.4, 0.15))]), -14, hi)
    bell = join(mid, 1.5, [(0, note(mid, c5 / 2, 1.4, 0.5)), (0.1, note(mid, g4, 1.3, 0.5)),
                           (0.22, note(mid, e5, 1.2, 0.45))])
    save("calm", bell, -15, mid)


if __name__ == "__main__":
    main()
