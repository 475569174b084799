// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace content {

/// The place kept for the VR trainer's scenarios: carried, signed and installed like any item, as
/// canonical JSON that the trainer reads. Its schema comes with the trainer.
struct Scenario {
  std::string json;
};

}  // namespace content
