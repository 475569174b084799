// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <variant>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/staff_screens.h"
#include "kiosk/screens/words.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

constexpr float kChipGap = 12;
constexpr float kBarTop = 26;
constexpr float kEmergencyHeight = 132;
constexpr float kBottom = 36;

struct Chip {
  std::string id;
  std::string label;
  std::string_view icon;
  Event event;
  bool chosen = false;
};

const content::Item* ItemOf(const State& state) {
  return std::visit(
      [](const auto& screen) -> const content::Item* {
        using S = std::decay_t<decltype(screen)>;
        if constexpr (std::is_same_v<S, RoundScreen>) {
          return screen.index < screen.items.size() ? screen.items[screen.index].get() : nullptr;
        } else if constexpr (requires { screen.item; }) {
          return screen.item.get();
        } else {
          return nullptr;
        }
      },
      state.screen);
}

/// Nobody leaves while a pack is being installed: the bar then has settings only.
bool MayLeave(const StaffScreen& staff) { return !staff.work || !staff.work->HoldsStaff(); }

std::vector<Chip> LeftChips(const View& view) {
  const State& state = view.state;
  std::vector<Chip> chips;
  if (std::holds_alternative<PinScreen>(state.screen)) return chips;
  if (const auto* staff = std::get_if<StaffScreen>(&state.screen)) {
    const bool menu = std::holds_alternative<StaffMenu>(staff->page);
    if (!menu && MayLeave(*staff)) {
      chips.push_back({"back", view.Say(words::kBack), "back", BackTapped{}});
    }
    return chips;
  }
  const bool home = std::holds_alternative<HomeScreen>(state.screen);
  if (!home) chips.push_back({"back", view.Say(words::kBack), "back", BackTapped{}});
  if (!home) chips.push_back({"home", view.Say(words::kHome), "house", HomeTapped{}});
  return chips;
}

std::vector<Chip> RightChips(const View& view) {
  const Settings& s = view.state.visit.settings;
  const bool zh = s.language == content::Language::kChinese;
  std::vector<Chip> chips;
  if (const content::Item* item = ItemOf(view.state)) {
    const auto& sound = zh ? item->envelope.narration_zh : item->envelope.narration_en;
    if (!sound.empty())
      chips.push_back({"listen", view.Say(words::kListen), "speaker", ListenTapped{}});
  }
  const auto step = static_cast<std::size_t>(s.text_size);
  chips.push_back({"text", view.Say(words::kTextLarger[step]), "text-size",
                   TextSizeChosen{static_cast<TextSize>((step + 1) % 3)}, step > 0});
  chips.push_back({"contrast", view.Say(words::kContrast), "contrast",
                   ContrastChosen{!s.high_contrast}, s.high_contrast});
  chips.push_back({"lang", view.Say(words::kOtherLanguage), "globe-language",
                   LanguageChosen{zh ? content::Language::kEnglish : content::Language::kChinese}});
  chips.push_back({"reach", view.Say(s.reach_down ? words::kReachUp : words::kReachDown),
                   "reach-down", ReachChosen{!s.reach_down}, s.reach_down});
  const auto* staff = std::get_if<StaffScreen>(&view.state.screen);
  if (staff == nullptr || MayLeave(*staff)) {
    const content::TextView leave = staff != nullptr             ? words::kStaffLeave
                                    : IsStaff(view.state.screen) ? words::kPinBack
                                                                 : words::kLeave;
    chips.push_back({"leave", view.Say(leave), "leave", LeaveTapped{}});
  }
  return chips;
}

Ui::ButtonOptions ChipOptions(const Chip& chip, bool icon) {
  return {.look = ButtonLook::kChip,
          .icon = icon ? chip.icon : "",
          .chosen = chip.chosen,
          .type = Type::kLabel};
}

float ChipWidth(Ui& ui, const Chip& chip, bool icon) {
  return ui.Measure(Type::kLabel, chip.label, 2000).width + 58 + (icon ? 58.0f : 0.0f);
}

float RowWidth(Ui& ui, const std::vector<Chip>& chips, bool icons) {
  float width = 0;
  for (const Chip& chip : chips) width += ChipWidth(ui, chip, icons) + kChipGap;
  return width > 0 ? width - kChipGap : 0;
}

