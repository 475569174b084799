// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "kiosk/ui/ui.h"

namespace kiosk {
namespace {

constexpr float kAscent = 0.88f;  // em above the baseline in Noto Sans CJK's square

Role RoleOf(Type type) {
  return type == Type::kDisplay || type == Type::kTitle || type == Type::kHeading ? Role::kHeading
                                                                                  : Role::kText;
}

}  // namespace

assets::Weight Ui::WeightOf(Type type) const {
  return StyleOf(type, settings_.text_size).bold ? assets::Weight::kBold : assets::Weight::kRegular;
}

const assets::Paragraph& Ui::Measure(Type type, std::string_view text, float width) {
  std::string key(text);
  key += '\x1f';
  key += std::to_string(static_cast<int>(type));
  key += ',';
  key += std::to_string(static_cast<int>(width * 4));
  if (const auto found = paragraphs_.find(key); found != paragraphs_.end()) return found->second;
  const TypeStyle style = StyleOf(type, settings_.text_size);
  assets::TextStyle wanted;
  wanted.weight = style.bold ? assets::Weight::kBold : assets::Weight::kRegular;
  wanted.size = style.size;
  wanted.leading = style.leading;
  wanted.balance = style.balance;
  wanted.language = settings_.language;
  return paragraphs_.emplace(std::move(key), assets::LayOut(font_, text, wanted, width))
      .first->second;
}

float Ui::Text(Rect area, Type type, Ink ink, std::string_view text, Align align) {
  if (text.empty()) return 0;
  const assets::Paragraph& paragraph = Measure(type, text, area.w);
  DrawParagraph(paragraph, {area.x, area.y}, area.w, align, ColorOf(ink), WeightOf(type));
  const float height = paragraph.Height();
  const float inked = height - (paragraph.line_height - paragraph.size);  // leading may stand out
  const bool clipped =
      (area.h > 0 && inked > area.h + 1) || paragraph.width > area.w + 1 || paragraph.cut;
  float x = area.x;  // where the ink is, not the room it was given
  if (align == Align::kCenter) x += (area.w - paragraph.width) / 2;
  if (align == Align::kRight) x += area.w - paragraph.width;
  AddElement("", RoleOf(type), text, {x, area.y, paragraph.width, height}, {}, true, false,
             clipped);
  return height;
}

float Ui::TextMiddle(Rect area, Type type, Ink ink, std::string_view text, Align align) {
  const float height = TextHeight(type, text, area.w);
  const Rect inside{area.x, area.y + std::max(0.0f, (area.h - height) / 2), area.w, area.h};
  return Text(inside, type, ink, text, align);
}

void Ui::DrawParagraph(const assets::Paragraph& paragraph, Vec at, float width, Align align,
                       Color color, assets::Weight weight) {
  const ImVec2 clip_min = list_->GetClipRectMin(), clip_max = list_->GetClipRectMax();
  float y = at.y;
  for (const assets::TextLine& line : paragraph.lines) {
    const float top = (y - scroll_y_) * scale_;
    const float bottom = top + paragraph.line_height * scale_;
    if (bottom >= clip_min.y && top <= clip_max.y) {
      float x = at.x;
      if (align == Align::kCenter) x += (width - line.width) / 2;
      if (align == Align::kRight) x += width - line.width;
      const float baseline =
          y + (paragraph.line_height - paragraph.size) / 2 + paragraph.size * kAscent;
      for (const assets::PlacedGlyph& glyph : line.glyphs) {
        DrawGlyph(weight, glyph.codepoint, paragraph.size, {x + glyph.x, baseline}, color);
      }
    }
    y += paragraph.line_height;
  }
}

void Ui::DrawGlyph(assets::Weight weight, char32_t codepoint, float size, Vec pen, Color color) {
  const int pixels = std::max(1, static_cast<int>(std::lround(size * scale_)));
  const assets::CachedGlyph* glyph = glyphs_.Find(weight, codepoint, pixels);
  if (glyph == nullptr) return;
  const Vec at = PxAt(pen);
  const float x = std::round(at.x) + static_cast<float>(glyph->left);
  const float y = std::round(at.y) - static_cast<float>(glyph->top);
  const auto texture =
      reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(glyphs_.TextureName()));
  list_->PushTextureID(texture);
  list_->PrimReserve(6, 4);
  list_->PrimRectUV({x, y},
                    {x + static_cast<float>(glyph->width), y + static_cast<float>(glyph->height)},
                    {glyph->u0, glyph->v0}, {glyph->u1, glyph->v1}, Packed(color));
  list_->PopTextureID();
}

