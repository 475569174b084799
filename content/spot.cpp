// SPDX-License-Identifier: MIT
#include "content/spot.h"

#include <algorithm>

#include "content/item_parsers.h"

namespace content {
namespace {

void ReadRegion(Fields& fields, Segment& segment) {
  Json* region = fields.FindList("region", 4, 4, Need::kRequired);
  if (region == nullptr) return;
  double sides[4] = {0, 0, 0, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string pointer = JoinPointer(fields.PointerTo("region"), std::to_string(i));
    if (!ReadNumber((*region)[i], pointer, 0, 1, fields.Context(), sides[i])) return;
  }
  constexpr double kSlack = 1e-9;  // 0.1 + 0.9 in decimal may exceed 1 in binary.
  if (sides[2] <= 0 || sides[3] <= 0 || sides[0] + sides[2] > 1 + kSlack ||
      sides[1] + sides[3] > 1 + kSlack) {
    fields.ReportAt("region", "spot.region",
                    {"区域是空的或伸出图外", "the region is empty or leaves the picture"},
                    {"写成[左, 上, 宽, 高]，都是0到1的比例",
                     "write [left, top, width, height], each a share from 0 to 1"});
    return;
  }
  segment.x = static_cast<float>(sides[0]);
  segment.y = static_cast<float>(sides[1]);
  segment.w = static_cast<float>(sides[2]);
  segment.h = static_cast<float>(sides[3]);
}

void CheckFlags(const Fields& fields, const Envelope& envelope, const Spot& spot) {
  const bool any = std::any_of(spot.segments.begin(), spot.segments.end(),
                               [](const Segment& segment) { return segment.flag; });
  if (envelope.signal == Signal::kGenuine && any) {
    fields.ReportAt("segments", "spot.flags",
                    {"真实信息里不能有flag: true", "a genuine message has no red flag"},
                    {"改signal或去掉flag", "change the signal or drop the flag"});
  }
  if (envelope.signal == Signal::kScam && !any) {
    fields.ReportAt("segments", "spot.flags",
                    {"诈骗信息里一个可疑点也没标", "a scam has at least one red flag"},
                    {"给可疑的片段写flag: true", "write flag: true on what is suspicious"});
  }
  if (envelope.signal != Signal::kNone) return;
  if (!spot.picture) {
    fields.ReportAt("signal", "spot.signal",
                    {"一条消息要么是scam要么是genuine", "a message is either scam or genuine"},
                    {"写signal: scam或signal: genuine；找危险请配picture",
                     "write signal: scam or signal: genuine; dangers are looked for in a picture"});
  } else if (!any) {
    fields.ReportAt("segments", "spot.flags",
                    {"图里一处危险也没标", "the picture has no danger to be found"},
                    {"给危险的地方写flag: true", "write flag: true on what is dangerous"});
  }
}

}  // namespace

void ReadBody(Fields& fields, const Envelope& envelope, Spot& spot) {
  fields.GetText("instruction", spot.instruction);
  ReadPicture(fields, spot.picture);
  const bool dangers = envelope.signal == Signal::kNone && spot.picture;
  if (!dangers) {  // a message has a sender; a picture of dangers shows none
    std::optional<Sample> sample;
    ReadSample(fields, false, sample);
    if (sample) spot.sample = std::move(*sample);
  }
  std::set<std::string> ids;
  fields.GetEach("segments", 2, limits::kSegments, Need::kRequired, [&](Fields& inner) {
    Segment segment;
    inner.GetNewId("id", segment.id, ids);
    inner.GetText("text", segment.text);
    inner.GetBool("flag", segment.flag, Need::kRequired);
    inner.GetText("why", segment.why);
    if (spot.picture) ReadRegion(inner, segment);
    spot.segments.push_back(std::move(segment));
  });
  fields.GetText("explanation", spot.explanation);
  fields.GetText("takeaway", spot.takeaway);
  if (!spot.segments.empty()) CheckFlags(fields, envelope, spot);
}

}  // namespace content