MaybeEvent DrawRow(Ui& ui, Rect row, const std::vector<Chip>& chips, bool icons, bool right) {
  MaybeEvent event;
  float x = right ? row.Right() - RowWidth(ui, chips, icons) : row.x;
  for (const Chip& chip : chips) {
    const float width = ChipWidth(ui, chip, icons);
    if (ui.Button(chip.id, {x, row.y, width, row.h}, chip.label, ChipOptions(chip, icons))) {
      event = chip.event;
    }
    x += width + kChipGap;
  }
  return event;
}

// As many rows as large words need, each as long as fits.
std::vector<std::vector<Chip>> IntoRows(Ui& ui, std::vector<Chip> chips, float width, bool icons) {
  std::vector<std::vector<Chip>> rows(1);
  for (Chip& chip : chips) {
    rows.back().push_back(chip);
    if (RowWidth(ui, rows.back(), icons) <= width || rows.back().size() == 1) continue;
    rows.back().pop_back();
    rows.push_back({std::move(chip)});
  }
  return rows;
}

/// The bar at the top: where one comes from on the left, settings and the way out on the right; in
/// more rows when large words would not fit in one. Returns its lower edge.
float DrawTopBar(const View& view, Ui& ui, Rect canvas, MaybeEvent& event) {
  const std::vector<Chip> left = LeftChips(view);
  std::vector<Chip> right = RightChips(view);
  const float height = ui.ButtonHeight("字", 400, ChipOptions(right.front(), true));
  Rect row{canvas.x + kMargin, canvas.y + kBarTop, canvas.w - 2 * kMargin, height};
  const bool named = left.empty() && canvas.y <= 0;  // with reach-down it stands above
  const std::string name = named ? view.Say({"{station_name}", "{station_name}"}) : "";
  const float name_width = named ? ui.Measure(Type::kStrong, name, 2000).width : 0;
  const auto take = [&event](const MaybeEvent& e) {
    if (e) event = e;
  };
  const auto fits = [&](bool left_icons, bool right_icons) {
    return std::max(RowWidth(ui, left, left_icons), name_width) + 28 +
               RowWidth(ui, right, right_icons) <=
           row.w;
  };
  const bool icons = fits(true, true);
  const bool one_row = fits(false, false);
  const bool left_icons = !one_row || fits(true, false);
  const float beside = row.w - std::max(RowWidth(ui, left, left_icons), name_width) - 28;
  if (named) {
    ui.TextMiddle(row, Type::kStrong, Ink::kText, name, Align::kLeft);
  }
  take(DrawRow(ui, row, left, left_icons, false));
  if (!one_row && (named || !left.empty())) {
    // The way out stands beside the way back where there is room, and not alone in a third row.
    const std::vector<Chip> last(right.end() - 1, right.end());
    const bool last_icon = RowWidth(ui, last, true) <= beside;
    if (RowWidth(ui, last, last_icon) <= beside) {
      take(DrawRow(ui, row, last, last_icon, true));
      right.pop_back();
    }
    row.y += row.h + kChipGap;
  }
  const bool row_icons = icons || (!one_row && RowWidth(ui, right, true) <= row.w);
  for (const auto& some : IntoRows(ui, right, one_row ? beside : row.w, row_icons)) {
    take(DrawRow(ui, row, some, row_icons, true));
    row.y += row.h + kChipGap;
  }
  return row.y - kChipGap + 22;
}

float DrawEmergencyButton(const View& view, Ui& ui, Rect canvas, MaybeEvent& event) {
  const std::string label = view.Say(words::kEmergency), note = view.Say(words::kEmergencyNote);
  Ui::ButtonOptions noted{.look = ButtonLook::kMaple, .icon = "alert"};
  noted.note = note;
  const float width = canvas.w - 2 * kMargin;
  const float height = std::max(kEmergencyHeight, ui.ButtonHeight(label, width, noted));
  const Rect area{canvas.x + kMargin, canvas.Bottom() - kBottom - height, width, height};
  if (ui.Button("emergency", area, label, noted)) event = EmergencyTapped{};
  return area.y;
}

void DrawUpperGround(const View& view, Ui& ui) {
  const Rect window = ui.Window(), canvas = ui.Canvas();
  const Theme& theme = ui.Colors();
  ui.FillGradient({0, 0, window.w, canvas.y}, theme.teal, theme.teal_deep);
  const Texture bridge = ui.find_picture ? ui.find_picture("bridge") : Texture{};
  if (canvas.y > 300) {
    const float h = std::min(canvas.y * 0.72f, window.w * 0.5f);
    ui.Image({window.w * 0.1f, canvas.y - h, window.w * 0.8f, h}, bridge, "");
  }
  ui.Text({kMargin, 48, window.w - 2 * kMargin, 0}, Type::kHeading, Ink::kOnTeal,
          view.Say({"{station_name}", "{station_name}"}));
}

