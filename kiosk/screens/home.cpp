// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

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
  bool open = true;  ///< Something in it can be shown today.
};
using Tiles = std::array<Tile, 5>;

bool HasItems(const View& view, Room room) {
  return !view.catalog
              .Select([&](const content::Envelope& envelope) {
                return envelope.kind != content::Kind::kScenario &&  // The trainer's.
                       content::IsShowable(envelope, view.now.today) && RoomOf(envelope) == room;
              })
              .empty();
}

/// Asked once a drawing, however often it is laid out: a catalog may have thousands of items.
Tiles FindTiles(const View& view) {
  Tiles tiles = {
      Tile{"room.recognise", Room::kRecognise, words::kRecognise, words::kRecogniseNote, "chat",
           "room-practise"},
      Tile{"room.watch", Room::kWatch, words::kWatch, words::kWatchNote, "video", "room-watch"},
      Tile{"room.papers", Room::kPapers, words::kPapers, words::kPapersNote, "document-check",
           "room-papers"},
      Tile{"room.safety", Room::kSafety, words::kSafety, words::kSafetyNote, "water",
           "room-safety"},
      Tile{"room.nearby", Room::kNearby, words::kNearby, words::kNearbyNote, "house",
           "room-nearby"}};
  for (Tile& tile : tiles) tile.open = HasItems(view, tile.room);
  return tiles;
}

constexpr float kRoomPad = 30;
constexpr float kTileIcon = 76;
constexpr float kPictureMost = 190, kPictureLeast = 110;

// Beside one another in a wide tile, else the picture above the words.
bool IsWide(float width) { return width > 640; }

/// A tile's words on `width`. Without `notes` only a tile that is closed says why.
struct TileWords {
  std::string title, note;
  float left = 0, room = 0, height = 0;
};

TileWords WordsOf(Ui& ui, float width, const View& view, const Tile& tile, bool notes) {
  TileWords words;
  words.title = view.Say(tile.title);
  if (notes || !tile.open) words.note = view.Say(tile.open ? tile.note : words::kNothingYet);
  words.left = IsWide(width) ? 2 * kRoomPad + kTileIcon : kRoomPad;
  words.room = width - words.left - kRoomPad;
  words.height = ui.TextHeight(Type::kHeading, words.title, words.room);
  if (!words.note.empty()) {
    words.height += 4 + ui.TextHeight(Type::kLabel, words.note, words.room);
  }
  return words;
}

float TileHeight(Ui& ui, float width, const View& view, const Tile& tile, bool notes) {
  const float words = WordsOf(ui, width, view, tile, notes).height;
  if (IsWide(width)) return std::max({ui.Mm(20), kTileIcon, words}) + 2 * kRoomPad;
  return kRoomPad + kTileIcon + 14 + words + kRoomPad;
}

