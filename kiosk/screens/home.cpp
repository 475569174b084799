// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

struct Tile {
  const char* id;
  Room room;
  content::TextView title;
  content::TextView note;
  std::string_view icon;
  std::string_view picture;
};

const std::array<Tile, 5>& Tiles() {
  static const std::array<Tile, 5> kTiles = {
      Tile{"room.recognise", Room::kRecognise, words::kRecognise, words::kRecogniseNote, "chat",
           "room-recognise"},
      Tile{"room.watch", Room::kWatch, words::kWatch, words::kWatchNote, "video", "room-watch"},
      Tile{"room.papers", Room::kPapers, words::kPapers, words::kPapersNote, "document-check",
           "room-papers"},
      Tile{"room.safety", Room::kSafety, words::kSafety, words::kSafetyNote, "water",
           "room-safety"},
      Tile{"room.nearby", Room::kNearby, words::kNearby, words::kNearbyNote, "house",
           "room-nearby"}};
  return kTiles;
}

bool HasItems(const View& view, Room room) {
  return !view.catalog
              .Select([&](const content::Envelope& envelope) {
                return envelope.kind != content::Kind::kScenario &&  // The trainer's.
                       content::IsShowable(envelope, view.now.today) && RoomOf(envelope) == room;
              })
              .empty();
}

constexpr float kRoomPad = 30;
constexpr float kTileIcon = 76;

// Beside one another in a wide tile, else the picture above the words.
bool IsWide(float width) { return width > 640; }

float WordsHeight(Ui& ui, float room, const std::string& title, const std::string& note) {
  return ui.TextHeight(Type::kHeading, title, room) + 4 + ui.TextHeight(Type::kLabel, note, room);
}

float TileHeight(Ui& ui, float width, const View& view, const Tile& tile) {
  const std::string title = view.Say(tile.title), note = view.Say(tile.note);
  if (IsWide(width)) {
    const float room = width - 3 * kRoomPad - kTileIcon;
    return std::max({ui.Mm(20), kTileIcon, WordsHeight(ui, room, title, note)}) + 2 * kRoomPad;
  }
  return kRoomPad + kTileIcon + 14 + WordsHeight(ui, width - 2 * kRoomPad, title, note) + kRoomPad;
}

MaybeEvent DrawTile(const View& view, Ui& ui, Rect area, const Tile& tile) {
  const bool open = HasItems(view, tile.room);
  const Rect shown = ui.IsPressed(tile.id) ? area.Inset(4, 4) : area;
  ui.Panel(shown, open ? Ground::kCard : Ground::kOutline, 40);
  const std::string title = view.Say(tile.title);
  const std::string note = view.Say(open ? tile.note : words::kNothingYet);
  const bool wide = IsWide(area.w);
  const float left = wide ? 2 * kRoomPad + kTileIcon : kRoomPad;
  const float room = shown.w - left - kRoomPad;
  const float words = WordsHeight(ui, room, title, note);
  Rect icon{shown.x + kRoomPad, shown.y + kRoomPad, kTileIcon, kTileIcon};
  float y = std::max(icon.Bottom() + 14, shown.Bottom() - kRoomPad - words);
  if (wide) {
    icon.y = shown.Center().y - kTileIcon / 2;
    y = shown.y + (shown.h - words) / 2;
  }
  const Texture picture =
      ui.find_picture && open && !wide ? ui.find_picture(tile.picture) : Texture{};
  const float art = std::min(190.0f, y - shown.y - 24);
  if (picture.width > 0 && art > 110) {
    ui.Image({shown.x + kRoomPad - 8, shown.y + 20, art * 4 / 3, art}, picture, "");
  } else {
    ui.Icon(tile.icon, icon, ui.ColorOf(open ? Ink::kAccent : Ink::kSoft));
  }
  const Ink ink = open ? Ink::kText : Ink::kSoft;
  y += ui.Text({shown.x + left, y, room, 0}, Type::kHeading, ink, title) + 4;
  ui.Text({shown.x + left, y, room, 0}, Type::kLabel, Ink::kSoft, note);
  if (ui.Tap(tile.id, area, Role::kTile, title + " " + note, false, open)) {
    return RoomChosen{tile.room};
  }
  return std::nullopt;
}

bool HasQuestions(const View& view) {
  return !view.catalog
              .Select([](const content::Envelope& envelope) {
                return envelope.kind == content::Kind::kQuiz ||
                       envelope.kind == content::Kind::kSpot;
              })
              .empty();
}

constexpr float kHeroPad = 48;
constexpr float kHeroArt = 290;

float HeroButton(Ui& ui, float room, const View& view) {
  return std::max(92.0f, ui.TextHeight(Type::kButton, view.Say(words::kRoundStart), room) + 30);
}

float HeroWords(Ui& ui, float room, const View& view) {
  return ui.TextHeight(Type::kTitle, view.Say(words::kRound), room) + 10 +
         ui.TextHeight(Type::kBody, view.Say(words::kRoundNote), room) + 28 +
         HeroButton(ui, room, view);
}

float HeroHeight(Ui& ui, float width, const View& view) {
  return HeroWords(ui, width - 2 * kHeroPad - kHeroArt, view) + 2 * 44;
}