MaybeEvent DrawScreen(const View& view, Ui& ui, Rect area) {
  return std::visit(
      [&](const auto& screen) -> MaybeEvent {
        using S = std::decay_t<decltype(screen)>;
        if constexpr (std::is_same_v<S, AttractScreen>)
          return DrawAttract(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, HomeScreen>)
          return DrawHome(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, ShelfScreen>)
          return DrawShelf(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, RoundScreen>)
          return DrawRound(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, RoundEndScreen>)
          return DrawRoundEnd(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, ChatScreen>)
          return DrawChat(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, VideoScreen>)
          return DrawVideo(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, ChecklistScreen>)
          return DrawChecklist(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, CardScreen>)
          return DrawCard(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, ReportScreen>)
          return DrawReport(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, DirectoryScreen>)
          return DrawDirectory(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, SurveyScreen>)
          return DrawSurvey(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, PinScreen>)
          return DrawPin(screen, view, ui, area);
        else if constexpr (std::is_same_v<S, StaffScreen>)
          return DrawStaff(screen, view, ui, area);
        else
          return DrawEmergency(screen, view, ui, area);
      },
      view.state.screen);
}

/// A dimmed ground that nothing beneath shines or answers through, and a card on it.
Rect BeginOverlay(Ui& ui, std::string_view id, float height) {
  const Rect window = ui.Window(), canvas = ui.Canvas();
  ui.Fill(window, ui.Colors().ink.WithAlpha(0.62f));
  ui.Tap(id, window, Role::kBanner, "");
  const float width = std::min(canvas.w - 2 * kMargin, 1000.0f);
  const float y = canvas.y + std::max(24.0f, (canvas.h - height) / 2);
  const Rect card{canvas.x + (canvas.w - width) / 2, y, width, height};
  ui.Panel(card, Ground::kCard, 44);
  return card;
}

MaybeEvent DrawStillThere(const View& view, Ui& ui, int left) {
  const float inner = std::min(ui.Canvas().w - 2 * kMargin, 1000.0f) - 2 * 56;
  const std::string title = view.Say(words::kStillThere), note = view.Say(words::kStillThereNote);
  const std::string label = view.Say(words::kStillHere);
  const float ring = std::min(170.0f, ui.Canvas().h * 0.16f);
  const float button = std::max(160.0f, ui.ButtonHeight(label, inner, {}));
  const float height = 56 + ring + 28 + ui.TextHeight(Type::kTitle, title, inner) + 18 +
                       ui.TextHeight(Type::kBody, note, inner) + 40 + button + 56;
  const Rect card = BeginOverlay(ui, "still-here.ground", height);
  float y = card.y + 56;
  const Vec middle{card.Center().x, y + ring / 2};
  const float share = static_cast<float>(left) / static_cast<float>(kCountdownSeconds);
  ui.Ring(middle, ring / 2 - 7, ui.Colors().track, 12);
  ui.Arc(middle, ring / 2 - 7, 0, share, ui.Colors().accent, 12);
  ui.TextMiddle({card.x, y, card.w, ring}, Type::kTitle, Ink::kTeal, std::to_string(left));
  y += ring + 28;
  const Rect text{card.x + 56, y, inner, 0};
  y += ui.Text(text, Type::kTitle, Ink::kText, title, Align::kCenter) + 18;
  y += ui.Text({text.x, y, inner, 0}, Type::kBody, Ink::kSoft, note, Align::kCenter) + 40;
  if (ui.Button("still-here", {text.x, y, inner, button}, label)) return StillHereTapped{};
  return std::nullopt;
}

MaybeEvent DrawNotice(const View& view, Ui& ui, const content::Error& notice) {
  const float inner = std::min(ui.Canvas().w - 2 * kMargin, 1000.0f) - 2 * 56;
  const std::string what = view.Say(notice.message), mend = view.Say(notice.remedy);
  const std::string label = view.Say(words::kClose);
  const float button = ui.ButtonHeight(label, inner, {});
  const float height = 56 + ui.TextHeight(Type::kHeading, what, inner) + 18 +
                       ui.TextHeight(Type::kBody, mend, inner) + 36 + button + 56;
  const Rect card = BeginOverlay(ui, "notice.ground", height);
  float y = card.y + 56;
  y += ui.Text({card.x + 56, y, inner, 0}, Type::kHeading, Ink::kText, what) + 18;
  y += ui.Text({card.x + 56, y, inner, 0}, Type::kBody, Ink::kSoft, mend) + 36;
  if (ui.Button("notice.close", {card.x + 56, y, inner, button}, label)) return NoticeClosed{};
  return std::nullopt;
}

