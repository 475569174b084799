// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

content::TextView TitleOf(Room room) {
  switch (room) {
    case Room::kRecognise:
      return words::kRecognise;
    case Room::kWatch:
      return words::kWatch;
    case Room::kPapers:
      return words::kPapers;
    case Room::kSafety:
      return words::kSafety;
    case Room::kNearby:
      return words::kNearby;
  }
  return words::kRecognise;
}

std::string NoteOf(const View& view, const content::Envelope& envelope) {
  const int minutes = std::max(1, (envelope.est_seconds + 30) / 60);
  return view.Say(words::kKinds[static_cast<std::size_t>(envelope.kind)]) + " · " +
         WithNumber(view.Say(words::kAboutMinutes), minutes);
}

constexpr float kIcon = 96;

float RowHeight(Ui& ui, float width, const View& view, const content::Envelope& envelope) {
  const float room = width - 2 * 36 - kIcon - 32 - 60;
  const float text = ui.TextHeight(Type::kHeading, view.Say(envelope.title), room) + 6 +
                     ui.TextHeight(Type::kLabel, NoteOf(view, envelope), room);
  return std::max({ui.Mm(20), text + 2 * 34, kIcon + 2 * 30});
}

bool DrawRow(const View& view, Ui& ui, Rect area, const content::Envelope& envelope,
             std::size_t n) {
  const std::string id = "item." + std::to_string(n);
  const Rect shown = ui.IsPressed(id) ? area.Inset(4, 3) : area;
  ui.Panel(shown, Ground::kCard, 34);
  const Rect badge{shown.x + 36, shown.y + (shown.h - kIcon) / 2, kIcon, kIcon};
  ui.Fill(badge, ui.Colors().mint, 28);
  ui.Icon(envelope.kind == content::Kind::kVideo ? "play" : IconOf(envelope.kind),
          badge.Inset(20, 20), ui.ColorOf(Ink::kAccent));
  const float room = shown.w - 2 * 36 - kIcon - 32 - 60;
  const std::string title = view.Say(envelope.title), note = NoteOf(view, envelope);
  const float text =
      ui.TextHeight(Type::kHeading, title, room) + 6 + ui.TextHeight(Type::kLabel, note, room);
  float y = shown.y + (shown.h - text) / 2;
  const float x = badge.Right() + 32;
  y += ui.Text({x, y, room, 0}, Type::kHeading, Ink::kText, title) + 6;
  ui.Text({x, y, room, 0}, Type::kLabel, Ink::kSoft, note);
  ui.Icon("forward", {shown.Right() - 36 - 48, shown.Center().y - 24, 48, 48},
          ui.ColorOf(Ink::kSoft));
  return ui.Tap(id, area, Role::kTile, title + " " + note);
}

struct SetFace {
  std::string_view id;  ///< Audience or topic.
  content::TextView name;
  std::string_view icon;
};

const SetFace& FaceOf(const RoundPool& pool) {
  static const std::array<SetFace, 10> kFaces = {
      SetFace{"", words::kSetAll, "question"},
      SetFace{"elder", words::kSetElder, "heart"},
      SetFace{"student", words::kSetStudent, "person"},
      SetFace{"jobseeker", words::kSetJobseeker, "magnifier"},
      SetFace{"finance", words::kSetFinance, "card-bank"},
      SetFace{"shop", words::kSetShop, "pack"},
      SetFace{"pupil", words::kSetPupil, "star-maple"},
      SetFace{"safety.water", words::kSetWater, "water"},
      SetFace{"safety.traffic", words::kSetTraffic, "traffic"},
      SetFace{"safety.height", words::kSetHeight, "height"}};
  const std::string& id = pool.audience.empty() ? pool.topic : pool.audience;
  const auto found = std::find_if(kFaces.begin(), kFaces.end(),
                                  [&](const SetFace& face) { return face.id == id; });
  return found != kFaces.end() ? *found : kFaces.front();
}

constexpr float kSetIcon = 64, kSetPad = 24;

float SetRoom(float width) { return width - 2 * kSetPad - kSetIcon - 20; }

float SetHeight(Ui& ui, float width, const std::string& name) {
  return std::max(ui.Mm(20), ui.TextHeight(Type::kHeading, name, SetRoom(width)) + 2 * kSetPad);
}

