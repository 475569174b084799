// SPDX-License-Identifier: MIT
#include "vr/render/figures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <string>
#include <utility>

#include "vr/render/postures.h"
#include "vr/render/props.h"
#include "vr/render/spots.h"

namespace vr {
namespace {

constexpr GLint kBoneLocation = 8;

/// No two move in step.
float Offset(const std::string& id) {
  std::uint32_t n = 2166136261U;
  for (const char c : id) n = (n ^ static_cast<unsigned char>(c)) * 16777619U;
  return 5 * Hash(n);
}

/// A towel round shoulders, in metres from the start of the chest bone of a child.
void AddCape(Mesh& mesh) {
  constexpr int kAround = 22, kRows = 9;
  const Paint cloth{{0.62F, 0.56F, 0.46F}, 0, 0, 0.6F, 0},
      band{{0.22F, 0.36F, 0.45F}, 0, 0, 0.6F, 0};
  const auto begin = static_cast<std::uint32_t>(mesh.vertices.size());
  for (int r = 0; r <= kRows; ++r) {
    const float t = static_cast<float>(r) / kRows;
    const float y = 0.205F - 0.62F * t;
    for (int i = 0; i <= kAround; ++i) {
      // Open in front, where the hands hold it.
      const float a = (0.06F + 0.88F * static_cast<float>(i) / kAround) * 6.2832F - 1.5708F;
      const float fold = 1 + 0.05F * t * std::sin(a * 7 + 1);
      const float wide = (0.075F + 0.12F * std::min(1.0F, t * 5) + 0.035F * t) * fold;
      const float deep = (0.07F + 0.075F * std::min(1.0F, t * 4) + 0.05F * t) * fold;
      mesh.Add({wide * std::cos(a), y, deep * std::sin(a)},
               {std::cos(a), 0.35F * (1 - t), std::sin(a)}, r == 7 ? band : cloth);
    }
  }
  for (std::uint32_t r = 0; r < kRows; ++r) {
    for (std::uint32_t i = 0; i < kAround; ++i) {
      const std::uint32_t a = begin + r * (kAround + 1) + i;
      mesh.Quad(a, a + 1, a + kAround + 2, a + kAround + 1);
    }
  }
}

}  // namespace

glm::vec3 ColourOf(content::Vest vest) {
  switch (vest) {
    case content::Vest::kNone:
      return {0.42F, 0.40F, 0.37F};
    case content::Vest::kOrange:
      return {0.86F, 0.23F, 0.025F};
    case content::Vest::kYellow:
      return {0.86F, 0.60F, 0.05F};
    case content::Vest::kBlue:
      return {0.05F, 0.19F, 0.48F};
    case content::Vest::kGreen:
      return {0.09F, 0.42F, 0.12F};
    case content::Vest::kWhite:
      return {0.80F, 0.79F, 0.76F};
  }
  return {0.5F, 0.5F, 0.5F};
}

BodyShape ShapeOf(content::FigureRole role) {
  if (role == content::FigureRole::kAdult) return {1.66F, 0.95F, 1.05F, 1.14F};
  return {1.38F, 1.1F, 1, 1};
}

void Figures::Skin::Upload(const BodyMesh& body) {
  count = static_cast<int>(body.indices.size());
  array = gl::VertexArray::Make();
  vertices = gl::Buffer::Make();
  indices = gl::Buffer::Make();
  glBindVertexArray(array.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(body.vertices.size() * sizeof(SkinVertex)),
               body.vertices.data(), GL_STATIC_DRAW);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices.name());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(body.indices.size() * sizeof(std::uint32_t)),
               body.indices.data(), GL_STATIC_DRAW);
  const auto at = [](std::size_t offset) {
    return reinterpret_cast<const void*>(static_cast<std::uintptr_t>(offset));
  };
  constexpr GLsizei kStride = sizeof(SkinVertex);
  glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, kStride, at(offsetof(SkinVertex, at)));
  glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, kStride, at(offsetof(SkinVertex, normal)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, at(offsetof(SkinVertex, colour)));
  glVertexAttribIPointer(3, 4, GL_UNSIGNED_BYTE, kStride, at(offsetof(SkinVertex, bones)));
  glVertexAttribPointer(4, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride,
                        at(offsetof(SkinVertex, weights)));
  for (GLuint i = 0; i < 5; ++i) glEnableVertexAttribArray(i);
  glBindVertexArray(0);
}