// The way into a round: the first thing to do here, and the only tile in the product's colour.
MaybeEvent DrawHero(const View& view, Ui& ui, Rect area) {
  const bool open = HasQuestions(view);
  const Rect shown = ui.IsPressed("round") ? area.Inset(4, 4) : area;
  ui.Panel(shown, Ground::kTeal, 44);
  const bool tall = area.h > area.w * 0.8f;
  const float pad = kHeroPad, side = kHeroArt;
  const float room = tall ? shown.w - 2 * pad : shown.w - 2 * pad - side;
  const std::string title = view.Say(words::kRound);
  const std::string note = view.Say(open ? words::kRoundNote : words::kNothingYet);
  const std::string start = view.Say(words::kRoundStart);
  const float button = HeroButton(ui, room, view);
  const float words = HeroWords(ui, room, view);
  const float free = shown.h - words - pad - 24;
  const Rect art = tall ? Rect{shown.x + pad, shown.y + 24, shown.w - 2 * pad, free - 20}
                        : Rect{shown.Right() - pad + 12 - side, shown.y, side, shown.h};
  const Texture picture = ui.find_picture ? ui.find_picture("room-recognise") : Texture{};
  if (art.h > 130) ui.Image(art, picture, "");
  const float x = shown.x + pad;
  float y = tall ? shown.Bottom() - pad - words : shown.y + (shown.h - words) / 2;
  y += ui.Text({x, y, room, 0}, Type::kTitle, Ink::kOnTeal, title) + 10;
  y += ui.Text({x, y, room, 0}, Type::kBody, Ink::kOnTealSoft, note) + 28;
  const float width = std::min(room, ui.Measure(Type::kButton, start, 2000).width + 96);
  ui.Fill({x, y, width, button}, ui.Colors().on_teal, button / 2);
  ui.TextMiddle({x, y, width, button}, Type::kButton, Ink::kTeal, start);
  if (ui.Tap("round", area, Role::kTile, title, false, open)) return RoundChosen{};
  return std::nullopt;
}

MaybeEvent DrawEmpty(const View& view, Ui& ui, Rect area) {
  const Texture picture = ui.find_picture ? ui.find_picture("empty") : Texture{};
  const float art = std::min(area.h * 0.5f, 520.0f);
  ui.Image({area.x, area.y + 40, area.w, art}, picture, "");
  float y = area.y + 40 + art + 40;
  y += ui.Text({area.x, y, area.w, 0}, Type::kTitle, Ink::kText, view.Say(words::kNoPacks),
               Align::kCenter) +
       20;
  ui.Text({area.x, y, area.w, 0}, Type::kBody, Ink::kSoft, view.Say(words::kNoPacksNote),
          Align::kCenter);
  return std::nullopt;
}

// Five tiles in a grid; in portrait the first spans the width. Returns the lower edge.
float DrawTiles(const View& view, Ui& ui, Rect area, MaybeEvent& event) {
  const bool portrait = ui.Portrait();
  const int across = portrait ? 2 : 3;
  const float wide = portrait ? area.w : Cut(area, 0, across, kGap).w * 2 + kGap;
  const float single = Cut(area, 0, across, kGap).w;
  float row = 0;
  for (std::size_t i = 1; i < Tiles().size(); ++i) {
    row = std::max(row, TileHeight(ui, single, view, Tiles()[i]));
  }
  float first = TileHeight(ui, wide, view, Tiles()[0]);
  if (!portrait) first = row = std::max(first, row);
  const float spare = area.h - first - (portrait ? 2 : 1) * (row + kGap);
  if (spare > 0) row += std::min(130.0f, spare / (portrait ? 2 : 1));
  if (!portrait) first = row;
  for (std::size_t i = 0; i < Tiles().size(); ++i) {
    const int slot = static_cast<int>(i) + (i > 0 ? 1 : 0);
    const int line = slot / across;
    const float y =
        line == 0 ? area.y : area.y + first + kGap + static_cast<float>(line - 1) * (row + kGap);
    Rect cell = Cut({area.x, y, area.w, line == 0 ? first : row}, slot % across, across, kGap);
    if (i == 0) cell.w = wide;
    if (MaybeEvent chosen = DrawTile(view, ui, cell, Tiles()[i])) event = chosen;
  }
  return area.y + first + (portrait ? 2 : 1) * (row + kGap);
}

}  // namespace

MaybeEvent DrawHome(const HomeScreen&, const View& view, Ui& ui, Rect area) {
  if (view.catalog.packs.empty()) return DrawEmpty(view, ui, area);
  MaybeEvent event;
  const bool portrait = ui.Portrait();
  const Rect window = area.Grown(12);
  const Rect inner = ui.BeginScroll("home.scroll", window).Inset(12, 12);
  const float top = inner.y + DrawTitle(ui, inner, view.Say(words::kHomeTitle)) + 26;
  const float left = portrait ? inner.w : (inner.w - kGap) * 0.36f;
  const float room = std::max(200.0f, area.Bottom() - top);
  const float hero = portrait
                         ? HeroHeight(ui, left, view)
                         : std::max(room, HeroWords(ui, left - 2 * kHeroPad, view) + 2 * kHeroPad);
  if (MaybeEvent chosen = DrawHero(view, ui, {inner.x, top, left, hero})) event = chosen;
  const Rect tiles = portrait ? Rect{inner.x, top + hero + kGap, inner.w, room - hero - kGap}
                              : Rect{inner.x + left + kGap, top, inner.w - left - kGap, room};
  const float bottom = DrawTiles(view, ui, tiles, event);
  ui.EndScroll(std::max(bottom, top + hero) + 12 - window.y);
  return event;
}

}  // namespace kiosk
