# SPDX-License-Identifier: MIT
"""第六个“不” / The sixth not: the storyboard. Times in seconds.

Facts: the six nots of the education ministry's letter to parents (2014), drowning is silent (Pia),
the bystander's order shout - call - reach lying flat - throw what floats, never in the water and no
chain of hands; see the drowning notes, 2.2 and 2.3. The story and its places are invented, and
everybody comes home.
"""

PACK = "safety"
NAME = "film-river"
TITLE = ("第六个“不”", "The sixth not")
LENGTH = 90.0
QUESTION_AT = 45.2
POSTER_AT = 36.6

# (name, from, until, what is seen)
SHOTS = [
    ("river", 0.0, 8.2, "Sunset. Xiaohe comes along the bank with a net of bottles; friends call."),
    ("invite", 8.2, 12.2, "On the jetty: Lele beckons, Dongdong rolls up his trousers."),
    ("nots", 12.2, 23.2, "Xiaohe counts on her fingers: five nots. The hand becomes a stop."),
    ("offer", 23.2, 27.0, "She has something better: watermelon. Lele is won at once."),
    ("slip", 27.0, 32.2, "Insert: bare feet on a green step. One slides. A splash."),
    ("silent", 32.2, 38.8, "From the water: Dongdong upright, without a sound; behind, Lele laughs."),
    ("seen", 38.8, 43.0, "Xiaohe close: her smile goes. No shout, no wave: he is drowning."),
    ("sixth", 43.0, 49.4, "Lele is about to jump, she holds him. QUESTION. The sixth not."),
    ("shout", 49.4, 52.6, "Her hands at her mouth: the shout goes over the water."),
    ("heard", 52.6, 55.4, "Uncle Zhang of the river patrol turns round and runs."),
    ("call", 55.4, 60.4, "Lele telephones and reads the name of the place from the board."),
    ("reach", 60.4, 66.2, "She lies flat and holds out the bamboo: a metre short."),
    ("throw", 66.2, 72.6, "The net of bottles flies; his pressing arms come down on it."),
    ("pull", 72.6, 77.6, "Uncle Zhang, flat on the planks, draws him in with the long pole."),
    ("safe", 77.6, 84.2, "On the bank, wrapped up, all together; the ambulance comes."),
    ("end", 84.2, 90.0, "End card: shout, call, reach, throw. Nobody goes in."),
]

NAMES = {"he": ("小禾", "Xiaohe"), "lele": ("乐乐", "Lele"), "dong": ("冬冬", "Dongdong"),
         "zhang": ("巡河员张叔", "Uncle Zhang, river patrol"), "sound": ("", ""), "card": ("", "")}

# pitch (Hz), formants against a grown woman's, breathiness, loudness
VOICES = {"he": (268, 1.15, 0.07, 0.95), "lele": (246, 1.12, 0.05, 0.95),
          "dong": (296, 1.22, 0.06, 0.85), "zhang": (122, 0.84, 0.08, 1.05)}

LINES = [
    (1.0, 3.8, "sound", "（放学路上，夕阳下的河边）", "(On the way home from school, the river at sunset)"),
    (4.6, 7.8, "lele", "小禾，下来玩水！就咱们仨！", "Xiaohe, come on in! Just the three of us!"),
    (8.7, 11.8, "dong", "水不深，可凉快了！", "It isn’t deep, and it’s so cool!"),
    (12.6, 15.2, "he", "没告诉家长，就咱们几个。", "Nobody at home knows. Only us kids."),
    (15.5, 18.1, "he", "没大人带，也没人救生。", "No grown-up with us, no lifeguard."),
    (18.4, 20.2, "he", "这水也不熟。", "And we don’t know this water."),
    (20.5, 23.0, "he", "五个“不”，我不下水！", "That’s five nots. I’m not going in!"),
    (23.5, 26.6, "he", "走，去我家吃西瓜！", "Come on, there’s watermelon at my place!"),
    (27.4, 29.8, "dong", "等我洗一下脚。", "Let me just rinse my feet."),
    (30.6, 32.1, "sound", "（扑通！）", "(Splash!)"),
    (32.8, 35.0, "lele", "哈哈，又逗我们玩！", "Haha, he’s fooling us again!"),
    (35.6, 38.6, "sound", "（冬冬一声不响，嘴一沉一浮）", "(Dongdong makes no sound; his mouth sinks and rises)"),
    (39.4, 42.6, "he", "不喊，不招手……他溺水了！", "No shout, no wave… He’s drowning!"),
    (43.2, 45.0, "lele", "我下去拉他！", "I’ll go in and pull him out!"),
    (46.2, 49.2, "he", "第六个“不”：不下水救人！", "The sixth not: we never go in to rescue!"),
    (49.8, 52.4, "he", "来人啊！有人落水了！", "Help! Somebody’s in the water!"),
    (52.9, 55.2, "zhang", "别下水！我来了！", "Stay out of the water! I’m coming!"),
    (55.8, 58.4, "lele", "110吗？青石渡，有人落水！", "110? Qingshi Landing, a boy is in the water!"),
    (58.6, 60.2, "lele", "我不挂，您问。", "I won’t hang up. Ask me."),
    (60.8, 63.0, "he", "冬冬，仰起头！", "Dongdong, head back!"),
    (63.4, 66.0, "he", "够不着……扔瓶子！", "Can’t reach… Throw the bottles!"),
    (69.6, 72.2, "he", "抱住它，别松手！", "Hold on to it, don’t let go!"),
    (73.2, 76.0, "zhang", "抓住杆子，我拉你上来。", "Take the pole, I’ll pull you in."),
    (78.0, 80.9, "zhang", "你们没下水，做对了。等医生来看。", "You stayed out, that was right. Now the doctor."),
    (81.2, 83.9, "lele", "五个“不”，再加一个，记住了。", "Five nots and one more. I won’t forget."),
    (84.8, 87.2, "card", "大声喊，打电话，趴下伸，抛浮物。", "Shout, call, reach lying flat, throw what floats."),
    (87.4, 89.7, "card", "人，不下水。", "And nobody goes in."),
]

# (time, sound, loudness)
SOUNDS = [
    (0.0, "river", 30.4), (0.0, "crickets", 30.0), (12.9, "pop", 0.8), (14.2, "pop", 0.8),
    (15.8, "pop", 0.8), (17.0, "pop", 0.8), (18.7, "pop", 0.8), (20.7, "tap", 1.0),
    (24.6, "pop", 0.9), (30.35, "slide", 1.0), (30.8, "splash", 1.0), (31.2, "river", 18.0),
    (36.0, "heart", 6.4), (43.9, "wood", 1.0), (46.4, "wood", 0.8), (49.2, "river", 35.0),
    (52.6, "steps", 2.8), (56.0, "dial", 0.9), (60.6, "wood", 1.0), (63.4, "wood", 0.6),
    (67.5, "whoosh", 1.0), (68.5, "splash", 0.6), (74.2, "river", 3.4), (77.6, "siren", 6.4),
    (78.0, "crickets", 12.0), (84.4, "chime", 1.0),
]

# (from, until, mood) of the score; from the splash to the shout there is none.
SCORE = [(0.0, 30.6, "warm"), (43.0, 45.6, "tense"), (46.0, 66.2, "step"), (66.2, 72.4, "step"),
         (72.4, 90.0, "warm")]
