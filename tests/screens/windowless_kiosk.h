// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "content/captions.h"
#include "content/pack.h"
#include "content/tool/build.h"
#include "content/tool/source.h"
#include "kiosk/core/update.h"
#include "kiosk/devices/picture.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/audit.h"
#include "kiosk/ui/ui.h"

namespace kiosk {

/// Every shipped pack, built from its source into `folder` and opened as a program opens it.
inline content::Catalog BuildShippedPacks(const std::filesystem::path& folder) {
  content::Catalog catalog;
  std::set<std::filesystem::path> sources;
  for (const auto& one : std::filesystem::directory_iterator(SOURCE_ROOT "/content/packs")) {
    if (std::filesystem::exists(one.path() / "pack.yaml")) sources.insert(one.path());
  }
  std::filesystem::create_directories(folder);
  for (const auto& source : sources) {
    const tool::CheckedSource checked = tool::LoadSource(source, nullptr);
    if (!checked.IsGood()) throw std::runtime_error(source.string() + " has faults");
    const auto file = folder / tool::PackFileName(checked.source.manifest);
    if (!tool::BuildPack(checked.source, file))
      throw std::runtime_error("cannot write " + file.string());
    auto pack = content::OpenUnsignedPack(file);
    if (!pack) throw std::runtime_error("cannot open " + file.string());
    pack->preview = false;  // no banner: as a visitor sees it
    catalog.packs.push_back(std::move(*pack));
  }
  return catalog;
}

/// The kiosk without window, GPU, sound and clock: the real rules and the real screens over real
/// packs, with pictures of the right size that nobody paints.
class WindowlessKiosk {
 public:
  struct Form {
    int width = 1080, height = 1920;
    Settings settings;
    float pixels_per_mm = 4.03f;  ///< 21.5 inches in portrait.
  };

