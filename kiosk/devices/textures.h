// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "content/pack.h"
#include "kiosk/devices/picture.h"
#include "kiosk/ui/ui.h"

namespace kiosk {

/// Pictures on the GPU: the kiosk's icons and illustrations, and those of packs. What was asked for
/// once stays until Forget (packs' pictures) or the end. Icons are there at once; pictures are
/// decoded in a thread of their own, so that none delays a touch: until then their size is known
/// and their name is 0.
class Textures {
 public:
  /// `folder` holds icons/<name>.png and pictures/<name>.png. `wake_event` is pushed when a picture
  /// is ready for Collect.
  Textures(std::filesystem::path folder, Uint32 wake_event);
  ~Textures();
  Textures(const Textures&) = delete;
  Textures& operator=(const Textures&) = delete;

  /// An alpha mask in one channel, drawn in any colour. "#shadow" is made here.
  [[nodiscard]] Texture Icon(std::string_view name);
  [[nodiscard]] Texture Picture(std::string_view name);
  /// A picture of a pack, proven by its hash before it is decoded. No size when it can't be read.
  [[nodiscard]] Texture OfPack(const content::Pack& pack, const std::string& path);
  /// Sends what was decoded to the GPU. True when a picture came.
  bool Collect();
  /// Waits until every picture asked for can be collected.
  void Finish();
  void Forget();  ///< Drops the packs' pictures.

 private:
  struct Job {
    std::string key;
    std::string bytes;
  };
  struct Done {
    std::string key;
    PixelLevels pixels;
  };
  Texture Ask(const std::string& key, std::string bytes);
  void Work();

  std::filesystem::path folder_;
  Uint32 wake_event_;
  std::map<std::string, Texture, std::less<>> icons_, pictures_;

  std::mutex mutex_;  ///< Guards what follows.
  std::condition_variable news_;
  std::deque<Job> jobs_;
  std::vector<Done> done_;
  bool busy_ = false, stop_ = false;
  std::thread worker_;
};

}  // namespace kiosk
