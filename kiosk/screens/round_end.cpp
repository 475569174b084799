// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/phrase.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kPad = 40;
constexpr float kDot = 40, kDotGap = 20;  // radius; between two
constexpr float kQrSideHigh = 388, kQrSideLow = 316, kQrBeside = 260;
constexpr std::size_t kQrBytes = 290;  // about 69 modules: half a millimetre each on 21 inches

content::Text TakeawayOf(const content::Item& item) {
  if (const auto* quiz = std::get_if<content::Quiz>(&item.body)) return quiz->takeaway;
  if (const auto* spot = std::get_if<content::Spot>(&item.body)) return spot->takeaway;
  return {};
}

bool IsRight(const content::Item& item, const QuestionProgress& progress) {
  const content::Signal signal = item.envelope.signal;
  return signal == content::Signal::kNone ? progress.correct : progress.said == signal;
}

std::string Count(const View& view, content::TextView text, int n, int k) {
  return Phrase(view.Say(text), {{"n", std::to_string(n)}, {"k", std::to_string(k)}});
}

/// Whether the round was about telling scams from genuine messages.
bool JudgedMessages(const RoundEndScreen& screen) { return screen.scams + screen.genuine > 0; }

std::string Headline(const RoundEndScreen& screen, const View& view) {
  if (!JudgedMessages(screen)) {
    const auto& progress = screen.round.progress;
    const auto right = std::count_if(progress.begin(), progress.end(),
                                     [](const QuestionProgress& p) { return p.correct; });
    return Count(view, words::kRightOf, static_cast<int>(progress.size()), static_cast<int>(right));
  }
  if (screen.genuine == 0) return Count(view, words::kOnlyScams, screen.scams, screen.caught);
  if (screen.scams == 0) {
    return Count(view, words::kOnlyGenuine, screen.genuine, screen.recognised);
  }
  const int wronged = screen.genuine - screen.recognised;
  const content::TextView second = wronged == 0   ? words::kWrongedNone
                                   : wronged == 1 ? words::kWrongedOne
                                                  : words::kWronged;
  const content::TextView first =
      screen.scams == 1 && screen.caught == 1 ? words::kCaughtOneScam : words::kCaughtScams;
  return Count(view, first, screen.scams, screen.caught) +
         (view.Language() == content::Language::kChinese ? "\n" : "") +
         Count(view, second, wronged, wronged);
}

std::string Praise(const RoundEndScreen& screen, const View& view) {
  if (screen.recognised < screen.genuine) return view.Say(words::kPraiseWronged);
  const bool all = std::all_of(screen.round.progress.begin(), screen.round.progress.end(),
                               [](const QuestionProgress& p) { return p.correct; });
  if (!JudgedMessages(screen) && !all) return view.Say(words::kPraiseOther);
  return view.Say(screen.caught < screen.scams || !all ? words::kPraiseMissed : words::kPraiseAll);
}

/// Whether label and count of a row of marks fit beside one another.
bool InOneLine(Ui& ui, const View& view, content::TextView label, int all, int right, float width) {
  return ui.Measure(Type::kStrong, Count(view, words::kOfAll, all, right), 1000).width + 24 +
             ui.Measure(Type::kLabel, view.Say(label), 1000).width <=
         width;
}

