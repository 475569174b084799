// SPDX-License-Identifier: MIT
#include "vr/render/place.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

#include "vr/render/props.h"

namespace vr {
namespace {

Range Since(const Mesh& mesh, std::size_t begin) {
  return {static_cast<int>(begin), static_cast<int>(mesh.indices.size() - begin)};
}

glm::mat4 PlaceOf(const content::Prop& prop) {
  return Standing({prop.at.x, prop.at.y, prop.at.z},
                  glm::radians(static_cast<float>(prop.facing_deg)));
}

bool Grows(content::PropKind kind) {
  return kind == content::PropKind::kReeds || kind == content::PropKind::kWillow ||
         kind == content::PropKind::kPoplar;
}

/// Whether a box is not wholly outside of one side of the picture.
bool IsInPicture(const glm::mat4& clip_from_world, glm::vec3 low, glm::vec3 high) {
  int left = 0, right = 0, below = 0, above = 0, behind = 0;
  for (int i = 0; i < 8; ++i) {
    const glm::vec4 corner((i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y,
                           (i & 4) != 0 ? high.z : low.z, 1);
    const glm::vec4 clip = clip_from_world * corner;
    left += clip.x < -clip.w ? 1 : 0;
    right += clip.x > clip.w ? 1 : 0;
    below += clip.y < -clip.w ? 1 : 0;
    above += clip.y > clip.w ? 1 : 0;
    behind += clip.w <= 0 ? 1 : 0;
  }
  return left < 8 && right < 8 && below < 8 && above < 8 && behind < 8;
}

}  // namespace

void Place::Load(const content::ScenarioPlace& place) {
  described_ = place;
  climate_ = ClimateOf(place);
  named_.clear();
  signs_.clear();
  const Ground ground(place);
  Mesh mesh;
  for (const content::Prop& prop : place.props) {
    if (prop.hidden) continue;
    const std::size_t begin = mesh.indices.size();
    Mesh piece;
    const glm::mat4 world = PlaceOf(prop);
    AddProp(piece, prop.kind, ground, world);
    mesh.Append(piece, world);
    named_.push_back({prop.id, Since(mesh, begin), Grows(prop.kind)});
    if (prop.kind != content::PropKind::kSign) continue;
    // The texture is read from +z, the sign looks along -z.
    signs_.push_back(glm::rotate(glm::translate(world, kSignMiddle + glm::vec3(0, 0, -0.014F)),
                                 3.14159265F, glm::vec3(0, 1, 0)));
  }
  const std::size_t pieces_end = mesh.indices.size();
  // Cut into chunks anew; the set pieces stay as they are as well, to be found by name.
  const std::vector<std::uint32_t> set_pieces = mesh.indices;
  const auto append = [&](bool grown) {
    for (const Named& named : named_) {
      if (named.grown != grown) continue;
      const auto first = set_pieces.begin() + named.range.first;
      mesh.indices.insert(mesh.indices.end(), first, first + named.range.count);
    }
  };
  chunks_.clear();
  append(false);
  Cut(mesh, pieces_end, Part::kPiece);
  std::size_t begin = mesh.indices.size();
  append(true);
  ground.AddHorizon(mesh);
  ground.AddScenery(mesh);
  Cut(mesh, begin, Part::kGrown);
  begin = mesh.indices.size();
  ground.AddWalls(mesh);
  ground.AddSurface(mesh, climate_.day.to_sun, climate_.look.attenuation);
  Cut(mesh, begin, Part::kGround);
  begin = mesh.indices.size();
  ground.AddGrass(mesh);
  Cut(mesh, begin, Part::kGrass);
  triangles_ = static_cast<int>((mesh.indices.size() - pieces_end) / 3);
  still_.Upload(mesh);

  Mesh pieces;
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    const std::size_t first = pieces.indices.size();
    AddProp(pieces, static_cast<content::PropKind>(i), ground, glm::mat4(1));
    kinds_[i] = Since(pieces, first);
  }
  for (std::size_t i = 0; i < thrown_.size(); ++i) {
    const std::size_t first = pieces.indices.size();
    AddThrown(pieces, static_cast<content::ThrownObject>(i));
    thrown_[i] = Since(pieces, first);
  }
  pieces_.Upload(pieces);
}

void Place::Cut(Mesh& mesh, std::size_t begin, Part part) {
  constexpr int kSectors = 12;
  const auto triangles = (mesh.indices.size() - begin) / 3;
  std::vector<std::pair<int, std::size_t>> order;  // sector and first index
  order.reserve(triangles);
  for (std::size_t i = begin; i < mesh.indices.size(); i += 3) {
    const glm::vec3 at = mesh.vertices[mesh.indices[i]].at;
    const float turn = std::atan2(at.x, -at.z) / 6.2831853F + 0.5F;
    const int sector = std::min(kSectors - 1, static_cast<int>(turn * kSectors));
    const float away = std::sqrt(at.x * at.x + at.z * at.z);
    const int ring = away < 5 ? 0 : away < 14 ? 1 : away < 42 ? 2 : 3;
    order.emplace_back(sector + ring * kSectors, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> sorted;
  sorted.reserve(mesh.indices.size() - begin);
  int sector = -1;
  for (const auto& [key, index] : order) {
    if (key != sector) {
      const auto first = static_cast<int>(begin + sorted.size());
      chunks_.push_back({{first, 0}, glm::vec3(1e9F), glm::vec3(-1e9F), part, key < 2 * kSectors});
      sector = key;
    }
    Chunk& chunk = chunks_.back();
    for (std::size_t k = 0; k < 3; ++k) {
      const std::uint32_t vertex = mesh.indices[index + k];
      sorted.push_back(vertex);
      chunk.low = glm::min(chunk.low, mesh.vertices[vertex].at);
      chunk.high = glm::max(chunk.high, mesh.vertices[vertex].at);
    }
    chunk.range.count += 3;
  }
  std::copy(sorted.begin(), sorted.end(), mesh.indices.begin() + static_cast<long>(begin));
}

bool Place::Chunk::IsOf(Share share) const {
  switch (share) {
    case Share::kMirrored:
      return !near || part == Part::kPiece || part == Part::kGrown;
    case Share::kNear:
      return near || part == Part::kPiece || part == Part::kGround;
    case Share::kFar:
      return !near && (part == Part::kGrown || part == Part::kGrass);
    case Share::kAll:
      break;
  }
  return true;
}

void Place::Draw(Tally& tally, const FrameBlock& frame, Share share) const {
  // Under water nothing is seen from where less than e^-5 of the light would come.
  const glm::vec3 taken = climate_.look.attenuation;
  const bool under = frame.eye.w > 0.5F;
  const float sight = under ? 5 / std::min({taken.x, taken.y, taken.z}) : 1e9F;
  const glm::vec3 eye(frame.eye);
  Range run;  // neighbours go in one call
  for (const Chunk& chunk : chunks_) {
    if (!chunk.IsOf(share)) continue;
    if (under && chunk.low.y > 0.2F) continue;
    const glm::vec3 nearest = glm::clamp(eye, chunk.low, chunk.high);
    if (glm::distance(eye, nearest) > sight) continue;
    if (!IsInPicture(frame.clip_from_world, chunk.low, chunk.high)) continue;
    if (run.count > 0 && run.first + run.count != chunk.range.first) {
      still_.Draw(tally, run);
      run = {};
    }
    if (run.count == 0) run.first = chunk.range.first;
    run.count += chunk.range.count;
  }
  still_.Draw(tally, run);
}

Range Place::Find(const std::string& id) const {
  for (const Named& named : named_) {
    if (named.id == id) return named.range;
  }
  return {};
}

void Place::DrawPiece(Tally& tally, content::PropKind kind) const {
  pieces_.Draw(tally, kinds_[static_cast<std::size_t>(kind)]);
}

void Place::DrawThrown(Tally& tally, content::ThrownObject object) const {
  pieces_.Draw(tally, thrown_[static_cast<std::size_t>(object)]);
}

}  // namespace vr
