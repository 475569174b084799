// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/item.h"
#include "content/manifest.h"

namespace content {

/// What a text is for; decides how long it may be and which rules hold for it.
enum class Role {
  kTitle,     ///< Title of an item or group, name of a metric.
  kHeadline,  ///< Of a card, read from across the room.
  kCardLine,
  kSender,
  kStem,
  kChoice,
  kButton,    ///< Reply in a chat, option of a survey.
  kFeedback,  ///< Why an answer is right or wrong, or a piece suspicious or not.
  kBody,      ///< Explanation, summary, note, brief.
  kTakeaway,  ///< One line to remember.
  kMessage,   ///< Said by somebody in a message under judgement or in a chat; may be false.
  kAlt,
  kCaption,   ///< Hangs in the trainer's scene.
  kSceneCard  ///< A choice there.
};

struct PlacedText {
  std::string where;  ///< JSON pointer in the item.
  Role role = Role::kBody;
  const Text* text = nullptr;  ///< Belongs to the item.
  bool wrong = false;          ///< Stands in a wrong answer: may say what is false.
};

/// Every visible text of an item, in the order of reading; absent ones are left out.
[[nodiscard]] std::vector<PlacedText> CollectTexts(const Item& item);
/// The same for the pack's own texts.
[[nodiscard]] std::vector<PlacedText> CollectTexts(const Manifest& manifest);

enum class MediaUse { kPicture, kFilm, kCaptions, kSound };

struct PlacedMedia {
  std::string where;  ///< JSON pointer in the item.
  MediaUse use = MediaUse::kPicture;
  std::string path;
};

/// Every file an item refers to.
[[nodiscard]] std::vector<PlacedMedia> CollectMedia(const Item& item);

}  // namespace content
