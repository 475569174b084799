// SPDX-License-Identifier: MIT
#include "kiosk/screens/sample.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

using content::Channel;

constexpr float kPad = 36, kAvatar = 80, kBigAvatar = 112, kBarHeight = 84, kStageHeight = 190;
constexpr float kRadius = 40, kBubbleRadius = 30, kBubblePad = 32;

content::TextView NameOf(Channel channel) {
  switch (channel) {
    case Channel::kCall:
      return words::kCall;
    case Channel::kChat:
      return words::kChatMessage;
    case Channel::kVideoCall:
      return words::kVideoCall;
    case Channel::kEmail:
      return words::kEmail;
    case Channel::kWeb:
      return words::kWeb;
    case Channel::kInPerson:
      return words::kInPerson;
    case Channel::kPrint:
      return words::kPrint;
    case Channel::kNone:
    case Channel::kSms:
      break;
  }
  return words::kSms;
}

/// How a device looks and where its parts are, measured for one width.
struct Device {
  bool dark = false;     ///< A phone in a call.
  bool centred = false;  ///< Head above one another and centred, else beside the avatar.
  bool bubble = false;   ///< The text stands in a bubble, else on the surface itself.
  float pad = kPad;
  float above = 0;   ///< Browser bar or the picture of a video call.
  float avatar = 0;  ///< Side of the round icon in the head; 0: none.
  float text_left = 0;
  std::string name, label;
  float name_height = 0, label_height = 0;
  float head = 0, text_width = 0, text_height = 0, height = 0;
};

Device DeviceFor(Channel surface, bool low) {
  Device device;
  device.dark = surface == Channel::kCall || surface == Channel::kVideoCall;
  device.centred = (surface == Channel::kCall && !low) || surface == Channel::kPrint ||
                   surface == Channel::kChat;
  device.bubble =
      surface != Channel::kEmail && surface != Channel::kWeb && surface != Channel::kPrint;
  device.avatar = kAvatar;
  if (surface == Channel::kCall && !low) device.avatar = kBigAvatar;
  if (surface == Channel::kPrint || surface == Channel::kWeb || surface == Channel::kChat) {
    device.avatar = 0;
  }
  if (surface == Channel::kVideoCall && !low) device.above = kStageHeight;
  if (surface == Channel::kWeb) device.above = kBarHeight;
  if (surface == Channel::kPrint) device.pad = 52;
  if (low && surface != Channel::kPrint) device.pad = 28;
  if (surface == Channel::kInPerson) device.pad = 0;
  return device;
}

/// Of a browser's bar, beside its buttons and its globe.
float AddressRoom(float width, const Device& device) { return width - 2 * device.pad - 200; }

Device Measure(Ui& ui, const SampleFace& face, float width) {
  Device device = DeviceFor(face.surface, IsLow(ui));
  // A browser's bar shows the address; everybody else's name stands in the head.
  if (face.surface != Channel::kWeb) device.name = face.sender;
  // The middle dot of the face is as wide as a Han character and brings its own space.
  device.label = ui.Say(NameOf(face.surface)) + "·" + ui.Say(words::kTrainingSample);
  const float inner = width - 2 * device.pad;
  const float beside = device.centred || device.avatar == 0 ? 0 : device.avatar + 24;
  device.name_height =
      device.name.empty() ? 0 : ui.TextHeight(Type::kStrong, device.name, inner - beside);
  device.label_height = ui.TextHeight(Type::kLabel, device.label, inner - beside);
  const float words_height = device.name_height + device.label_height;
  device.head = beside > 0 ? std::max(device.avatar, words_height)
                           : words_height + (device.avatar > 0 ? device.avatar + 16 : 0);
  if (face.surface == Channel::kWeb) {
    const float address = ui.TextHeight(Type::kLabel, face.sender, AddressRoom(width, device));
    device.above = std::max(kBarHeight, address + 40);
  }
  if (face.surface == Channel::kChat) device.text_left = kAvatar + 20;
  const float bubble_pad = device.bubble ? 2 * kBubblePad : 0;
  device.text_width = inner - device.text_left - bubble_pad;
  device.text_height = ui.PiecesHeight(Type::kBody, face.pieces, device.text_width);
  const float gap = device.bubble ? 24 : 40;
  const float above = device.above > 0 ? device.above : device.pad;
  device.height = above + (device.above > 0 ? 24 : 0) + device.head + gap + device.text_height +
                  bubble_pad + (face.surface == Channel::kInPerson ? 0 : device.pad);
  return device;
}