MaybeEvent DrawTile(const View& view, Ui& ui, Rect area, const Tile& tile, bool notes) {
  const TileWords words = WordsOf(ui, area.w, view, tile, notes);
  const Rect shown = ui.IsPressed(tile.id) ? area.Inset(4, 4) : area;
  ui.Panel(shown, tile.open ? Ground::kCard : Ground::kOutline, 40);
  const bool wide = IsWide(area.w);
  Rect icon{shown.x + kRoomPad, shown.y + kRoomPad, kTileIcon, kTileIcon};
  float y = std::max(icon.Bottom() + 14, shown.Bottom() - kRoomPad - words.height);
  if (wide) {
    icon.y = shown.Center().y - kTileIcon / 2;
    y = shown.y + (shown.h - words.height) / 2;
  }
  const Texture picture =
      ui.find_picture && tile.open && !wide ? ui.find_picture(tile.picture) : Texture{};
  const float art =
      std::min({kPictureMost, y - shown.y - 24, (shown.w - 2 * kRoomPad + 16) * 3 / 4});
  if (picture.width > 0 && art > kPictureLeast) {
    ui.Image({shown.x + kRoomPad - 8, shown.y + 20, art * 4 / 3, art}, picture, "");
  } else {
    ui.Icon(tile.icon, icon, ui.ColorOf(tile.open ? Ink::kAccent : Ink::kSoft));
  }
  const Ink ink = tile.open ? Ink::kText : Ink::kSoft;
  const float x = shown.x + words.left;
  y += ui.Text({x, y, words.room, 0}, Type::kHeading, ink, words.title) + 4;
  ui.Text({x, y, words.room, 0}, Type::kLabel, Ink::kSoft, words.note);
  const std::string spoken =
      words.title + " " + view.Say(tile.open ? tile.note : words::kNothingYet);
  if (ui.Tap(tile.id, area, Role::kTile, spoken, false, tile.open)) return RoomChosen{tile.room};
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

constexpr float kHeroArt = 290;

/// The way into a round: title, what it is and the button under one another beside a picture; in
/// landscape a band, whose button stands at its right.
struct Hero {
  std::string title, note, start;
  float pad = 48, room = 0, words = 0;
  float button_width = 0, button_height = 92;
  bool band = false, open = false;
  [[nodiscard]] float Height() const {
    return (band ? std::max(words, button_height) : words + 28 + button_height) + 2 * (pad - 4);
  }
};

Hero LayOutHero(const View& view, Ui& ui, float width, bool open, bool notes) {
  Hero hero;
  hero.open = open;
  hero.band = !ui.Portrait();
  hero.title = view.Say(words::kRound);
  if (notes || !hero.open) hero.note = view.Say(hero.open ? words::kRoundNote : words::kNothingYet);
  hero.start = view.Say(words::kRoundStart);
  if (hero.band) hero.pad = 36;
  const float most = width - 2 * hero.pad - kHeroArt;
  const float asked = ui.Measure(Type::kButton, hero.start, 2000).width + 96;
  hero.button_width = std::min(asked, hero.band ? most * 0.45f : most);
  hero.room = hero.band ? most - hero.button_width - 2 * kColumnGap : most;
  hero.button_height = std::max(
      hero.button_height, ui.TextHeight(Type::kButton, hero.start, hero.button_width - 60) + 30);
  hero.words = ui.TextHeight(Type::kTitle, hero.title, hero.room);
  if (!hero.note.empty()) hero.words += 10 + ui.TextHeight(Type::kBody, hero.note, hero.room);
  return hero;
}

// The first thing to do here, and the only tile in the product's colour.
MaybeEvent DrawHero(const Hero& hero, Ui& ui, Rect area) {
  const Rect shown = ui.IsPressed("round") ? area.Inset(4, 4) : area;
  ui.Panel(shown, Ground::kTeal, 44);
  const Texture picture = ui.find_picture ? ui.find_picture("room-recognise") : Texture{};
  const float art = shown.Right() - hero.pad + 12 - kHeroArt;
  const float inset = hero.band ? 16.0f : 0.0f;
  const float left = hero.band ? shown.x + hero.pad - 12 : art;
  ui.Image({left, shown.y + inset, kHeroArt, shown.h - 2 * inset}, picture, "");
  const float x = shown.x + hero.pad + (hero.band ? kHeroArt + kColumnGap : 0);
  const float used = hero.words + (hero.band ? 0 : 28 + hero.button_height);
  const float y = shown.y + (shown.h - used) / 2;
  const float title = ui.Text({x, y, hero.room, 0}, Type::kTitle, Ink::kOnTeal, hero.title);
  ui.Text({x, y + title + 10, hero.room, 0}, Type::kBody, Ink::kOnTealSoft, hero.note);
  Rect button{x, y + hero.words + 28, hero.button_width, hero.button_height};
  if (hero.band) {
    button.x = shown.Right() - hero.pad - hero.button_width;
    button.y = shown.Center().y - hero.button_height / 2;
  }
  ui.Fill(button, ui.Colors().on_teal, button.h / 2);
  ui.TextMiddle(button.Inset(30, 0), Type::kButton, Ink::kTeal, hero.start, Align::kCenter);
  if (ui.Tap("round", area, Role::kTile, hero.title, false, hero.open)) return RoundChosen{};
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

/// Where the tiles stand: in portrait the first spans the width and the others follow in pairs; in
/// landscape all stand in a row.
struct TileRows {
  bool portrait = true, notes = true;
  float first = 0, row = 0, gap = kGap;
  [[nodiscard]] float Height() const { return portrait ? first + 2 * (row + gap) : row; }
  [[nodiscard]] Rect Cell(Rect area, std::size_t i) const {
    const int n = static_cast<int>(i);
    if (!portrait) return Cut({area.x, area.y, area.w, row}, n, 5, gap);
    if (n == 0) return {area.x, area.y, area.w, first};
    const float y = area.y + first + gap + static_cast<float>((n - 1) / 2) * (row + gap);
    return Cut({area.x, y, area.w, row}, (n - 1) % 2, 2, gap);
  }
};

TileRows LayOutTiles(const View& view, Ui& ui, Rect area, const Tiles& tiles, bool notes) {
  TileRows rows{ui.Portrait(), notes};
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const float height = TileHeight(ui, rows.Cell(area, i).w, view, tiles[i], notes);
    float& least = rows.portrait && i == 0 ? rows.first : rows.row;
    least = std::max(least, height);
  }
  const float spare = area.h - rows.Height();
  if (spare > 0) rows.row += std::min(130.0f, rows.portrait ? spare / 2 : spare);
  return rows;
}

}  // namespace

MaybeEvent DrawHome(const HomeScreen&, const View& view, Ui& ui, Rect area) {
  if (view.catalog.packs.empty()) return DrawEmpty(view, ui, area);
  MaybeEvent event;
  const Rect window = area.Inset(0, -12);
  const Rect inner = ui.BeginScroll("home.scroll", window).Inset(0, 12);
  const float top = inner.y + DrawTitle(ui, inner, view.Say(words::kHomeTitle)) + 26;
  Hero hero;
  TileRows rows;
  const Tiles tiles = FindTiles(view);
  const bool open = HasQuestions(view);
  Rect place{inner.x, 0, inner.w, 0};
  // All rooms on one screen come before what is said of each, and of the round.
  for (const auto& [hero_note, notes] : {std::pair{true, true}, {true, false}, {false, false}}) {
    hero = LayOutHero(view, ui, inner.w, open, hero_note);
    place.y = top + hero.Height() + kGap;
    place.h = area.Bottom() - place.y;
    rows = LayOutTiles(view, ui, place, tiles, notes);
    if (rows.portrait || rows.Height() <= place.h) break;
  }
  const float lower = rows.portrait ? 0 : std::max(0.0f, place.h - rows.Height());
  place.y += lower;
  if (MaybeEvent chosen = DrawHero(hero, ui, {inner.x, top, inner.w, hero.Height() + lower})) {
    event = chosen;
  }
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const Rect cell = rows.Cell(place, i);
    if (MaybeEvent chosen = DrawTile(view, ui, cell, tiles[i], rows.notes)) event = chosen;
  }
  ui.EndScroll(place.y + rows.Height() + 12 - window.y);
  return event;
}

}  // namespace kiosk
