// SPDX-License-Identifier: MIT
#include "vr/flat/flat.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <string>

namespace vr {
namespace {

using content::Text;

struct HoldLook {
  FlatHold hold;
  const char* id;
  const char* key;
  SDL_Keycode code;
  Sign sign;
  Text label;
};

const std::array<HoldLook, 4>& Deeds() {
  static const std::array<HoldLook, 4> kDeeds{
      {{FlatHold::kRaise, "hold.raise", "H", SDLK_h, Sign::kHand, {"举手停", "Hand up: stop"}},
       {FlatHold::kArms, "hold.arms", "O", SDLK_o, Sign::kArms, {"张开手臂", "Spread arms"}},
       {FlatHold::kEmbrace, "hold.embrace", "G", SDLK_g, Sign::kHold, {"抱住", "Hold on"}},
       {FlatHold::kShout, "hold.shout", "V", SDLK_v, Sign::kMouth, {"大声喊", "Shout"}}}};
  return kDeeds;
}

std::optional<FlatHold> HoldOfKey(SDL_Keycode key) {
  for (const HoldLook& deed : Deeds()) {
    if (deed.code == key) return deed.hold;
  }
  switch (key) {
    case SDLK_a:
      return FlatHold::kLookLeft;
    case SDLK_d:
      return FlatHold::kLookRight;
    case SDLK_w:
    case SDLK_UP:
      return FlatHold::kLookUp;
    case SDLK_s:
    case SDLK_DOWN:
      return FlatHold::kLookDown;
    case SDLK_e:
      return FlatHold::kSelect;
    default:
      return std::nullopt;
  }
}

void DrawOne(const HoldLook& deed, const Flat& flat, Box box, bool large, GuidePaint& paint) {
  const auto i = static_cast<std::size_t>(deed.hold);
  const bool down = flat.held[i] || flat.until_us[i] > flat.last_us;
  paint.Press(deed.id, box, paint.Say(deed.label),
              {.look = down    ? Look::kChosen
                       : large ? Look::kCalm
                               : Look::kNight,
               .sign = deed.sign,
               .key = deed.key,
               .size = large ? 22.0F : 16.0F,
               .above = large},
              std::nullopt);
}

constexpr float kMargin = 18, kDeedSide = 148, kRaiseHeight = 60;

float RaiseWidth(const GuidePaint& paint) { return paint.Chinese() ? 150.0F : 196.0F; }

/// Above the guide's bar where that lies on the scene.
float LowestOf(const GuidePaint& paint, const Box& scene) {
  return scene.Bottom() - kMargin - (scene.h > paint.Height() - 40 ? 100.0F : 0.0F);
}

/// Which of the child's buttons a finger holds is told by the element it came down on.
std::optional<FlatHold> HoldOfElement(const std::string& id) {
  for (const HoldLook& deed : Deeds()) {
    if (id == deed.id) return deed.hold;
  }
  return std::nullopt;
}

FlatEvent::Kind KindOf(LoosePointer::Kind kind) {
  switch (kind) {
    case LoosePointer::Kind::kDown:
      return FlatEvent::Kind::kDown;
    case LoosePointer::Kind::kMove:
      return FlatEvent::Kind::kMove;
    case LoosePointer::Kind::kUp:
      return FlatEvent::Kind::kUp;
    case LoosePointer::Kind::kHover:
      return FlatEvent::Kind::kHover;
    case LoosePointer::Kind::kLeave:
      return FlatEvent::Kind::kLeave;
    case LoosePointer::Kind::kCancel:
      break;
  }
  return FlatEvent::Kind::kCancel;
}

}  // namespace

// --- The picture -------------------------------------------------------------------------------

SceneTarget::~SceneTarget() { Free(); }

void SceneTarget::Free() {
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  if (plain_ != 0) glDeleteTextures(1, &plain_);
  if (colour_ != 0) glDeleteTextures(1, &colour_);
  if (depth_ != 0) glDeleteRenderbuffers(1, &depth_);
  framebuffer_ = plain_ = colour_ = depth_ = 0;
}

void SceneTarget::Fit(const Box& pixels) {
  const int width = std::max(16, static_cast<int>(pixels.w));
  const int height = std::max(16, static_cast<int>(pixels.h));
  if (framebuffer_ != 0 && width == width_ && height == height_) return;
  Free();
  width_ = width;
  height_ = height;
  glGenTextures(1, &colour_);
  glBindTexture(GL_TEXTURE_2D, colour_);
  glTexStorage2D(GL_TEXTURE_2D, 1, GL_SRGB8_ALPHA8, width, height);
  // The window shows the bytes as they are: the same memory, read without decoding.
  glGenTextures(1, &plain_);
  glTextureView(plain_, GL_TEXTURE_2D, colour_, GL_RGBA8, 0, 1, 0, 1);
  for (const GLuint texture : {colour_, plain_}) {
    glBindTexture(GL_TEXTURE_2D, texture);
    for (const GLenum filter : {GLenum{GL_TEXTURE_MIN_FILTER}, GLenum{GL_TEXTURE_MAG_FILTER}}) {
      glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    }
    for (const GLenum wrap : {GLenum{GL_TEXTURE_WRAP_S}, GLenum{GL_TEXTURE_WRAP_T}}) {
      glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    }
  }
  // Opaque to whoever shows it, whatever the drawing left in alpha.
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_A, GL_ONE);
  glBindTexture(GL_TEXTURE_2D, 0);
  glGenRenderbuffers(1, &depth_);
  glBindRenderbuffer(GL_RENDERBUFFER, depth_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
  glBindRenderbuffer(GL_RENDERBUFFER, 0);
  glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_, 0);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depth_);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

