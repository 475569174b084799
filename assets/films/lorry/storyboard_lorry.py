# SPDX-License-Identifier: MIT
"""大车转弯 / When the lorry turns: the storyboard. Times in seconds.

Facts, section 6.1: lorries have large areas that the driver cannot see, in front, at the sides and
behind, and their rear wheels cut inside on turns, so stand back (S37); stop - look - cross (S37);
cross at the zebra, by the light (L05, 62); do not dash when a vehicle is near (L06, 75); drivers
stop for people on a zebra (L05, 47). The story is invented.
"""

PACK = "safety"
NAME = "film-lorry"
TITLE = ("大车转弯", "When the lorry turns")
LENGTH = 72.0
QUESTION_AT = 26.2
POSTER_AT = 24.6
CRF = 32  # coarser than the others: leaves fall and the street scrolls

# (name, from, until, what is seen)
SHOTS = [
    ("walk", 0.0, 6.6, "After school. Xiaoyu with his ball, Xiaoman with a windmill."),
    ("corner", 6.6, 12.4, "At the zebra, red. He stands at the very edge. A lorry, indicator on."),
    ("signal", 12.4, 14.2, "Insert: the light for walkers turns green."),
    ("grab", 14.2, 19.2, "He starts, the ball drops. She takes him by the satchel: it is turning!"),
    ("cab", 19.2, 22.8, "The driver looks into his mirror: nobody. We see the yellow cap."),
    ("loom", 22.8, 27.2, "The lorry begins to turn towards them. QUESTION."),
    ("back", 27.2, 31.6, "One, two, three steps back; the ball stays where it is."),
    ("passing", 31.6, 35.4, "The lorry sweeps by; the ball lies flat where he stood."),
    ("above", 35.4, 47.4, "From above: the rear wheels cut inside; what the driver cannot see."),
    ("cross", 47.4, 56.0, "The next green: stop, look, cross."),
    ("granny", 56.0, 64.0, "On the other side Grandma waits with sugared haws."),
    ("end", 64.0, 72.0, "End card: the lorry turns, step back. Stop, look, cross."),
]

NAMES = {"boy": ("小宇", "Xiaoyu"), "girl": ("小满", "Xiaoman"), "driver": ("司机", "Driver"),
         "granny": ("奶奶", "Grandma"), "sound": ("", ""), "card": ("", "")}

LINES = [
    (0.9, 3.2, "boy", "今天我进了三个球！", "I scored three goals today!"),
    (3.5, 5.8, "girl", "你这个球星，看路！", "Watch the road, football star!"),
    (7.4, 9.6, "boy", "红灯，等一等。", "Red. We wait."),
    (9.9, 12.3, "sound", "（大货车开来，右转灯在闪）", "(A lorry comes, its right indicator flashing)"),
    (12.6, 14.1, "sound", "（绿灯亮了）", "(The light turns green)"),
    (14.4, 16.0, "boy", "绿灯了，冲！", "Green, let’s run!"),
    (16.5, 19.0, "girl", "等等！大车在转弯！", "Wait! The lorry is turning!"),
    (20.2, 22.4, "driver", "右边，没人。", "Nobody on the right."),
    (27.5, 29.3, "girl", "往后退！一、二、三！", "Step back! One, two, three!"),
    (29.6, 31.4, "boy", "我的球……", "My ball…"),
    (34.0, 35.4, "boy", "哇……", "Whoa…"),
    (36.0, 40.4, "girl", "前轮绕过去了，后轮往里切。",
     "The front wheels go round; the rear wheels cut inside."),
    (41.4, 46.8, "girl", "车前、车后和两边，都有司机看不见的地方。",
     "In front, behind and on both sides are places he can’t see."),
    (48.0, 49.8, "girl", "等下一个绿灯。停！", "The next green. Stop!"),
    (50.0, 52.2, "boy", "看！左边，右边，都停了。", "Look! Left and right have stopped."),
    (52.5, 54.6, "girl", "过！走斑马线，不跑。", "Cross! On the zebra, and no running."),
    (56.8, 58.4, "granny", "球怎么瘪了？", "Why is the ball flat?"),
    (58.7, 61.2, "boy", "它没往后退，我们退了！", "It didn’t step back. We did!"),
    (61.5, 63.8, "granny", "晚一个绿灯，不着急。", "One green light later: no hurry."),
    (64.8, 68.0, "card", "大车转弯，离远一点，往后退。", "A lorry turns? Keep away, step back."),
    (68.3, 71.6, "card", "停一停，看一看，再过马路。", "Stop, look, then cross."),
]

VOICES = {"girl": (300, 1.2, 0.07, 0.9), "driver": (120, 0.86, 0.1, 1.0)}
TELEPHONE = ()

SOUNDS = [
    (0.0, "street", 35.4), (0.3, "birds", 6.0), (0.9, "bounce", 0.8), (1.9, "bounce", 0.8),
    (2.9, "bounce", 0.8), (3.9, "bounce", 0.8), (4.9, "bounce", 0.7), (8.6, "motor", 4.0),
    (9.9, "blinker", 2.4), (13.1, "green", 1.1), (16.1, "bounce", 0.9), (16.5, "bounce", 0.6),
    (16.9, "blinker", 2.2), (16.4, "cloth", 1.0), (19.2, "cabin", 3.6), (19.6, "blinker", 3.0),
    (22.8, "motor", 4.6), (22.8, "blinker", 4.4), (24.4, "heart", 2.8), (27.6, "shoe", 1.0),
    (28.2, "shoe", 1.0), (28.8, "shoe", 1.0), (28.4, "motor", 3.2), (31.5, "rush", 3.2),
    (33.1, "burst", 1.0), (35.4, "pop", 0.6), (38.6, "pop", 0.7), (41.6, "pop", 0.6),
    (42.6, "pop", 0.6), (43.6, "pop", 0.6), (44.6, "pop", 0.6), (47.4, "street", 16.6),
    (47.7, "green", 1.1), (52.6, "shoe", 0.8), (53.1, "shoe", 0.8), (53.6, "shoe", 0.8),
    (54.1, "shoe", 0.8), (54.6, "shoe", 0.7), (55.1, "shoe", 0.7), (56.2, "birds", 7.8),
    (58.5, "pop", 0.8), (64.4, "chime", 1.0), (66.2, "pop", 0.8), (66.8, "pop", 0.8),
    (67.4, "pop", 0.8),
]

SCORE = [(0.0, 12.4, "step"), (12.4, 27.2, "watch"), (27.2, 35.4, "tense"), (35.4, 47.4, "think"),
         (47.4, 56.0, "step"), (56.0, 72.0, "warm")]