/// A row of marks for one kind of message: full with a tick, or a dashed ring with an eye.
void StackDots(Stack& stack, Ui& ui, const View& view, content::TextView label, int all, int right,
               bool one_line) {
  const float step = 2 * kDot + kDotGap;
  const int in_row = std::max(1, static_cast<int>((stack.Width() + kDotGap) / step));
  const int rows = (all + in_row - 1) / in_row;
  const std::string name = view.Say(label), count = Count(view, words::kOfAll, all, right);
  if (one_line) {
    stack.Add(ui.TextHeight(Type::kStrong, count, 1000), [&ui, name, count](Rect area) {
      ui.TextMiddle(area, Type::kLabel, Ink::kSoft, name, Align::kLeft);
      ui.TextMiddle(area, Type::kStrong, Ink::kText, count, Align::kRight);
    });
  } else {
    stack.Text(Type::kLabel, Ink::kSoft, name);
    stack.Gap(4);
    stack.Text(Type::kStrong, Ink::kText, count);
  }
  stack.Gap(14);
  stack.Add(static_cast<float>(rows) * step - kDotGap,
            [&ui, all, right, in_row, step, count](Rect area) {
              for (int i = 0; i < all; ++i) {
                const Vec center{area.x + kDot + step * static_cast<float>(i % in_row),
                                 area.y + kDot + step * static_cast<float>(i / in_row)};
                if (i < right) {
                  PaintMark(ui, center, kDot, Mark::kRight);
                  continue;
                }
                ui.Ring(center, kDot - 3, ui.ColorOf(Ink::kOnAmber), 5, true);
                ui.Icon("look", {center.x - 22, center.y - 22, 44, 44}, ui.ColorOf(Ink::kOnAmber));
              }
            });
}

void StackScore(Stack& stack, const RoundEndScreen& screen, const View& view, Ui& ui) {
  if (!JudgedMessages(screen)) return;
  const float pad = IsLow(ui) ? 28 : kPad;
  const float half = (stack.PadWidth(pad) - kColumnGap) / 2;
  const bool line =
      InOneLine(ui, view, words::kCaughtLabel, screen.scams, screen.caught, half) &&
      InOneLine(ui, view, words::kGenuineLabel, screen.genuine, screen.recognised, half);
  Stack scams(ui, half), genuine(ui, half);
  if (screen.scams > 0) {
    StackDots(scams, ui, view, words::kCaughtLabel, screen.scams, screen.caught, line);
  }
  if (screen.genuine > 0) {
    StackDots(genuine, ui, view, words::kGenuineLabel, screen.genuine, screen.recognised, line);
  }
  const float height = std::max(scams.Height(), genuine.Height()) + 2 * pad;
  stack.Add(height, [&ui, scams, genuine, half, pad](Rect area) {
    ui.Panel(area, Ground::kCard);
    const Rect inner = area.Inset(pad, pad);
    const bool both = !scams.empty() && !genuine.empty();
    scams.Draw({inner.x, inner.y, half, inner.h});
    genuine.Draw({both ? inner.x + half + kColumnGap : inner.x, inner.y, half, inner.h});
  });
}

/// The one that went wrong, with its line; or when all went right the line alone.
void StackLesson(Stack& stack, const RoundEndScreen& screen, const View& view, Ui& ui) {
  const RoundScreen& round = screen.round;
  for (std::size_t i = 0; i < round.items.size() && i < round.progress.size(); ++i) {
    const content::Item& item = *round.items[i];
    if (item.envelope.id != screen.takeaway_item) continue;
    if (IsRight(item, round.progress[i]) && round.progress[i].correct) {
      StackTakeaway(stack, ui, view.Say(TakeawayOf(item)));
      return;
    }
    const content::Signal signal = item.envelope.signal;
    const bool misjudged = !IsRight(item, round.progress[i]);
    const content::TextView head = !misjudged || signal == content::Signal::kNone
                                       ? words::kLookAgainThis
                                   : signal == content::Signal::kGenuine ? words::kWrongedThis
                                                                         : words::kMissedThis;
    const float pad = IsLow(ui) ? 28 : kPad;
    Stack card(ui, stack.PadWidth(pad), IsLow(ui) ? 4 : 12);
    card.Text(Type::kLabel, Ink::kOnAmber, view.Say(head));
    card.Text(Type::kHeading, Ink::kText, view.Say(item.envelope.title));
    card.Text(Type::kBody, Ink::kText, view.Say(TakeawayOf(item)));
    stack.Panel(Ground::kCard, pad, std::move(card));
    return;
  }
}