// --- Captions and the child's buttons ----------------------------------------------------------

bool IsFlatCaption(const Panel& panel) {
  return panel.kind == PanelKind::kCaption || panel.kind == PanelKind::kTold;
}

std::optional<FlatHold> DeedOf(content::EndsBy ends) {
  switch (ends) {
    case content::EndsBy::kStop:
      return FlatHold::kRaise;
    case content::EndsBy::kArmsOpen:
      return FlatHold::kArms;
    case content::EndsBy::kHold:
      return FlatHold::kEmbrace;
    case content::EndsBy::kShout:
      return FlatHold::kShout;
    default:
      return std::nullopt;
  }
}

void DrawFlatCaptions(const Scene& scene, bool deed, GuidePaint& paint, Box box) {
  constexpr float kGap = 14, kWidest = 760, kNarrow = 420;
  const Panel* said = nullptr;
  for (const Panel& panel : scene.panels) {
    if (IsFlatCaption(panel) && panel.opacity > 0) said = &panel;
  }
  if (said == nullptr || paint.Say(said->text).empty()) return;
  const float low = LowestOf(paint, box);
  const float aside = kMargin + RaiseWidth(paint) + kGap;  // what the button takes
  Box room{box.x + aside, 0, box.w - 2 * aside, 0};        // in the middle, if that is enough
  if (room.w < kNarrow || deed) room = {box.x + kMargin, 0, box.w - 2 * kMargin, 0};
  const bool over = room.w + 2 * kMargin >= box.w;  // then above the buttons
  if (room.w > kWidest) room = {box.x + (box.w - kWidest) / 2, 0, kWidest, 0};
  GuidePaint::Style style;
  style.size = 24;
  style.side = Side::kCentre;
  style.balance = true;
  style.colour = Faint(colour::kOnNight, std::min(said->opacity, 1.0F));
  const std::string& text = paint.Say(said->text);
  const float wide = room.w - 56;
  const float height = paint.HeightOf(text, wide, style);
  const float width = std::min(wide, paint.WidthOf(text, style) + 4);
  const float bottom = over ? low - (deed ? kDeedSide : kRaiseHeight) - kGap : low;
  Box card{room.x + (room.w - width) / 2 - 24, bottom - height - 24, width + 48, height + 24};
  paint.Fill(card, Faint(colour::kNight, 0.78F * said->opacity), 14);
  if (said->right.has_value()) {  // what followed from a choice
    paint.Outline(card, *said->right ? colour::kGreen : colour::kSun, 14, 3);
  }
  paint.Text(card.Inset(24, 12), text, style);
}

void DrawFlatButtons(std::optional<FlatHold> deed, const Flat& flat, GuidePaint& paint, Box scene) {
  const float low = LowestOf(paint, scene);
  for (const HoldLook& one : Deeds()) {
    if (deed == one.hold) {
      const Box box{scene.x + scene.w / 2 - 90, low - kDeedSide, 180, kDeedSide};
      DrawOne(one, flat, box, true, paint);
    } else if (one.hold == FlatHold::kRaise) {  // a child may always stop
      DrawOne(one, flat, {scene.x + kMargin, low - kRaiseHeight, RaiseWidth(paint), kRaiseHeight},
              false, paint);
    }
  }
}

std::vector<FlatEvent> FlatEventsOf(const GuideWindow::News& news, const Box& scene,
                                    std::int64_t now_us) {
  std::vector<FlatEvent> events;
  for (const LoosePointer& pointer : news.pointers) {
    FlatEvent event;
    event.kind = KindOf(pointer.kind);
    event.finger = pointer.finger;
    event.time_us = now_us;
    event.at = {(pointer.x - scene.x) / std::max(1.0F, scene.w),
                (pointer.y - scene.y) / std::max(1.0F, scene.h)};
    const bool inside = event.at.x >= 0 && event.at.x <= 1 && event.at.y >= 0 && event.at.y <= 1;
    if (event.kind == FlatEvent::Kind::kDown) {
      if (!inside) continue;
      if (const auto hold = HoldOfElement(pointer.element)) {
        event.kind = FlatEvent::Kind::kHold;
        event.hold = *hold;
      }
    } else if (event.kind == FlatEvent::Kind::kHover && !inside) {
      event.kind = FlatEvent::Kind::kLeave;
    }
    events.push_back(event);
  }
  for (const LooseKey& key : news.keys) {
    const auto hold = HoldOfKey(key.key);
    if (!hold) continue;
    FlatEvent event;
    event.kind = key.down ? FlatEvent::Kind::kHold : FlatEvent::Kind::kRelease;
    event.finger = kKeyFinger;
    event.hold = *hold;
    event.time_us = now_us;
    events.push_back(event);
  }
  return events;
}

}  // namespace vr
