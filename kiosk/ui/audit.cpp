// SPDX-License-Identifier: MIT
#include "kiosk/ui/audit.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr float kTolerance = 2;    // design units
constexpr float kOverlap = 0.25f;  // share of the smaller target

std::string Name(const Element& element) {
  return "[" + (element.id.empty() ? element.text : element.id) + "]";
}

bool IsTarget(const Element& element) {
  return element.visible && element.enabled && element.hit.w > 0 && element.hit.h > 0;
}

// Grounds that lie under everything on purpose, and arrows that float above lists.
bool MayOverlap(const Element& element) {
  const std::string& id = element.id;
  return element.role == Role::kBanner || element.role == Role::kScroll || id == "attract.begin" ||
         id == "hurry" || id.ends_with(".ground");
}

bool IsCut(const Element& element) {
  return element.hit.h + kTolerance < element.rect.h || element.hit.w + kTolerance < element.rect.w;
}

void CheckText(const Element& e, Rect window, std::vector<std::string>& found) {
  if (e.clipped) found.push_back("does not fit " + Name(e));
  if (e.rect.x < -kTolerance || e.rect.Right() > window.w + kTolerance) {
    found.push_back("leaves the window " + Name(e));
  }
  const std::size_t brace = e.text.find('{');
  if (brace != std::string::npos && e.text.find('}', brace) != std::string::npos) {
    found.push_back("has an unfilled placeholder " + Name(e));
  }
}

void CheckOverlap(const Element& a, const Element& b, std::vector<std::string>& found) {
  if (a.id == b.id || MayOverlap(a) || MayOverlap(b)) return;
  const Rect seen_a = a.rect.Clipped(a.hit), seen_b = b.rect.Clipped(b.hit);
  const Rect both = seen_a.Clipped(seen_b);
  const float smaller = std::min(seen_a.w * seen_a.h, seen_b.w * seen_b.h);
  if (both.w * both.h > smaller * kOverlap) found.push_back(Name(a) + " lies on " + Name(b));
}

}  // namespace

std::vector<std::string> Audit(const Semantics& tree, Rect window, float least) {
  std::vector<std::string> found;
  // With an overlay on top, only what stands above its ground counts.
  std::size_t first = 0;
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    if (tree.elements[i].role == Role::kBanner && tree.elements[i].id.ends_with(".ground"))
      first = i;
  }
  for (std::size_t i = first; i < tree.elements.size(); ++i) {
    const Element& e = tree.elements[i];
    if (!e.visible) continue;
    CheckText(e, window, found);
    if (!IsTarget(e)) continue;
    const bool piece = e.role == Role::kChoice && e.id.starts_with("seg.");  // words of a message
    if (!piece && !IsCut(e) && std::min(e.hit.w, e.hit.h) < least - kTolerance) {
      found.push_back("is too small a target " + Name(e));
    }
    for (std::size_t j = i + 1; j < tree.elements.size(); ++j) {
      if (IsTarget(tree.elements[j])) CheckOverlap(e, tree.elements[j], found);
    }
  }
  return found;
}

}  // namespace kiosk