std::vector<Ui::Run> Ui::FindRuns(const assets::Paragraph& paragraph, const std::u32string& source,
                                  const std::vector<std::size_t>& kinds) {
  std::vector<Run> runs;
  std::size_t at = 0;
  for (std::size_t l = 0; l < paragraph.lines.size(); ++l) {
    const assets::TextLine& line = paragraph.lines[l];
    bool open = false;
    for (const assets::PlacedGlyph& glyph : line.glyphs) {
      while (at < source.size() && source[at] != glyph.codepoint) ++at;  // blanks dropped at breaks
      const std::size_t kind = at < kinds.size() ? kinds[at] : 0;
      if (!open || runs.back().kind != kind) {
        if (open) runs.back().until = glyph.x;
        runs.push_back({l, glyph.x, line.width, kind});
        open = true;
      }
      ++at;
    }
    if (open) runs.back().until = line.width;
  }
  return runs;
}

float Ui::MarkedText(Rect area, Type type, Ink ink, std::string_view text,
                     const std::vector<std::string>& phrases) {
  const assets::Paragraph& paragraph = Measure(type, text, area.w);
  const std::u32string source = assets::Decode(text);
  std::vector<std::size_t> kinds(source.size(), 0);
  for (const std::string& phrase : phrases) {
    const std::u32string wanted = assets::Decode(phrase);
    const std::size_t from = wanted.empty() ? std::u32string::npos : source.find(wanted);
    for (std::size_t i = 0; from != std::u32string::npos && i < wanted.size(); ++i)
      kinds[from + i] = 1;
  }
  for (const Run& run : FindRuns(paragraph, source, kinds)) {
    if (run.kind == 0) continue;
    const float y = area.y + static_cast<float>(run.line) * paragraph.line_height;
    const float em = paragraph.size;
    const float top = y + (paragraph.line_height - em) / 2;
    Fill({area.x + run.from - 4, top - 2, run.until - run.from + 8, em + 10}, Colors().amber, 8);
  }
  return Text(area, type, ink, text);
}

float Ui::PiecesHeight(Type type, const std::vector<Piece>& pieces, float width) {
  std::string all;
  for (const Piece& piece : pieces) all += piece.text;
  return TextHeight(type, all, width);
}

Ui::PiecesResult Ui::Pieces(Rect area, Type type, Ink ink, const std::vector<Piece>& pieces) {
  std::string all;
  std::vector<std::size_t> kinds;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    all += pieces[i].text;
    kinds.resize(kinds.size() + assets::Decode(pieces[i].text).size(), i);
  }
  const assets::Paragraph& paragraph = Measure(type, all, area.w);
  const std::vector<Run> runs = FindRuns(paragraph, assets::Decode(all), kinds);
  PiecesResult result{paragraph.Height(), std::nullopt};
  for (const Run& run : runs) {
    const Piece& piece = pieces[run.kind];
    const float y = area.y + static_cast<float>(run.line) * paragraph.line_height;
    const Rect box{area.x + run.from, y + 2, run.until - run.from, paragraph.line_height - 4};
    const bool pressed = !piece.id.empty() && IsPressed(piece.id);
    if ((piece.ground.rgba & 0xFFu) != 0) Fill(box.Inset(1, 0), piece.ground, 10);
    if (pressed) Fill(box.Inset(1, 0), Colors().amber.WithAlpha(0.5f), 10);
    if ((piece.underline.rgba & 0xFFu) != 0) {
      Line({box.x + 2, box.Bottom() - 1}, {box.Right() - 3, box.Bottom() - 1}, piece.underline, 4);
    }
    if (piece.id.empty()) continue;
    if (Tap(piece.id, box, Role::kChoice, piece.text, piece.chosen)) result.tapped = run.kind;
  }
  DrawParagraph(paragraph, {area.x, area.y}, area.w, Align::kLeft, ColorOf(ink), WeightOf(type));
  AddElement("", Role::kText, all, {area.x, area.y, area.w, result.height}, {}, true, false,
             paragraph.width > area.w + 1);
  return result;
}

}  // namespace kiosk