void PaintStage(Ui& ui, Rect area) {
  const Theme& theme = ui.Colors();
  const Rect stage{area.x + 20, area.y + 20, area.w - 40, kStageHeight - 20};
  ui.Fill(stage, theme.on_teal.WithAlpha(0.12f), 28);
  ui.Icon("person", {stage.Center().x - 70, stage.Center().y - 70, 140, 140},
          theme.on_teal.WithAlpha(0.75f));
  const Rect self{stage.Right() - 116, stage.y + 16, 100, 128};
  ui.Fill(self, theme.on_teal.WithAlpha(0.2f), 18);
  ui.Icon("video-call", self.Inset(26, 40), theme.on_teal);
}

void PaintBar(Ui& ui, Rect area, float height, const std::string& address, float room) {
  const Theme& theme = ui.Colors();
  const Rect bar{area.x, area.y, area.w, height};
  ui.Fill(bar, theme.sand, kRadius);
  ui.Fill({bar.x, bar.y + height / 2, bar.w, height / 2}, theme.sand);
  for (int i = 0; i < 3; ++i) {
    ui.Circle({bar.x + 40 + 30 * static_cast<float>(i), bar.Center().y}, 9,
              theme.soft.WithAlpha(0.45f));
  }
  const Rect pill{bar.x + 132, bar.y + 12, bar.w - 160, height - 24};
  ui.Fill(pill, theme.card, pill.h / 2);
  ui.Icon("globe", {pill.x + 16, pill.Center().y - 19, 38, 38}, theme.soft);
  ui.TextMiddle({pill.x + 68, pill.y, room, pill.h}, Type::kLabel, Ink::kText, address,
                Align::kLeft);
  ui.Line({bar.x, bar.Bottom()}, {bar.Right(), bar.Bottom()}, theme.line, 3);
}

void PaintGround(Ui& ui, Channel surface, const Device& device, Rect area,
                 const std::string& sender) {
  const Theme& theme = ui.Colors();
  if (device.dark) {
    ui.Fill(area, theme.teal_deep, kRadius);
    if (ui.Chosen().high_contrast) ui.Outline(area, theme.on_teal, 3, kRadius);
    if (device.above > 0) PaintStage(ui, area);
  } else if (surface == Channel::kChat) {
    ui.Panel(area, Ground::kSand, kRadius);
  } else if (surface == Channel::kPrint) {
    ui.Panel(area, Ground::kCard, 8);
    ui.Outline(area.Inset(16, 16), theme.accent, 5, 4);
    ui.Outline(area.Inset(27, 27), theme.accent, 2, 2);
  } else if (surface == Channel::kInPerson) {
    return;
  } else {
    ui.Panel(area, Ground::kOutline, kRadius);
    if (surface == Channel::kWeb) {
      PaintBar(ui, area.Inset(3, 3), device.above - 3, sender, AddressRoom(area.w, device));
    }
  }
}

