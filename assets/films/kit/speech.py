# SPDX-License-Identifier: MIT
"""Who says what and when: one list of lines gives mouths, murmured voices and captions."""

import math
from dataclasses import dataclass

from stage import hash01, smooth


@dataclass
class Line:
    start: float
    end: float
    who: str
    zh: str
    en: str


@dataclass
class Syllable:
    start: float
    end: float
    vowel: int       # index into VOWELS
    pitch: float     # 1 is the speaker's own


# Mouth (open, wide) and the first two formants (Hz) of a grown woman's voice.
VOWELS = ((0.95, 0.1, 820, 1300), (0.5, 0.75, 420, 2250), (0.55, -0.75, 440, 860),
          (0.4, -0.9, 350, 720), (0.62, 0.35, 600, 1850))


def syllables(line):
    """The murmured syllables of a line: one for each Han character, pauses at the commas."""
    marks = [ch for ch in line.zh if "\u4e00" <= ch <= "\u9fff" or ch.isdigit() or ch in "，。？！…"]
    weights = [0.75 if ch in "，。？！…" else 1.0 for ch in marks]
    step = (line.end - line.start - 0.12) / max(1.0, sum(weights))
    step = min(step, 0.24)
    out, now, count = [], line.start + 0.06, len(marks)
    question = "？" in line.zh
    for i, (ch, w) in enumerate(zip(marks, weights)):
        if w == 1.0:
            n = ord(ch)
            fall = 1.08 - 0.16 * i / max(1, count)
            rise = 0.22 if question and i > count - 4 else 0.0
            out.append(Syllable(now, now + step * 0.92, n % 5,
                                fall + rise + 0.16 * (hash01(n) - 0.5)))
        now += w * step
    return out


class Talk:
    """All the lines of a film."""

    def __init__(self, lines):
        self.lines = [Line(*x) for x in lines]
        self.spoken = {}
        for line in self.lines:
            self.spoken.setdefault(line.who, []).extend(syllables(line))

    def mouth(self, t, who):
        """(open, wide) of a speaker's mouth at time t; (0, 0) when silent."""
        for s in self.spoken.get(who, ()):
            if s.start <= t < s.end:
                k = (t - s.start) / (s.end - s.start)
                level = math.sin(math.pi * smooth(k) ** 0.8)
                return VOWELS[s.vowel][0] * level * 0.85, VOWELS[s.vowel][1] * level
        return 0.0, 0.0

    def speaking(self, t, who):
        """0..1, eased: does `who` hold the word at time t?"""
        best = 0.0
        for line in self.lines:
            if line.who == who:
                best = max(best, smooth((t - line.start + 0.2) / 0.3) *
                           (1 - smooth((t - line.end) / 0.35)))
        return best

    def webvtt(self, names, language):
        """Captions; names maps a speaker to the name shown, or '' for none."""
        out = ["WEBVTT", ""]
        for line in self.lines:
            words = line.zh if language == "zh-CN" else line.en
            if not words:
                continue
            name = names[line.who][0 if language == "zh-CN" else 1]
            mark = "：" if language == "zh-CN" else ": "
            out += [f"{_stamp(line.start)} --> {_stamp(line.end)}",
                    (name + mark if name else "") + words, ""]
        return "\n".join(out)


def _stamp(seconds):
    ms = round(seconds * 1000)
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
