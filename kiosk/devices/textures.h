// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "content/pack.h"
#include "kiosk/ui/ui.h"

namespace kiosk {

/// Pictures on the GPU: the kiosk's icons and illustrations, and those of packs. What was asked for
/// once stays until Forget (packs' pictures) or the end.
class Textures {
 public:
  /// `folder` holds icons/<name>.png and pictures/<name>.png.
  explicit Textures(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~Textures();
  Textures(const Textures&) = delete;
  Textures& operator=(const Textures&) = delete;

  /// An alpha mask in one channel, drawn in any colour. "#shadow" is made here.
  [[nodiscard]] Texture Icon(std::string_view name);
  [[nodiscard]] Texture Picture(std::string_view name);
  /// A picture of a pack, proven by its hash before it is decoded. Name 0 when it can't be read.
  [[nodiscard]] Texture OfPack(const content::Pack& pack, const std::string& path);
  void Forget();  ///< Drops the packs' pictures.

 private:
  std::filesystem::path folder_;
  std::map<std::string, Texture, std::less<>> icons_, pictures_, packs_;
};

}  // namespace kiosk