void PaintHead(Ui& ui, Channel surface, const Device& device, Rect head) {
  const Theme& theme = ui.Colors();
  const Ink name = device.dark ? Ink::kOnTeal : Ink::kText;
  const Ink label = device.dark ? Ink::kOnTealSoft : Ink::kSoft;
  Rect words = head;
  Align align = Align::kLeft;
  if (device.avatar > 0) {
    const float side = device.avatar;
    const float left = device.centred ? head.Center().x - side / 2 : head.x;
    const Rect round{left, head.y, side, side};
    ui.Circle(round.Center(), side / 2, device.dark ? theme.on_teal.WithAlpha(0.16f) : theme.mint);
    ui.Icon(IconOf(surface), round.Inset(side * 0.22f, side * 0.22f),
            device.dark ? theme.on_teal : theme.accent);
    if (device.centred) {
      words.y += side + 16;
    } else {
      words.x += side + 24;
      words.w -= side + 24;
      words.y += (head.h - device.name_height - device.label_height) / 2;
    }
  }
  if (device.centred) align = Align::kCenter;
  ui.Text({words.x, words.y, words.w, 0}, Type::kStrong, name, device.name, align);
  ui.Text({words.x, words.y + device.name_height, words.w, 0}, Type::kLabel, label, device.label,
          align);
}

/// The ground of the spoken or written words, with one sharper corner towards who says them.
void PaintBubble(Ui& ui, Channel surface, Rect bubble) {
  const Theme& theme = ui.Colors();
  Color color = theme.card;
  if (surface == Channel::kSms || surface == Channel::kNone) color = theme.sand;
  if (surface == Channel::kInPerson) color = theme.mint;
  ui.Fill(bubble, color, kBubbleRadius);
  ui.Fill({bubble.x, bubble.y, kBubbleRadius + 8, kBubbleRadius + 8}, color, 8);
  if (ui.Chosen().high_contrast) ui.Outline(bubble, theme.line, 3, kBubbleRadius);
}

void Paint(Ui& ui, const SampleFace& face, const Device& device, Rect area,
           const PieceTapped& tapped) {
  PaintGround(ui, face.surface, device, area, face.sender);
  const Rect inner = area.Inset(device.pad, 0);
  float y = area.y + (device.above > 0 ? device.above + 24 : device.pad);
  PaintHead(ui, face.surface, device, {inner.x, y, inner.w, device.head});
  y += device.head;
  Rect text{inner.x + device.text_left, y + 24, device.text_width, device.text_height};
  if (device.bubble) {
    const Rect bubble{text.x, text.y, text.w + 2 * kBubblePad, text.h + 2 * kBubblePad};
    PaintBubble(ui, face.surface, bubble);
    text = {bubble.x + kBubblePad, bubble.y + kBubblePad, text.w, text.h};
    if (face.surface == Channel::kChat) {
      const Vec center{inner.x + kAvatar / 2, bubble.y + kAvatar / 2};
      ui.Circle(center, kAvatar / 2, ui.Colors().card);
      ui.Icon("person", {center.x - 24, center.y - 24, 48, 48}, ui.Colors().soft);
    }
  } else {
    ui.Line({inner.x, y + 18}, {inner.Right(), y + 18}, ui.Colors().line, 2);
    text.y = y + 40;
  }
  const auto result = ui.Pieces(text, Type::kBody, Ink::kText, face.pieces);
  if (result.tapped && tapped) tapped(*result.tapped);
}

}  // namespace

content::TextView TagOf(Channel channel) {
  switch (channel) {
    case Channel::kSms:
      return words::kTagSms;
    case Channel::kCall:
      return words::kTagCall;
    case Channel::kChat:
      return words::kTagChat;
    case Channel::kVideoCall:
      return words::kTagVideoCall;
    case Channel::kEmail:
      return words::kTagEmail;
    case Channel::kWeb:
      return words::kTagWeb;
    case Channel::kInPerson:
      return words::kTagInPerson;
    case Channel::kPrint:
      return words::kTagPrint;
    case Channel::kNone:
      break;
  }
  return words::kTagNone;
}

void StackSample(Stack& stack, Ui& ui, SampleFace face, PieceTapped tapped) {
  const Device device = Measure(ui, face, stack.Width());
  stack.Add(device.height, [&ui, face = std::move(face), device, tapped = std::move(tapped)](
                               Rect area) { Paint(ui, face, device, area, tapped); });
}

}  // namespace kiosk
