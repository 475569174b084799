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
  const content::Text& title;
  const content::Text& note;
  std::string_view icon;
};

const std::array<Tile, 5>& Tiles() {
  static const std::array<Tile, 5> kTiles = {
      Tile{"room.recognise", Room::kRecognise, words::kRecognise, words::kRecogniseNote, "chat"},
      Tile{"room.watch", Room::kWatch, words::kWatch, words::kWatchNote, "video"},
      Tile{"room.papers", Room::kPapers, words::kPapers, words::kPapersNote, "document-check"},
      Tile{"room.safety", Room::kSafety, words::kSafety, words::kSafetyNote, "water"},
      Tile{"room.nearby", Room::kNearby, words::kNearby, words::kNearbyNote, "house"}};
  return kTiles;
}

bool HasItems(const View& view, Room room) {
  return !view.catalog
              .Select([&](const content::Envelope& envelope) {
                return content::IsShowable(envelope, view.now.today) && RoomOf(envelope) == room;
              })
              .empty();
}

float TileHeight(Ui& ui, float width, const View& view, const Tile& tile) {
  const float room = width - 2 * 40;
  return 36 + 84 + 18 + ui.TextHeight(Type::kHeading, view.Say(tile.title), room) + 4 +
         ui.TextHeight(Type::kLabel, view.Say(tile.note), room) + 36;
}

MaybeEvent DrawTile(const View& view, Ui& ui, Rect area, const Tile& tile) {
  const bool open = HasItems(view, tile.room);
  const Rect shown = ui.IsPressed(tile.id) ? area.Inset(4, 4) : area;
  ui.Panel(shown, open ? Ground::kCard : Ground::kOutline, 40);
  const std::string title = view.Say(tile.title);
  const std::string note = view.Say(open ? tile.note : words::kNothingYet);
  const float room = shown.w - 2 * 40;
  const float text =
      ui.TextHeight(Type::kHeading, title, room) + 4 + ui.TextHeight(Type::kLabel, note, room);
  ui.Icon(tile.icon, {shown.x + 40, shown.y + 36, 84, 84},
          ui.ColorOf(open ? Ink::kAccent : Ink::kSoft));
  float y = std::max(shown.y + 36 + 84 + 18, shown.Bottom() - 36 - text);
  y += ui.Text({shown.x + 40, y, room, 0}, Type::kHeading, open ? Ink::kText : Ink::kSoft, title) +
       4;
  ui.Text({shown.x + 40, y, room, 0}, Type::kLabel, Ink::kSoft, note);
  if (ui.Tap(tile.id, area, Role::kTile, title + " " + note, false, open))
    return RoomChosen{tile.room};
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

float HeroHeight(Ui& ui, float width, const View& view) {
  const float room = width - 2 * 48 - 300;
  return 44 + ui.TextHeight(Type::kTitle, view.Say(words::kRound), room) + 10 +
         ui.TextHeight(Type::kBody, view.Say(words::kRoundNote), room) + 28 + 92 + 44;
}

// The way into a round: the first thing to do here, and the only tile in the product's colour.
MaybeEvent DrawHero(const View& view, Ui& ui, Rect area) {
  const bool open = HasQuestions(view);
  const Rect shown = ui.IsPressed("round") ? area.Inset(4, 4) : area;
  ui.Panel(shown, Ground::kTeal, 44);
  const bool tall = area.h > area.w * 0.8f;
  const Texture picture = ui.find_picture ? ui.find_picture("room-recognise") : Texture{};
  const float side = tall ? std::min(area.w - 96, area.h * 0.42f) : 290.0f;
  const Rect art = tall ? Rect{shown.x + 48, shown.y + 40, shown.w - 96, side}
                        : Rect{shown.Right() - 36 - side, shown.y, side, shown.h};
  if (picture.name != 0)
    ui.Image(art, picture, "");
  else
    ui.Icon("shield-check", art.Inset(art.w * 0.16f, 0), ui.Colors().on_teal);
  const float room = tall ? shown.w - 96 : shown.w - 96 - side;
  const std::string title = view.Say(words::kRound);
  const std::string note = view.Say(open ? words::kRoundNote : words::kNothingYet);
  const std::string start = view.Say(words::kRoundStart);
  const float text = ui.TextHeight(Type::kTitle, title, room) + 10 +
                     ui.TextHeight(Type::kBody, note, room) + 28 + 92;
  float y = tall ? std::max(art.Bottom() + 20, shown.Bottom() - 48 - text)
                 : shown.y + (shown.h - text) / 2;
  const float x = shown.x + 48;
  y += ui.Text({x, y, room, 0}, Type::kTitle, Ink::kOnTeal, title) + 10;
  y += ui.Text({x, y, room, 0}, Type::kBody, Ink::kOnTealSoft, note) + 28;
  const float width = std::min(room, ui.Measure(Type::kButton, start, 2000).width + 96);
  ui.Fill({x, y, width, 92}, ui.Colors().on_teal, 46);
  ui.TextMiddle({x, y, width, 92}, Type::kButton, Ink::kTeal, start);
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

}  // namespace

MaybeEvent DrawHome(const HomeScreen&, const View& view, Ui& ui, Rect area) {
  if (view.catalog.packs.empty()) return DrawEmpty(view, ui, area);
  MaybeEvent event;
  const auto take = [&event](MaybeEvent chosen) {
    if (chosen) event = chosen;
  };
  const bool portrait = ui.Portrait();
  const Rect view_area = ui.BeginScroll("home.scroll", area.Grown(12)).Inset(12, 12);
  Column column(view_area, portrait ? kGap : 26);
  column.Skip(DrawTitle(ui, column.Rest(), view.Say(words::kHomeTitle)) + 26);
  const Rect body = column.Rest();
  const float left = portrait ? body.w : (body.w - kGap) * 0.36f;
  const Rect tiles =
      portrait ? body : Rect{body.x + left + kGap, body.y, body.w - left - kGap, body.h};
  const int across = portrait ? 2 : 3;
  float row = 0;
  for (const Tile& tile : Tiles()) {
    const float width = Cut(tiles, 0, across, kGap).w;
    row = std::max(row, TileHeight(ui, width, view, tile));
  }
  const float hero = HeroHeight(ui, left, view);
  // Five tiles: the first spans the row that would else have a gap.
  const int rows = portrait ? 3 : 2;
  const float available = body.h - (portrait ? hero + kGap : 0);
  row = std::max(row, std::min(340.0f, (available - kGap * static_cast<float>(rows - 1)) /
                                           static_cast<float>(rows)));
  const float grid = row * static_cast<float>(rows) + kGap * static_cast<float>(rows - 1);
  take(DrawHero(view, ui, {body.x, body.y, left, portrait ? hero : grid}));
  const float top = portrait ? body.y + hero + kGap : body.y;
  for (std::size_t i = 0; i < Tiles().size(); ++i) {
    const int slot = static_cast<int>(i) + (i > 0 ? 1 : 0);
    const float y = top + static_cast<float>(slot / across) * (row + kGap);
    Rect cell = Cut({tiles.x, y, tiles.w, row}, slot % across, across, kGap);
    if (i == 0) cell.w = cell.w * 2 + kGap;
    take(DrawTile(view, ui, cell, Tiles()[i]));
  }
  ui.EndScroll((portrait ? body.y - area.y + hero + kGap : body.y - area.y) + grid + 24);
  return event;
}

}  // namespace kiosk