MaybeEvent DrawFramed(const View& view, Ui& ui) {
  MaybeEvent event;
  const Rect canvas = ui.Canvas();
  ui.Fill(ui.Window(), ui.Colors().paper);
  if (canvas.y > 0) DrawUpperGround(view, ui);
  // Staff are no visitors: they find the button where they leave to.
  const bool emergency =
      std::holds_alternative<EmergencyScreen>(view.state.screen) || IsStaff(view.state.screen);
  const float top = DrawTopBar(view, ui, canvas, event);
  const float bottom =
      emergency ? canvas.Bottom() - kBottom : DrawEmergencyButton(view, ui, canvas, event) - 28;
  Rect area{canvas.x + kMargin, top, canvas.w - 2 * kMargin, bottom - top};
  if (view.preview) {
    const bool staff = view.state.staff.preview.has_value();
    const std::string text = view.Say(staff ? words::kPreviewOfPack : words::kPreviewBanner);
    const float height = BannerHeight(ui, area.w, text);
    DrawBanner(ui, {area.x, area.y, area.w, height}, "banner-draft", text);
    area.y += height + kSmallGap;
    area.h -= height + kSmallGap;
  }
  ui.BeginMotion();
  if (MaybeEvent chosen = DrawScreen(view, ui, area)) event = chosen;
  ui.EndMotion();
  return event;
}

/// One quiet line; visitors need not mind it. Returns its upper edge.
float DrawForStaff(const View& view, Ui& ui, Rect canvas, float bottom) {
  const std::string text = WithNumber(view.Say(words::kForStaff), view.problems);
  const float width = canvas.w - 2 * kMargin;
  const float height = ui.TextHeight(Type::kLabel, text, width);
  ui.Text({canvas.x + kMargin, bottom - height, width, height}, Type::kLabel, Ink::kOnTealSoft,
          text, Align::kCenter);
  return bottom - height - 12;
}

MaybeEvent DrawAttractFrame(const View& view, Ui& ui) {
  MaybeEvent event;
  const Rect canvas = ui.Canvas();
  const Theme& theme = ui.Colors();
  ui.FillGradient(ui.Window(), theme.teal, theme.teal_deep);
  // Registered before what lies on it: a touch anywhere else begins a visit.
  if (ui.Tap("attract.begin", ui.Window(), Role::kButton, "")) event = VisitStarted{};
  float bottom = DrawEmergencyButton(view, ui, canvas, event) - 28;
  if (view.problems > 0) bottom = DrawForStaff(view, ui, canvas, bottom);
  if (MaybeEvent chosen = DrawScreen(view, ui, {canvas.x, canvas.y, canvas.w, bottom - canvas.y})) {
    event = chosen;
  }
  return event;
}

}  // namespace

std::string ScreenName(const State& state) {
  constexpr std::array<const char*, 14> kNames = {
      "attract",   "home", "shelf",  "round",     "round-end", "chat",      "video",
      "checklist", "card", "report", "directory", "survey",    "emergency", "pin"};
  constexpr std::array<const char*, 7> kPages = {"staff-menu",   "staff-packs", "staff-numbers",
                                                 "staff-device", "staff-grid",  "staff-cleaning",
                                                 "staff-exit"};
  if (const auto* staff = std::get_if<StaffScreen>(&state.screen)) {
    const auto* packs = std::get_if<StaffPacks>(&staff->page);
    return packs != nullptr && packs->open ? "staff-pack" : kPages[staff->page.index()];
  }
  return kNames[state.screen.index()];
}

MaybeEvent DrawKiosk(const View& view, Ui& ui) {
  const bool attract = std::holds_alternative<AttractScreen>(view.state.screen);
  const auto* staff = std::get_if<StaffScreen>(&view.state.screen);
  if (staff != nullptr && TakesWindow(*staff)) return DrawStaff(*staff, view, ui, ui.Window());
  MaybeEvent event = attract ? DrawAttractFrame(view, ui) : DrawFramed(view, ui);
  if (view.state.notice) {
    if (MaybeEvent closed = DrawNotice(view, ui, *view.state.notice)) event = closed;
  }
  if (const auto left = CountdownLeft(view.state, view.now)) {
    if (MaybeEvent here = DrawStillThere(view, ui, *left)) event = here;
  }
  return event;
}

}  // namespace kiosk
