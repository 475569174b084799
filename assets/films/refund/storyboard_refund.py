# SPDX-License-Identifier: MIT
"""假客服的“退款” / The refund call: the storyboard. Times in seconds.

Facts: T04 (course and advice), X03 screen sharing, S23 (a free account protection exists and needs
no renewal). The story is invented; no shop, bank or app of the film exists.
"""

PACK = "anti-fraud"
NAME = "film-refund"
TITLE = ("假客服的“退款”", "The refund call")
LENGTH = 77.0
QUESTION_AT = 37.0
POSTER_AT = 36.4

# (name, from, until, what is seen)
SHOTS = [
    ("home", 0.0, 7.0, "Evening. Lin unpacks a cup on the sofa, the cat sleeps. The phone rings."),
    ("unknown", 7.0, 9.4, "Insert: a number nobody knows. She answers."),
    ("knows", 9.4, 17.0, "Two halves: a polite man with a headset, and Lin. He knows her order."),
    ("threat", 17.0, 20.6, "The caller close: shield, clock. Tonight it will cost money."),
    ("fright", 20.6, 24.0, "Lin close: coins fly away before her inner eye."),
    ("install", 24.0, 30.4, "Insert: a meeting app; 'share the screen?'; her finger presses."),
    ("mirror", 30.4, 38.2, "Her phone, and the same picture on his screen. The code. QUESTION."),
    ("stop", 38.2, 43.0, "Lin sees the red mark, thinks, and has had enough."),
    ("cut", 43.0, 46.6, "Insert: stop sharing, then hang up."),
    ("dark", 46.6, 50.2, "The caller's screen goes black, and so does his smile."),
    ("app", 50.2, 57.6, "Insert: the shop's own app. Nothing is due; the protection is free."),
    ("relief", 57.6, 60.8, "She breathes out; the cat comes up for its share."),
    ("neighbour", 60.8, 69.4, "On the landing: Grandma Wang's phone rings too. Lin tells her."),
    ("end", 69.4, 77.0, "End card: a refund needs neither your money nor your screen."),
]

NAMES = {"lin": ("小林", "Lin"), "caller": ("“客服”", "“Support”"), "granny": ("王奶奶", "Grandma Wang"),
         "sound": ("", ""), "card": ("", "")}

LINES = [
    (1.0, 4.2, "sound", "（小林在拆刚到的包裹）", "(Lin opens a parcel that has just come)"),
    (4.9, 7.0, "sound", "（手机响了）", "(A phone rings)"),
    (9.8, 13.2, "caller", "您好，我是客服。您买的杯子有问题。",
     "Hello, support here. The cup you bought is faulty."),
    (13.5, 14.9, "lin", "咦，您怎么知道？", "Oh! How do you know?"),
    (15.1, 16.9, "caller", "我给您办退款。", "I’ll arrange your refund."),
    (17.2, 20.5, "caller", "您的保障今晚到期，不关就自动扣钱！",
     "Your protection ends tonight. It will charge you!"),
    (20.9, 23.8, "lin", "啊？我没开过呀，那怎么办？", "What? I never took it. What shall I do?"),
    (24.4, 29.6, "caller", "下载这个会议软件，打开屏幕共享，我帮您关。",
     "Get this meeting app, share your screen, I’ll close it for you."),
    (33.4, 36.6, "caller", "好，验证码来了，您别动。", "Good, here comes the code. Don’t touch anything."),
    (40.6, 42.8, "lin", "不对，他看得见我的屏幕！", "Wait, he can see my screen!"),
    (43.3, 46.4, "sound", "（停止共享，挂断电话）", "(She stops sharing and hangs up)"),
    (47.4, 49.8, "caller", "喂？喂！", "Hello? Hello!"),
    (50.8, 53.6, "lin", "我自己打开购物软件查。", "I’ll look in the shop’s own app."),
    (54.2, 57.4, "lin", "没有扣费。保障是免费的，不用续。", "No charge. The protection is free, no renewal."),
    (58.2, 60.4, "lin", "呼……还好停得快。", "Phew… stopped in time."),
    (61.9, 64.2, "granny", "小林，这个客服说要退我钱？", "Lin, support says I get a refund?"),
    (64.5, 67.6, "lin", "退款不用转账，也不用看屏幕！", "A refund needs no transfer and no screen!"),
    (67.8, 69.3, "granny", "那我挂了！", "Then I’ll hang up!"),
    (70.0, 73.2, "card", "退款不用你转账，也不用看你的屏幕。", "A refund needs neither your money nor your screen."),
    (73.5, 76.6, "card", "钱已转出打110，拿不准打96110。", "Money already sent: dial 110. Not sure: 96110."),
]

SOUNDS = [
    (0.0, "purr", 7.0), (1.0, "paper", 1.0), (2.0, "paper", 0.8), (5.0, "ring", 3.9),
    (8.75, "tap", 1.0), (9.4, "office", 7.6), (11.9, "pop", 1.0), (17.0, "office", 3.6),
    (17.9, "pop", 1.0), (19.0, "pop", 0.8), (21.6, "pop", 0.8), (26.6, "chime", 0.4),
    (29.2, "tap", 1.0), (30.4, "office", 7.8), (32.6, "message", 1.0), (33.3, "message", 0.6),
    (33.0, "heart", 5.4), (39.6, "heart", 1.8), (44.1, "tap", 1.0), (45.4, "tap", 1.0),
    (45.5, "power_down", 0.7), (46.6, "office", 3.6), (46.9, "power_down", 1.0),
    (51.2, "tap", 1.0), (53.1, "pop", 0.7), (54.9, "pop", 1.0), (57.6, "purr", 3.2),
    (61.0, "buzz", 2.6), (65.2, "pop", 1.0), (66.4, "pop", 1.0), (68.6, "tap", 1.0),
    (70.0, "chime", 1.0),
]

SCORE = [(0.0, 9.4, "evening"), (9.4, 30.4, "tense"), (30.4, 42.8, "watch"), (42.8, 50.2, "step"),
         (50.2, 77.0, "evening")]
