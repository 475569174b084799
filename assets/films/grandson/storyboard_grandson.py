# SPDX-License-Identifier: MIT
"""孙子的视频电话 / Grandson on video: the storyboard. Times in seconds.

Facts: X02 and T06 of the anti-fraud notes (call back on the saved number; a family phrase; gestures
expose crude fakes only). The story is invented.
"""

PACK = "anti-fraud"
NAME = "film-grandson"
TITLE = ("孙子的视频电话", "Grandson on video")
LENGTH = 74.0
QUESTION_AT = 34.4
POSTER_AT = 27.3

# (name, from, until, what is seen)
SHOTS = [
    ("balcony", 0.0, 7.6, "Morning. Grandma hums and waters her flowers. Her phone rings."),
    ("incoming", 7.6, 10.2, "Insert: a video call from Xiaoyu. Her finger takes it."),
    ("hello", 10.2, 13.4, "She holds the phone before her and beams."),
    ("plea", 13.4, 20.4, "On the phone: Xiaoyu, a little stiff. He broke a phone; it costs money."),
    ("worry", 20.4, 24.0, "Her smile goes; a hand to her heart."),
    ("hush", 24.0, 29.0, "Closer: 'not a word to Dad'. The picture tears for a moment."),
    ("pay", 29.0, 35.4, "Insert: the payment page. Her finger hovers. QUESTION."),
    ("think", 35.4, 42.0, "She takes the hand back, looks up, thinks of the number she saved."),
    ("hangup", 42.0, 44.8, "Insert: she hangs up; the false face falls to pieces."),
    ("contacts", 44.8, 49.2, "Insert: her own list of numbers. She rings Xiaoyu."),
    ("corridor", 49.2, 57.0, "School. The real Xiaoyu walks, answers, and does not understand."),
    ("agree", 57.0, 66.4, "Both in one picture. They agree on a phrase of the family and laugh."),
    ("end", 66.4, 74.0, "End card: when money comes up, call back first. 110, 96110."),
]

# who: (zh name, en name) in front of a caption
NAMES = {"granny": ("奶奶", "Grandma"), "fake": ("视频里的“小宇”", "“Xiaoyu” on video"),
         "boy": ("小宇", "Xiaoyu"), "sound": ("", ""), "card": ("", "")}

LINES = [
    (1.2, 4.4, "sound", "（奶奶哼着歌浇花）", "(Grandma hums and waters her flowers)"),
    (5.0, 7.4, "sound", "（手机响了）", "(A phone rings)"),
    (10.7, 13.2, "granny", "小宇呀！下课啦？", "Xiaoyu! Is class over?"),
    (13.9, 17.0, "fake", "奶奶，我把同学的手机摔坏了。", "Grandma, I broke a classmate’s phone."),
    (17.3, 20.2, "fake", "要赔六千块，你先转给我。", "It costs six thousand. Send it to me first."),
    (20.8, 23.7, "granny", "哎呀，怎么这么不小心……", "Oh dear, how did that happen?"),
    (24.3, 28.6, "fake", "别跟我爸说，他会骂我的！", "Don’t tell Dad, he’ll be so angry!"),
    (30.2, 33.8, "fake", "快点呀，人家在等着呢。", "Hurry up, they’re waiting."),
    (37.0, 38.6, "granny", "等一等……", "Wait a moment…"),
    (39.2, 41.8, "granny", "说到钱，我先打回去问问。", "It’s about money. I’ll call back first."),
    (45.2, 48.8, "sound", "（她拨打通讯录里存好的号码）", "(She dials the number saved in her contacts)"),
    (51.6, 53.9, "granny", "小宇，你刚才给奶奶打视频了？", "Xiaoyu, did you just video-call me?"),
    (54.2, 56.7, "boy", "没有啊，我才刚下课。", "No, class has only just ended."),
    (57.4, 59.9, "granny", "那就是有人装成你来骗钱！", "Then somebody posed as you to get money!"),
    (60.2, 62.9, "boy", "我们约一句暗号，只有家里知道。", "Let’s agree on a phrase only we know."),
    (63.2, 65.9, "granny", "好！说到钱，先对暗号。", "Yes! Money comes up, the phrase comes first."),
    (67.0, 70.3, "card", "谈到钱，先打回去。", "When money comes up, call back first."),
    (70.6, 73.6, "card", "钱已转出打110，拿不准打96110。", "Money already sent: dial 110. Not sure: 96110."),
]

# (time, sound, loudness)
SOUNDS = [
    (0.0, "birds", 1.0), (0.4, "pour", 5.3), (5.0, "ring", 2.9), (9.35, "tap", 1.0),
    (16.0, "pop", 1.0), (18.4, "pop", 1.0), (25.6, "pop", 1.0), (26.8, "glitch", 1.0),
    (14.9, "glitch", 0.5), (31.5, "heart", 3.6), (43.1, "tap", 1.0), (43.3, "fall", 1.0),
    (39.0, "pop", 1.0), (46.3, "tap", 1.0), (46.8, "dial", 2.4), (49.2, "steps", 1.7),
    (49.3, "school", 7.7), (50.4, "buzz", 1.3), (54.3, "pop", 1.0), (61.6, "pop", 1.0),
    (67.0, "chime", 1.0), (57.0, "birds", 1.0),
]

# (from, until, mood) of the score
SCORE = [(0.0, 14.6, "warm"), (14.6, 35.0, "tense"), (35.0, 42.0, "think"), (42.0, 50.0, "step"),
         (50.0, 74.0, "warm")]