/// How many stand beside one another: fewer where large letters would cut a name's word in two.
int SetsAcross(const ShelfScreen& screen, const View& view, Ui& ui, Rect area) {
  int across = ui.Portrait() ? 2 : 3;
  const auto cut = [&](const RoundPool& pool) {
    const float room = SetRoom(Cut(area, 0, across, kSmallGap).w);
    return ui.Measure(Type::kHeading, view.Say(FaceOf(pool).name), room).cut;
  };
  while (across > 1 && std::any_of(screen.rounds.begin(), screen.rounds.end(), cut)) --across;
  return across;
}

bool DrawSet(const View& view, Ui& ui, Rect area, const RoundPool& pool) {
  const SetFace& face = FaceOf(pool);
  const std::string id = "set." + std::string(face.id.empty() ? "all" : face.id);
  const Rect shown = ui.IsPressed(id) ? area.Inset(4, 3) : area;
  ui.Panel(shown, Ground::kMintEdge, 30);
  const Rect icon{shown.x + kSetPad, shown.Center().y - kSetIcon / 2, kSetIcon, kSetIcon};
  ui.Icon(face.icon, icon, ui.ColorOf(Ink::kAccent));
  const float left = icon.Right() + 20;
  ui.TextMiddle({left, shown.y, shown.Right() - kSetPad - left, shown.h}, Type::kHeading,
                Ink::kOnMint, view.Say(face.name), Align::kLeft);
  return ui.Tap(id, area, Role::kTile, view.Say(face.name));
}

/// The sets of questions, up to three beside one another. Returns the height used.
float DrawSets(const ShelfScreen& screen, const View& view, Ui& ui, Rect area, MaybeEvent& event) {
  if (screen.rounds.empty()) return 0;
  const bool people = screen.room == Room::kRecognise;
  const std::string head = view.Say(people ? words::kSetsForWhom : words::kSetsAbout);
  float y = area.y + ui.Text({area.x, area.y, area.w, 0}, Type::kBody, Ink::kSoft, head) + 20;
  const int across = SetsAcross(screen, view, ui, area);
  const float width = Cut(area, 0, across, kSmallGap).w;
  float height = 0;
  for (const RoundPool& pool : screen.rounds) {
    height = std::max(height, SetHeight(ui, width, view.Say(FaceOf(pool).name)));
  }
  for (std::size_t i = 0; i < screen.rounds.size(); ++i) {
    const int column = static_cast<int>(i) % across;
    if (i > 0 && column == 0) y += height + kSmallGap;
    const Rect cell = Cut({area.x, y, area.w, height}, column, across, kSmallGap);
    if (DrawSet(view, ui, cell, screen.rounds[i])) event = RoundChosen{screen.rounds[i]};
  }
  return y + height + 40 - area.y;
}

}  // namespace

MaybeEvent DrawShelf(const ShelfScreen& screen, const View& view, Ui& ui, Rect area) {
  MaybeEvent event;
  const float title = DrawTitle(ui, area, view.Say(TitleOf(screen.room)));
  const Rect rest{area.x, area.y + title + 24, area.w, area.h - title - 24};
  if (screen.items.empty() && screen.rounds.empty()) {
    ui.Text(rest.Inset(0, 40), Type::kBody, Ink::kSoft, view.Say(words::kNothingYet));
    return event;
  }
  const Rect inner = ui.BeginScroll("shelf.scroll", rest).Inset(0, 12);
  const int across = ui.Portrait() ? 1 : 2;
  float y = inner.y + DrawSets(screen, view, ui, inner, event);
  for (std::size_t i = 0; i < screen.items.size(); i += static_cast<std::size_t>(across)) {
    float height = 0;
    const std::size_t end = std::min(screen.items.size(), i + static_cast<std::size_t>(across));
    const float width = Cut(inner, 0, across, kGap).w;
    for (std::size_t j = i; j < end; ++j) {
      height =
          std::max(height, RowHeight(ui, width, view, view.catalog.EnvelopeOf(screen.items[j])));
    }
    for (std::size_t j = i; j < end; ++j) {
      const Rect cell = Cut({inner.x, y, inner.w, height}, static_cast<int>(j - i), across, kGap);
      if (DrawRow(view, ui, cell, view.catalog.EnvelopeOf(screen.items[j]), j)) {
        event = ItemChosen{screen.items[j]};
      }
    }
    y += height + 26;
  }
  ui.EndScroll(y - rest.y);
  return event;
}

}  // namespace kiosk
