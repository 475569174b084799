# SPDX-License-Identifier: MIT
"""先问一句 / Ask first: the storyboard. Times in seconds.

Facts: X09 (a gift, then a high yield), T02 (guaranteed gain, the payee a private person; 96110
before paying), 96110 as the fact sheet has it (a warning line of the police, shown as area code
and 96110; it never asks for money or codes; people take its calls for scams and hang up). The
story is invented; no club, project or person of the film exists.
"""

PACK = "anti-fraud"
NAME = "film-lecture"
TITLE = ("先问一句", "Ask first")
LENGTH = 82.0
QUESTION_AT = 37.4
POSTER_AT = 35.2
CRF = 31  # coarser than the others: long camera moves over a full hall

# (name, from, until, what is seen)
SHOTS = [
    ("hall", 0.0, 7.0, "A talk for the old. From the eggs to the hall: everybody gets a box."),
    ("promise", 7.0, 11.8, "The speaker close. Behind him coins grow on a little tree."),
    ("dream", 11.8, 17.0, "Old Zhou and Old Li listen. Zhou sees himself and his wife at the sea."),
    ("home", 17.0, 26.0, "At his table the phone whispers: today only, not a word to your wife."),
    ("pay", 26.0, 32.6, "Insert: a transfer to a private person. 96110 rings. 'Do not answer!'"),
    ("torn", 32.6, 38.4, "Zhou between the two. QUESTION."),
    ("line", 38.4, 50.4, "Two halves: he answers; she wants nothing, and tells him to ring back."),
    ("dial", 50.4, 55.6, "Insert: he dials 96110 himself. It was real."),
    ("sees", 55.6, 63.6, "He reads the contract as he should; his wife comes to him."),
    ("chess", 63.6, 73.0, "Under the maple he stops Old Li in the middle of a move."),
    ("end", 73.0, 82.0, "At the sea, the two of them. End words."),
]

NAMES = {"jin": ("小金", "Jin"), "jin_phone": ("手机里的小金", "Jin on the phone"),
         "zhou": ("周爷爷", "Grandpa Zhou"), "wife": ("老伴", "His wife"),
         "line": ("96110", "96110"), "li": ("老李", "Old Li"), "sound": ("", ""), "card": ("", "")}

LINES = [
    (1.4, 4.2, "jin", "叔叔阿姨，鸡蛋人人有份！", "Dear uncles and aunties, eggs for all!"),
    (4.5, 6.8, "sound", "（大家鼓掌）", "(Everybody claps)"),
    (7.3, 11.4, "jin", "养老项目，月月返利，稳赚不赔！", "Our retirement plan pays every month. You can’t lose!"),
    (13.2, 16.4, "zhou", "赚了钱，带老伴去看海。", "With that I’ll take my wife to the sea."),
    (17.5, 21.3, "jin_phone", "周叔，名额只剩今天，先别告诉阿姨。",
     "Uncle Zhou, last place, today only. Don’t tell your wife."),
    (21.8, 23.4, "wife", "老周，忙啥呢？", "Zhou, what are you up to?"),
    (23.7, 25.6, "zhou", "没啥，没啥。", "Nothing, nothing."),
    (28.4, 30.2, "sound", "（96110打来了）", "(96110 is calling)"),
    (30.4, 32.6, "jin_phone", "电话别接，都是骗子！", "Don’t answer, they’re all frauds!"),
    (33.2, 35.6, "zhou", "接，还是不接？", "Do I answer, or not?"),
    (38.8, 42.0, "line", "您好，这里是反诈专线，请先别转账。",
     "Hello, the anti-fraud line. Please don’t transfer yet."),
    (42.3, 44.2, "zhou", "我怎么知道是真的？", "How do I know it’s really you?"),
    (44.5, 47.2, "line", "问得好！我不要钱，也不要验证码。", "Good question! I want no money and no code."),
    (47.4, 50.2, "line", "您可以挂断，自己拨96110。", "Hang up, then dial 96110 yourself."),
    (50.8, 53.0, "sound", "（他自己拨了96110）", "(He dials 96110 himself)"),
    (53.3, 55.4, "line", "您好，96110。", "Hello, 96110."),
    (56.4, 60.0, "zhou", "养老的钱，怎么打进私人账户？", "Retirement money, into a private account?"),
    (60.3, 63.4, "zhou", "这钱不交了。差点瞒了你。", "I won’t pay. And I nearly hid it from you."),
    (64.0, 66.0, "li", "我下午去交钱。", "I’m off to pay this afternoon."),
    (66.4, 70.0, "zhou", "慢！下棋看三步，交钱先问一句。", "Wait! Think before a move, ask before you pay."),
    (70.3, 72.7, "li", "好，我问问96110。", "Right, I’ll ask 96110."),
    (73.8, 77.4, "card", "交钱之前，先问家里，问96110。", "Before you pay, ask your family, ask 96110."),
    (77.7, 81.6, "card", "96110来电要接：它不要钱，也不要码。",
     "Answer 96110: it wants no money and no code."),
]

VOICES = {"jin": (158, 0.9, 0.05, 1.0), "jin_phone": (158, 0.9, 0.05, 0.85),
          "zhou": (112, 0.84, 0.12, 1.1), "li": (98, 0.82, 0.16, 1.1),
          "wife": (215, 1.0, 0.11, 0.95), "line": (232, 1.05, 0.06, 0.9)}
TELEPHONE = ("jin_phone", "line")

SOUNDS = [
    (0.0, "crowd", 7.0), (1.2, "chime", 0.35), (4.3, "clapping", 2.7), (7.0, "crowd", 10.0),
    (8.6, "pop", 0.7), (9.4, "pop", 0.8), (10.2, "pop", 0.9), (13.4, "waves", 3.6),
    (17.0, "birds", 9.0), (17.2, "message", 0.8), (18.6, "pop", 0.9), (19.8, "pop", 0.9),
    (26.4, "tap", 0.6), (28.2, "ring", 7.4), (30.2, "message", 1.1), (30.3, "heart", 7.6),
    (38.3, "tap", 1.0), (45.2, "pop", 0.9), (46.3, "pop", 0.9), (50.3, "power_down", 0.4),
    (50.9, "key_tone", 1.0), (51.3, "key_tone", 6.0), (51.7, "key_tone", 1.0),
    (52.1, "key_tone", 1.0), (52.5, "key_tone", 0.9), (52.8, "chime", 0.35),
    (55.9, "paper", 1.0), (57.8, "pop", 0.9), (60.4, "paper", 1.2), (60.9, "paper", 1.0),
    (63.6, "birds", 9.4), (64.4, "clack", 0.7), (66.4, "clack", 1.2), (69.2, "pop", 0.9),
    (73.0, "waves", 9.0), (73.8, "chime", 0.8), (75.6, "gull", 0.8), (79.4, "gull", 0.6),
]

SCORE = [(0.0, 17.0, "step"), (17.0, 26.0, "think"), (26.0, 38.4, "watch"), (38.4, 55.6, "step"),
         (55.6, 82.0, "warm")]