  WindowlessKiosk(const content::Catalog& catalog, const Form& form)
      : catalog_(catalog),
        form_(form),
        font_(OpenFont()),
        glyphs_(font_),
        ui_(font_, glyphs_, UiConfig{form.pixels_per_mm}) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);  // ImGui wants its font, used or not
    io.DisplaySize = {static_cast<float>(form.width), static_cast<float>(form.height)};
    io.DeltaTime = 1.0f / 60;
    ui_.find_icon = [](std::string_view) { return Texture{0, 192, 192}; };
    ui_.find_picture = [](std::string_view) { return Texture{0, 720, 540}; };
    now.today =
        content::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
    now.seconds = 10;
    state.random.seed(7);
    state.defaults = state.visit.settings = form.settings;
    Do(Ticked{});
    Draw();
  }
  ~WindowlessKiosk() { ImGui::DestroyContext(); }
  WindowlessKiosk(const WindowlessKiosk&) = delete;
  WindowlessKiosk& operator=(const WindowlessKiosk&) = delete;

  State state;
  Now now;
  std::vector<content::JournalEvent> journal;

  void Do(const Event& event) {
    for (const Effect& effect : Update(state, event, catalog_, now)) Perform(effect);
  }

  /// Draws after everything that moves has come to rest.
  const Semantics& Draw() {
    for (int i = 0; i < 300; ++i) {
      static_cast<void>(Pass());
      if (!ui_.IsMoving()) break;
      now.seconds += 0.05;
    }
    return ui_.Tree();
  }

  /// Lets time pass, with a Ticked whenever one is due.
  void Wait(double seconds) {
    LetPass(seconds);
    Draw();
  }

  /// The same without a look at the screen.
  void LetPass(double seconds) {
    const double until = now.seconds + seconds;
    for (auto due = NextDeadline(state); due && *due <= until; due = NextDeadline(state)) {
      now.seconds = std::max(now.seconds, *due);
      Do(Ticked{});
    }
    now.seconds = std::max(now.seconds, until);
  }

  /// A finger, pressed and lifted at a place in design units.
  void TapAt(Vec at) {
    Finger(PointerEvent::Kind::kDown, at);
    now.seconds += 0.06;
    Finger(PointerEvent::Kind::kUp, at);
    while (ui_.TakeTap()) {
      if (const MaybeEvent event = Pass()) Do(*event);
    }
    Draw();
  }

  /// A finger that goes down at one place and up at another, drawn once, at rest or not.
  void Poke(Vec from, Vec to, double seconds) {
    Finger(PointerEvent::Kind::kDown, from);
    now.seconds += seconds;
    if (!(from == to)) Finger(PointerEvent::Kind::kMove, to);
    Finger(PointerEvent::Kind::kUp, to);
    while (ui_.TakeTap()) {
      if (const MaybeEvent event = Pass()) Do(*event);
    }
    static_cast<void>(Pass());
  }

  /// Taps an element that is in view. False when there is none with that id.
  bool Tap(const std::string& id) {
    const Element* element = ui_.Tree().Find(id);
    if (element == nullptr || !element->enabled || element->hit.h <= 0) return false;
    TapAt(element->hit.Center());
    return true;
  }

  /// Draws, and scrolls everything that can be to its end; `look` sees each view on the way.
  template <typename See>
  void ScrollThrough(See look) {
    Draw();
    look();
    std::vector<std::string> arrows;
    for (const Element& one : ui_.Tree().elements) {
      if (one.role == Role::kScroll && one.text == "↓") arrows.push_back(one.id);
    }
    for (const std::string& arrow : arrows) {
      for (int i = 0; i < 60 && Tap(arrow); ++i) look();
    }
  }

  [[nodiscard]] Ui& Interface() { return ui_; }
  [[nodiscard]] const Semantics& Tree() const { return ui_.Tree(); }
  [[nodiscard]] const content::Catalog& Packs() const { return catalog_; }

 private:
  static assets::Font OpenFont() {
    auto font = assets::Font::Open();
    if (!font) throw std::runtime_error(font.error().message.en);
    return std::move(*font);
  }

  /// What the program tells the rules of a finger, then the interface.
  void Finger(PointerEvent::Kind kind, Vec at) {
    const FingerPlace place{1, at.x, at.y, ui_.Window().w, ui_.Window().h};
    if (kind == PointerEvent::Kind::kDown) Do(Touched{place});
    if (kind == PointerEvent::Kind::kMove) Do(FingerMoved{place});
    if (kind == PointerEvent::Kind::kUp) Do(FingerLifted{place});
    if (std::exchange(drop_touch_, false)) kind = PointerEvent::Kind::kCancel;
    ui_.Feed({kind, 1, at, now.seconds});
  }

  MaybeEvent Pass() {
    if (in_frame_) ImGui::EndFrame();
    ImGui::NewFrame();
    in_frame_ = true;
    const View view{
        state,
        catalog_,
        now,
        station_,
        [this](const content::Item& item, const std::string& path) { return SizeOf(item, path); },
        Texture{},
        false};
    ui_.BeginPass({form_.width, form_.height, now.seconds, state.visit.settings, ScreenName(state)},
                  ImGui::GetBackgroundDrawList());
    MaybeEvent event = DrawKiosk(view, ui_);
    ui_.EndPass();
    return event;
  }

  Texture SizeOf(const content::Item& item, const std::string& path) {
    const auto key = item.envelope.id + '\n' + path;
    if (const auto known = sizes_.find(key); known != sizes_.end()) return known->second;
    Texture texture;
    if (const auto ref = catalog_.Find(item.envelope.id)) {
      const auto bytes = content::LoadFile(catalog_.packs[ref->pack], path);
      const auto size = bytes ? ReadPictureSize(*bytes) : std::nullopt;
      if (size) texture = {0, size->width, size->height};
    }
    return sizes_.emplace(key, texture).first->second;
  }

  void Perform(const Effect& effect) {
    if (const auto* load = std::get_if<LoadItems>(&effect)) {
      ItemsLoaded loaded;
      for (const content::ItemRef ref : load->refs) {
        auto item = content::LoadItem(catalog_.packs[ref.pack], catalog_.EnvelopeOf(ref).id);
        if (!item) throw std::runtime_error(item.error().message.en);
        loaded.items.push_back(std::make_shared<const content::Item>(std::move(*item)));
      }
      Do(loaded);
    } else if (std::holds_alternative<DropTouch>(effect)) {
      drop_touch_ = true;
    } else if (std::holds_alternative<ForgetVisitor>(effect)) {
      ui_.Forget();
    } else if (const auto* write = std::get_if<WriteResult>(&effect)) {
      journal.push_back(write->event);
    }
  }

  const content::Catalog& catalog_;
  Form form_;
  assets::Font font_;
  assets::GlyphCache glyphs_;
  Ui ui_;
  std::map<std::string, content::Text> station_ = {
      {"station_name", {"枫桥派出所", "Fengqiao police station"}}};
  std::map<std::string, Texture> sizes_;
  bool in_frame_ = false, drop_touch_ = false;
};

}  // namespace kiosk
