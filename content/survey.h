// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

struct SurveyOption {
  std::string id;
  Text text;
};

/// Closed questions only: a field to type in would invite names.
struct SurveyQuestion {
  std::string id;
  Text text;
  std::vector<SurveyOption> options;
};

struct Survey {
  Text intro;
  std::vector<SurveyQuestion> questions;
  Text thanks;
};

}  // namespace content