content::Result<Figures> Figures::Make(const std::filesystem::path& shaders) {
  Figures figures;
  for (std::size_t i = 0; i < kVariants; ++i) {
    auto solid = gl::LoadProgram(shaders, "figure", "land", DefinesOf(i));
    if (!solid) return tl::unexpected(solid.error());
    figures.solid_[i] = std::move(*solid);
  }
  auto glass = gl::LoadProgram(shaders, "figure", "glass");
  if (!glass) return tl::unexpected(glass.error());
  figures.glass_ = std::move(*glass);
  figures.fine_.Upload(BuildBody());
  figures.coarse_.Upload(BuildBody(0.025F));

  Mesh things;
  things.Box({0, -0.05F, 0}, {0.075F, 0.15F, 0.012F}, {{0.02F, 0.02F, 0.024F}, 0, 0.8F, 0, 0},
             0.004F);
  figures.phone_ = {0, static_cast<int>(things.indices.size())};
  AddCape(things);
  figures.towel_ = {figures.phone_.count,
                    static_cast<int>(things.indices.size()) - figures.phone_.count};
  figures.things_.Upload(things);
  return figures;
}

void Figures::Pose(const Scene& scene, const Climate& climate, glm::vec3 eye) {
  posed_.resize(scene.figures.size());
  for (std::size_t i = 0; i < scene.figures.size(); ++i) {
    const SceneFigure& figure = scene.figures[i];
    const float clock = figure.seconds + Offset(figure.id);
    BodyPose pose = PoseOf(figure.posture, clock);
    if (figure.share < 1) {
      const float u = figure.share;
      pose = Blend(PoseOf(figure.before, clock), pose, u * u * (3 - 2 * u));
    }
    glm::vec3 at = figure.at;
    // What would happen is shown where it can be seen: never sunk.
    if (IsInWater(figure.posture) && figure.glass) at.y = std::max(at.y, -0.05F);
    if (IsInWater(figure.posture) && !figure.glass) {
      at.y += HeightAt(climate.waves, {at.x, at.z}, scene.seconds);
    }
    Posed& posed = posed_[i];
    posed.bones = PlaceBones(pose, ShapeOf(figure.role), Standing(at, figure.facing));
    posed.vest = ColourOf(figure.vest);
    posed.marked = figure.marked;
    posed.glass = figure.glass;
    posed.far = glm::distance(eye, at) > 7;
    posed.phone = figure.posture == content::Posture::kPhone;
    posed.towel = figure.posture == content::Posture::kTowel && figure.share > 0.5F;
  }
}

void Figures::DrawBody(const Posed& posed, bool coarse, Tally& tally) const {
  const Skin& skin = coarse ? coarse_ : fine_;
  glBindVertexArray(skin.array.name());
  glUniformMatrix4fv(kBoneLocation, kBones, GL_FALSE, &posed.bones.world_from_rest[0][0][0]);
  glDrawElements(GL_TRIANGLES, skin.count, GL_UNSIGNED_INT, nullptr);
  tally.Add(skin.count / 3);
}

void Figures::DrawSolid(Variant variant, GLuint land, bool mirrored, Tally& tally) const {
  for (const Posed& posed : posed_) {
    if (posed.glass) continue;
    glUseProgram(solid_[variant.index()].name());
    glUniform4f(1, 1.0F, 0.72F, 0.30F, posed.marked);
    glUniform3fv(2, 1, &posed.vest[0]);
    DrawBody(posed, mirrored || posed.far, tally);
    if (!posed.phone && !posed.towel) continue;
    glUseProgram(land);
    glUniform4f(1, 0, 0, 0, 0);
    const glm::mat4& place =
        posed.bones.world_from_bone[static_cast<std::size_t>(posed.phone ? kHandR : kChest)];
    glUniformMatrix4fv(0, 1, GL_FALSE, &place[0][0]);
    things_.Draw(tally, posed.phone ? phone_ : towel_);
  }
}

void Figures::DrawGlass(Tally& tally) const {
  bool any = false;
  for (const Posed& posed : posed_) any = any || posed.glass;
  if (!any) return;
  glUseProgram(glass_.name());
  // Depth first, so that nobody's far side shines through.
  for (const bool colour : {false, true}) {
    const GLboolean seen = colour ? GL_TRUE : GL_FALSE;
    glColorMask(seen, seen, seen, seen);
    for (const Posed& posed : posed_) {
      if (posed.glass) DrawBody(posed, posed.far, tally);
    }
  }
}

}  // namespace vr