/// Plain text that any phone shows without a network: the lines of this round, wrong ones first.
std::string QrText(const RoundEndScreen& screen, const View& view) {
  const RoundScreen& round = screen.round;
  const content::TextView last = JudgedMessages(screen) ? words::kQrFoot : words::kQrFootOther;
  const std::string foot = "\n" + view.Say(last);
  std::string text = view.Say(words::kQrHead);
  std::vector<std::string> said;
  for (const bool right : {false, true}) {
    for (std::size_t i = 0; i < round.items.size() && i < round.progress.size(); ++i) {
      if (round.progress[i].correct != right) continue;
      const std::string line = view.Say(TakeawayOf(*round.items[i]));
      if (line.empty() || std::find(said.begin(), said.end(), line) != said.end()) continue;
      if (text.size() + line.size() + 3 + foot.size() > kQrBytes) continue;
      text += "\n- " + line;
      said.push_back(line);
    }
  }
  return text + foot;
}

void StackQr(Stack& stack, const RoundEndScreen& screen, const View& view, Ui& ui) {
  const float inner = stack.PadWidth(kPad);
  const float side = IsLow(ui) ? kQrSideLow : kQrSideHigh;
  const bool beside = inner - side - 44 >= kQrBeside;
  const float words_width = beside ? inner - side - 44 : inner;
  Stack told(ui, words_width, 14);
  told.Text(Type::kHeading, Ink::kText, view.Say(words::kTakeAway));
  told.Text(IsLow(ui) ? Type::kLabel : Type::kBody, Ink::kSoft, view.Say(words::kTakeAwayNote));
  const float content = beside ? std::max(side, told.Height()) : side + 28 + told.Height();
  stack.Add(content + 2 * kPad, [&ui, beside, side, told, text = QrText(screen, view),
                                 alt = view.Say(words::kQrAlt)](Rect area) {
    ui.Panel(area, Ground::kCard);
    const Rect inside = area.Inset(kPad, kPad);
    if (!beside) {
      ui.Qr({inside.Center().x - side / 2, inside.y, side, side}, text, alt);
      told.Draw({inside.x, inside.y + side + 28, told.Width(), 0});
      return;
    }
    ui.Qr({inside.x, inside.Center().y - side / 2, side, side}, text, alt);
    told.Draw({inside.x + side + 44, inside.Center().y - told.Height() / 2, told.Width(), 0});
  });
}

MaybeEvent DrawButtons(const RoundEndScreen& screen, const View& view, Ui& ui, Rect& area) {
  Ui::ButtonOptions ghost;
  ghost.look = ButtonLook::kGhost;
  const std::string again = view.Say(words::kAgain), home = view.Say(words::kGoHome);
  const float height = PairHeight(ui, area.w, again, home);
  const Pair pair = SplitPair(ui, {area.x, area.Bottom() - height, area.w, height}, again, home);
  area.h -= height + kGap;
  if (ui.Button("again", pair.left, again, ghost)) return RoundChosen{screen.round.pool};
  if (ui.Button("home", pair.right, home)) return HomeTapped{};
  return {};
}

}  // namespace

MaybeEvent DrawRoundEnd(const RoundEndScreen& screen, const View& view, Ui& ui, Rect area) {
  const bool portrait = ui.Portrait();
  const float left_width = portrait ? area.w : (area.w - kColumnGap) * 0.54f;
  Rect left{area.x, area.y, left_width, area.h};
  Rect right{left.Right() + kColumnGap, area.y, area.w - left_width - kColumnGap, area.h};
  Rect& rest = portrait ? left : right;
  MaybeEvent event = DrawButtons(screen, view, ui, rest);
  const float gap = IsLow(ui) ? 20 : 28;
  Stack first(ui, left.w, gap), second(ui, right.w, gap);
  first.Text(IsLow(ui) ? Type::kHeading : Type::kTitle, Ink::kText, Headline(screen, view));
  first.Gap(12);
  first.Text(Type::kBody, Ink::kSoft, Praise(screen, view));
  StackScore(first, screen, view, ui);
  StackLesson(first, screen, view, ui);
  StackQr(portrait ? first : second, screen, view, ui);
  first.DrawIn("round-end", left);
  if (!portrait) second.DrawIn("take-away", right);
  return event;
}

}  // namespace kiosk
