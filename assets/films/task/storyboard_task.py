# SPDX-License-Identifier: MIT
"""就差最后一笔 / Just one last payment: the storyboard. Times in seconds.

Facts: T01 of the anti-fraud notes (a group, tiny real payouts, an advance, then "wrong step, frozen,
pay to unfreeze"; the screenshots of gains are made by shills) and the notes on 96110 and 110. The
story is invented; no shop, app or person of the film exists.
"""

PACK = "anti-fraud"
NAME = "film-task"
TITLE = ("就差最后一笔", "Just one last payment")
LENGTH = 78.0
QUESTION_AT = 47.8
POSTER_AT = 29.0

# (name, from, until, what is seen)
SHOTS = [
    ("street", 0.0, 7.0, "Night. Two couriers eat noodles at a stall; Chen's phone rings in a group."),
    ("small", 7.0, 13.0, "Insert: three likes, three small sums that really come."),
    ("dream", 13.0, 18.4, "Chen beams: before his inner eye a winter coat for his mother."),
    ("advance", 18.4, 24.4, "Insert: the 'next task' wants 3,000 first. He presses."),
    ("phones", 24.4, 31.0, "A dim room: everybody in the group is one man with six telephones."),
    ("frozen", 31.0, 37.4, "Insert: the account is frozen. 8,000 to unfreeze."),
    ("torn", 37.4, 43.0, "Chen in his room, a hand in his hair. The coat fades."),
    ("ring", 43.0, 48.6, "Insert: finger over 'pay'; 96110 is calling. QUESTION."),
    ("line", 48.6, 60.2, "Two halves: an officer with a calm voice, and Chen, who lets go."),
    ("off", 60.2, 64.4, "Insert: he leaves the page and dials 110."),
    ("friend", 64.4, 71.4, "The steps of the police station: Liu's arm round his shoulders."),
    ("end", 71.4, 78.0, "End card: a task that needs your money first."),
]

NAMES = {"chen": ("小陈", "Chen"), "liu": ("大刘", "Liu"), "tutor": ("“导师”", "“Mentor”"),
         "officer": ("96110民警", "96110 officer"), "sound": ("", ""), "card": ("", "")}

# pitch (Hz), formants against a grown woman's, breathiness, loudness
VOICES = {"chen": (148, 0.92, 0.06, 1.0), "liu": (116, 0.86, 0.07, 1.0),
          "tutor": (134, 0.88, 0.05, 0.9), "officer": (222, 1.02, 0.06, 1.0)}
TELEPHONE = ("tutor", "officer")

LINES = [
    (0.8, 3.4, "sound", "（送完最后一单，小陈和大刘吃碗面）", "(Last delivery done: noodles for Chen and Liu)"),
    (4.2, 6.8, "chen", "点个赞就给钱？试试。", "Paid for a like? Let’s try."),
    (7.4, 9.8, "tutor", "点赞三单，佣金到账。", "Three likes, and your pay is in."),
    (10.4, 12.6, "chen", "还真给啊！", "They really pay!"),
    (13.5, 17.6, "chen", "再做几单，就能给妈买件大衣了。", "A few more, and I can buy Mum a coat."),
    (18.8, 21.8, "tutor", "进阶单：先垫三千，返三千九。", "Next task: advance 3,000, get 3,900 back."),
    (22.2, 24.2, "sound", "（小陈按下了付款）", "(Chen presses Pay)"),
    (24.8, 27.4, "tutor", "“返了！”“我也到账了！”", "“Got mine!” “Me too!”"),
    (27.7, 30.8, "sound", "（群里的人，全是他一个）", "(Everybody in the group is this one man)"),
    (31.3, 34.2, "tutor", "你操作错了，账户冻结。", "You made a wrong step. Account frozen."),
    (34.5, 37.2, "tutor", "付八千解冻，不然全没了！", "Pay 8,000 to unfreeze, or lose it all!"),
    (37.9, 40.3, "chen", "那是给妈攒的钱……", "That’s the money I saved for Mum…"),
    (40.6, 42.8, "chen", "付了，就都回来了？", "If I pay, does it all come back?"),
    (43.6, 45.6, "tutor", "快付，别接电话！", "Pay now, don’t pick up!"),
    (46.0, 48.3, "sound", "（96110来电）", "(96110 is calling)"),
    (49.2, 52.2, "officer", "您好，96110。您在做刷单任务吗？", "Hello, 96110. Are you doing paid tasks?"),
    (52.5, 54.3, "chen", "就差最后一笔了……", "Just one last payment…"),
    (54.6, 57.2, "officer", "这是诈骗。别再付了。", "It’s a scam. Pay nothing more."),
    (57.4, 60.0, "officer", "留好记录，马上打110。", "Keep the record and dial 110 now."),
    (60.8, 64.0, "sound", "（他退出页面，拨打110）", "(He leaves the page and dials 110)"),
    (64.8, 66.5, "chen", "我真丢人。", "I’m so ashamed."),
    (66.8, 69.2, "liu", "丢人的是骗子。走，我陪你。", "The shame is the cheat’s. Come, I’m with you."),
    (69.4, 71.2, "chen", "妈的大衣，我慢慢攒。", "I’ll save for Mum’s coat again."),
    (71.9, 74.8, "card", "要你先垫钱的任务，一单也不做。", "A task that needs your money first: don’t do it."),
    (75.0, 77.7, "card", "钱已转出打110，拿不准打96110。", "Money already sent: dial 110. Not sure: 96110."),
]

SOUNDS = [
    (0.0, "school", 7.0), (3.6, "message", 1.0), (6.2, "tap", 0.8), (8.0, "tap", 1.0),
    (8.25, "coins", 1.0), (9.4, "tap", 1.0), (9.65, "coins", 1.0), (10.8, "tap", 1.0),
    (11.05, "coins", 1.0), (13.0, "school", 5.4), (14.3, "pop", 1.0), (23.0, "tap", 1.0),
    (23.3, "power_down", 0.6), (24.4, "office", 6.6), (25.2, "message", 0.8),
    (25.9, "message", 0.6), (26.6, "message", 0.7), (27.3, "message", 0.5), (31.6, "glitch", 0.8),
    (35.0, "pop", 0.8), (36.0, "heart", 9.6), (45.7, "ring", 2.9), (48.9, "tap", 1.0),
    (62.0, "tap", 1.0), (62.4, "dial", 1.9), (64.4, "birds", 7.0), (71.8, "chime", 1.0),
]

SCORE = [(0.0, 18.4, "evening"), (18.4, 31.0, "watch"), (31.0, 43.0, "tense"),
         (43.0, 48.6, "watch"), (48.6, 60.2, "think"), (60.2, 64.4, "step"), (64.4, 78.0, "warm")]
