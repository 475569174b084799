// SPDX-License-Identifier: MIT
#include "vr/render/renderer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <utility>

#include "vr/render/figures.h"
#include "vr/render/hands.h"
#include "vr/render/hidden_area.h"
#include "vr/render/panels.h"
#include "vr/render/place.h"
#include "vr/render/props.h"
#include "vr/render/spots.h"
#include "vr/render/web.h"

namespace vr {
namespace {

constexpr int kAroundSide = 256, kFarSide = 512;
const glm::vec3 kOnWater(0, 0.3F, -2.5F);     // in front of us
constexpr GLenum kLight = GL_R11F_G11F_B10F;  // linear light that may pass 1

void Bind(GLuint unit, GLenum kind, GLuint texture) {
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(kind, texture);
}

}  // namespace

struct Renderer::Parts {
  std::array<gl::Program, kVariants> land;
  std::array<gl::Program, 2> sky, water;  // from above, from below
  gl::Program plain_water;                // from above, without a mirror
  gl::Program far_sky;                    // from above, with what is far away
  gl::Program overlay;
  Variant variant;  // of this view
  gl::Buffer frame_block;
  gl::Texture noise, caustics, ripples;
  gl::Texture around;  // the still place, for water without a mirror
  gl::Texture far;     // what of it is far away, for a sky that stands for it
  gl::Target mirror, picture;
  gl::VertexArray nothing;
  Web web;
  std::optional<HiddenArea> hidden;
  Batch hands;
  Range open_hand, closed_hand;
  std::optional<Panels> panels;
  std::optional<Spots> spots;
  std::optional<Figures> figures;
  Place place;
  std::vector<Disc> list;  // reused, as are the next two
  Mesh rope_mesh;
  Batch rope;
  int samples = 0, quality = 0;
  Tally tally;

  [[nodiscard]] bool HasFarPicture() const { return quality >= 4 && !variant.under && far; }

  content::Result<void> LoadShaders(const std::filesystem::path& folder);
  void BuildTiles();
  void BuildHands();
  [[nodiscard]] gl::Texture Bake(glm::vec3 from, int side, Place::Share share);
  void SendFrame(const FrameBlock& frame) const;
  void BeginPass(GLuint framebuffer, glm::ivec4 viewport, glm::vec3 clear) const;
  void UseLand(const glm::mat4& world_from_mesh, glm::vec4 mark) const;

  void DrawSolids(const Scene& scene, const FrameBlock& frame, bool mirrored,
                  content::Language language);
  void DrawSky();
  void DrawMirror(const Scene& scene, const FrameBlock& frame, const Eye& eye,
                  content::Language language);
  void DrawWater(bool under);
  void DrawWorld(const Scene& scene, const FrameBlock& frame, content::Language language);
  void DrawCover(float kind, float opacity);
  void DrawSpots();
  void DrawHands(const Scene& scene);
  void DrawOnTop(const Scene& scene, const Eye& eye, content::Language language);
  void DrawTexts(const Scene& scene, const Eye& eye, content::Language language);
};

content::Result<void> Renderer::Parts::LoadShaders(const std::filesystem::path& folder) {
  const auto load = [&](gl::Program& into, const char* vertex, const char* fragment,
                        std::size_t which) -> content::Result<void> {
    auto program = gl::LoadProgram(folder, vertex, fragment, DefinesOf(which));
    if (!program) return tl::unexpected(program.error());
    into = std::move(*program);
    return {};
  };
  if (auto made = load(overlay, "sky", "overlay", 0); !made) return made;
  auto plain = gl::LoadProgram(folder, "water", "water", "#define AROUND\n");
  if (!plain) return tl::unexpected(plain.error());
  plain_water = std::move(*plain);
  auto with_far = gl::LoadProgram(folder, "sky", "sky", "#define AROUND\n");
  if (!with_far) return tl::unexpected(with_far.error());
  far_sky = std::move(*with_far);
  for (std::size_t i = 0; i < kVariants; ++i) {
    if (auto made = load(land[i], "land", "land", i); !made) return made;
    if (i >= sky.size()) continue;
    if (auto made = load(sky[i], "sky", "sky", i); !made) return made;
    if (auto made = load(water[i], "water", "water", i); !made) return made;
  }
  auto new_panels = Panels::Make(folder);
  if (!new_panels) return tl::unexpected(new_panels.error());
  panels = std::move(*new_panels);
  auto new_spots = Spots::Make(folder);
  if (!new_spots) return tl::unexpected(new_spots.error());
  spots = std::move(*new_spots);
  auto new_figures = Figures::Make(folder);
  if (!new_figures) return tl::unexpected(new_figures.error());
  figures = std::move(*new_figures);
  auto new_hidden = HiddenArea::Make(folder);
  if (!new_hidden) return tl::unexpected(new_hidden.error());
  hidden = std::move(*new_hidden);
  return {};
}

void Renderer::Parts::BuildTiles() {
  constexpr int kSide = 256;
  noise = gl::MakeTile(kSide, GL_RG8, GL_RG, GL_UNSIGNED_BYTE, NoiseTile(kSide).data());
  const auto byte = [](float x) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(x, 0.0F, 1.0F) * 255));
  };
  std::vector<std::uint8_t> bytes;
  for (const float light : CausticLight(kSide)) bytes.push_back(byte(light / 8));
  caustics = gl::MakeTile(kSide, GL_R8, GL_RED, GL_UNSIGNED_BYTE, bytes.data());
  bytes.clear();
  for (const float slope : RippleSlopes()) bytes.push_back(byte(0.5F + slope / 8));
  ripples = gl::MakeTile(kRippleSide, GL_RG8, GL_RG, GL_UNSIGNED_BYTE, bytes.data());
  frame_block = gl::Buffer::Make();
  glBindBuffer(GL_UNIFORM_BUFFER, frame_block.name());
  glBufferData(GL_UNIFORM_BUFFER, sizeof(FrameBlock), nullptr, GL_DYNAMIC_DRAW);
  nothing = gl::VertexArray::Make();
  web = Web::Make();
}

void Renderer::Parts::BuildHands() {
  Mesh mesh = BuildHand(false);
  open_hand = {0, static_cast<int>(mesh.indices.size())};
  mesh.Append(BuildHand(true), glm::mat4(1));
  closed_hand = {open_hand.count, static_cast<int>(mesh.indices.size()) - open_hand.count};
  hands.Upload(mesh);
}

void Renderer::Parts::SendFrame(const FrameBlock& frame) const {
  glBindBufferBase(GL_UNIFORM_BUFFER, 0, frame_block.name());
  glBufferSubData(GL_UNIFORM_BUFFER, 0, sizeof(FrameBlock), &frame);
}

void Renderer::Parts::BeginPass(GLuint framebuffer, glm::ivec4 viewport, glm::vec3 clear) const {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(viewport.x, viewport.y, viewport.z, viewport.w);
  glScissor(viewport.x, viewport.y, viewport.z, viewport.w);
  glEnable(GL_SCISSOR_TEST);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDepthMask(GL_TRUE);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDisable(GL_BLEND);
  glDisable(GL_CULL_FACE);
  glDisable(GL_STENCIL_TEST);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glClearColor(clear.x, clear.y, clear.z, 1);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

void Renderer::Parts::UseLand(const glm::mat4& world_from_mesh, glm::vec4 mark) const {
  glUseProgram(land[variant.index()].name());
  Bind(0, GL_TEXTURE_2D, noise.name());
  Bind(1, GL_TEXTURE_2D, caustics.name());
  glUniformMatrix4fv(0, 1, GL_FALSE, &world_from_mesh[0][0]);
  glUniform4fv(1, 1, &mark[0]);
}

void Renderer::Parts::DrawSolids(const Scene& scene, const FrameBlock& frame, bool mirrored,
                                 content::Language language) {
  const glm::vec3 warm(1.0F, 0.72F, 0.30F);
  UseLand(glm::mat4(1), glm::vec4(0));
  place.Draw(tally, frame,
             mirrored          ? Place::Share::kMirrored
             : HasFarPicture() ? Place::Share::kNear
                               : Place::Share::kAll);
  for (const SceneProp& prop : scene.props) {
    const Range still = place.Find(prop.id);
    if (still.count > 0) {
      if (prop.marked <= 0 || mirrored) continue;
      UseLand(glm::mat4(1), glm::vec4(warm, prop.marked));  // once more, in the same depth
      place.DrawAgain(tally, still);
      continue;
    }
    if (prop.kind == content::PropKind::kCloud) continue;
    UseLand(Standing(prop.at, prop.facing), glm::vec4(warm, prop.marked));
    place.DrawPiece(tally, prop.kind);
  }
  if (scene.thrown) {
    // On the water it swims at its place; in a hand and in flight it hangs below.
    const glm::vec3 at = scene.thrown->at;
    const float hangs = 0.24F * glm::smoothstep(0.1F, 0.6F, at.y);
    UseLand(Standing(at - glm::vec3(0, hangs, 0), 0.4F), glm::vec4(0));
    place.DrawThrown(tally, scene.thrown->object);
    if (scene.thrown->rope_to) {
      UseLand(glm::mat4(1), glm::vec4(0));
      rope.Draw(tally);
    }
  }
  figures->DrawSolid(variant, land[variant.index()].name(), mirrored, tally);
  if (mirrored) return;
  for (const glm::mat4& sign : place.signs()) {
    panels->DrawOn(panels->Sign(language, kSignHalf), sign, tally);
  }
}

void Renderer::Parts::DrawSky() {
  glUseProgram(HasFarPicture() ? far_sky.name() : sky[variant.under ? 1 : 0].name());
  Bind(0, GL_TEXTURE_2D, noise.name());
  if (HasFarPicture()) Bind(4, GL_TEXTURE_CUBE_MAP, far.name());
  glBindVertexArray(nothing.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  tally.Add(1);
}

void Renderer::Parts::DrawMirror(const Scene& scene, const FrameBlock& frame, const Eye& eye,
                                 content::Language language) {
  const glm::ivec4 viewport(0, 0, std::max(16, eye.viewport.z / 2),
                            std::max(16, eye.viewport.w / 2));
  mirror.Fit(viewport.z, viewport.w, 0, kLight);
  const FrameBlock mirrored = MirroredFrame(frame, eye.projection, eye.world_from_eye);
  SendFrame(mirrored);
  BeginPass(mirror.framebuffer.name(), viewport, glm::vec3(0));
  DrawSolids(scene, mirrored, true, language);
  DrawSky();
}

void Renderer::Parts::DrawWater(bool under) {
  const bool mirrors = !under && quality < 3;
  glUseProgram(mirrors || under ? water[under ? 1 : 0].name() : plain_water.name());
  Bind(0, GL_TEXTURE_2D, noise.name());
  Bind(2, GL_TEXTURE_2D, ripples.name());
  if (mirrors) Bind(3, GL_TEXTURE_2D, mirror.colour.name());
  if (!mirrors) Bind(4, GL_TEXTURE_CUBE_MAP, around.name());
  if (!under) glEnable(GL_BLEND);
  web.Draw(tally);
  glDisable(GL_BLEND);
}

void Renderer::Parts::DrawSpots() {
  if (list.empty()) return;
  Bind(0, GL_TEXTURE_2D, noise.name());
  glEnable(GL_BLEND);
  glDepthMask(GL_FALSE);
  spots->Draw(list, variant.under, tally);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
  list.clear();
}

void Renderer::Parts::DrawWorld(const Scene& scene, const FrameBlock& frame,
                                content::Language language) {
  const bool under = frame.eye.w > 0.5F;
  DrawSolids(scene, frame, false, language);
  if (!under) {
    FillShadows(scene, place.described(), place.climate(), list);
    glEnable(GL_POLYGON_OFFSET_FILL);  // over the small unevenness of the ground
    glPolygonOffset(0, -6000);
    DrawSpots();
    glDisable(GL_POLYGON_OFFSET_FILL);
  }
  DrawWater(under);
  DrawSky();  // last of what covers the picture: most of it is behind something
  if (under) {
    if (quality < 1) FillBubbles(scene, list);
  } else {
    FillOnWater(scene, place.climate(), list);
    FillAir(scene, place.described(), list);
  }
  DrawSpots();
  glEnable(GL_BLEND);
  figures->DrawGlass(tally);
  glDisable(GL_BLEND);
}

void Renderer::Parts::DrawCover(float kind, float opacity) {
  if (opacity <= 0) return;
  glUseProgram(overlay.name());
  Bind(0, GL_TEXTURE_2D, noise.name());
  glUniform2f(0, kind, std::min(opacity, 1.0F));
  glEnable(GL_BLEND);
  glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
  glBindVertexArray(nothing.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  tally.Add(1);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDisable(GL_BLEND);
}

/// Seen in the dark and in calm sky as well: one's own hands are what is sure.
void Renderer::Parts::DrawHands(const Scene& scene) {
  glEnable(GL_DEPTH_TEST);
  for (const SceneHand& hand : scene.hands) {
    UseLand(WorldFrom(hand), glm::vec4(0));
    hands.Draw(tally, hand.closed ? closed_hand : open_hand);
  }
  glDisable(GL_DEPTH_TEST);
}

void Renderer::Parts::DrawOnTop(const Scene& scene, const Eye& eye, content::Language language) {
  glDisable(GL_DEPTH_TEST);
  DrawCover(2, scene.sky);
  DrawCover(1, scene.calm);
  DrawCover(0, scene.dark);
  DrawHands(scene);
  DrawTexts(scene, eye, language);
}

void Renderer::Parts::DrawTexts(const Scene& scene, const Eye& eye, content::Language language) {
  glEnable(GL_BLEND);
  if (eye.panels) {
    for (const Panel& panel : scene.panels) panels->Draw(panel, language, tally);
  }
  if (eye.marks) {
    FillMarks(scene, eye.gaze, list);
    DrawSpots();
  }
  glDisable(GL_BLEND);
}

/// The still place, or a share of it under the sky, as it is seen `from` there all around.
gl::Texture Renderer::Parts::Bake(glm::vec3 from, int side, Place::Share share) {
  struct Face {
    glm::vec3 way, up;
  };
  const Face faces[] = {{{1, 0, 0}, {0, -1, 0}}, {{-1, 0, 0}, {0, -1, 0}},
                        {{0, 1, 0}, {0, 0, 1}},  {{0, -1, 0}, {0, 0, -1}},
                        {{0, 0, 1}, {0, -1, 0}}, {{0, 0, -1}, {0, -1, 0}}};
  gl::Texture baked = gl::Texture::Make();
  glBindTexture(GL_TEXTURE_CUBE_MAP, baked.name());
  glTexStorage2D(GL_TEXTURE_CUBE_MAP, 8, kLight, side, side);
  glTexParameteri(GL_TEXTURE_CUBE_MAP, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_CUBE_MAP, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  gl::Target target;
  target.Fit(side, side, 0, kLight);
  const Scene still;
  variant = {};
  const glm::mat4 lens = Projection(-1, 1, -1, 1, 0.05F, 900);
  for (std::size_t i = 0; i < std::size(faces); ++i) {
    const glm::mat4 view = glm::lookAt(glm::vec3(0), faces[i].way, faces[i].up);
    const Pose pose{from, glm::conjugate(glm::quat_cast(view))};
    const FrameBlock frame = FrameOf(place.climate(), still, lens, pose, Output::kLinear, 3);
    SendFrame(frame);
    BeginPass(target.framebuffer.name(), {0, 0, side, side}, glm::vec3(frame.scatter));
    UseLand(glm::mat4(1), glm::vec4(0));
    place.Draw(tally, frame, share);
    DrawSky();
    FillAir(still, place.described(), list);
    DrawSpots();
    glBindTexture(GL_TEXTURE_CUBE_MAP, baked.name());
    glCopyTexSubImage2D(GL_TEXTURE_CUBE_MAP_POSITIVE_X + static_cast<GLenum>(i), 0, 0, 0, 0, 0,
                        side, side);
  }
  glBindTexture(GL_TEXTURE_CUBE_MAP, baked.name());
  glGenerateMipmap(GL_TEXTURE_CUBE_MAP);
  return baked;
}

content::Result<std::unique_ptr<Renderer>> Renderer::Make(const std::filesystem::path& assets,
                                                          int samples) {
  if (auto good = gl::CheckContext(); !good) return tl::unexpected(good.error());
  auto parts = std::make_unique<Parts>();
  GLint most = 0;
  glGetIntegerv(GL_MAX_SAMPLES, &most);
  parts->samples = samples > 1 && most > 1 ? std::min(samples, most) : 0;
  if (auto loaded = parts->LoadShaders(assets / "shaders"); !loaded) {
    return tl::unexpected(loaded.error());
  }
  parts->BuildTiles();
  parts->BuildHands();
  parts->list.reserve(512);
  std::unique_ptr<Renderer> renderer(new Renderer(std::move(parts)));
  renderer->Load({});
  return renderer;
}

Renderer::Renderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Renderer::~Renderer() = default;

void Renderer::Load(const content::Scenario& scenario) {
  parts_->place.Load(scenario.place);
  parts_->far = {};  // baked when it is wanted
  parts_->around = parts_->Bake(kOnWater, kAroundSide, Place::Share::kAll);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_DEPTH_TEST);
}

void Renderer::SetQuality(int level) { parts_->quality = std::clamp(level, 0, kLowestQuality); }

void Renderer::Draw(const Scene& scene, const Eye& eye, content::Language language) {
  Parts& parts = *parts_;
  const bool under = eye.world_from_eye.position.y < 0;
  const bool covered = scene.calm >= 1 || scene.dark >= 1 || scene.sky >= 1;
  if (parts.quality >= 4 && !under && !covered && !parts.far) {
    parts.variant = {};
    parts.far = parts.Bake(eye.world_from_eye.position, kFarSide, Place::Share::kFar);
  }
  parts.tally = {};
  parts.panels->NextFrame();
  const bool own = parts.samples > 0;
  const Output output = own || eye.framebuffer_is_srgb ? Output::kSrgbPicture : Output::kEncoded;
  const Climate& climate = parts.place.climate();
  FrameBlock frame =
      FrameOf(climate, scene, eye.projection, eye.world_from_eye, output, parts.quality);
  // Light is bundled where water is clear enough to show it.
  parts.variant = {under, parts.quality < 2 && (under || climate.water.secchi_m > 1.5)};
  if (!covered && scene.thrown && scene.thrown->rope_to) {
    HangRope(parts.rope_mesh, *scene.thrown->rope_to, scene.thrown->at);
    parts.rope.Upload(parts.rope_mesh);
  }
  if (!covered) parts.figures->Pose(scene, climate, eye.world_from_eye.position);
  if (!covered && !under && parts.quality < 3) {
    parts.DrawMirror(scene, frame, eye, language);
  }
  const bool desktop = epoxy_is_desktop_gl();
  GLuint target = eye.framebuffer;
  glm::ivec4 viewport = eye.viewport;
  if (own) {
    viewport = {0, 0, eye.viewport.z, eye.viewport.w};
    parts.picture.Fit(viewport.z, viewport.w, parts.samples);
    target = parts.picture.framebuffer.name();
  }
  if (desktop && output == Output::kSrgbPicture) glEnable(GL_FRAMEBUFFER_SRGB);
  parts.SendFrame(frame);
  // What no bed is drawn under is as deep as water looks.
  parts.BeginPass(target, viewport, DeepWater(frame));
  parts.hidden->Draw(eye, parts.tally);
  if (!covered) parts.DrawWorld(scene, frame, language);
  parts.DrawOnTop(scene, eye, language);
  if (desktop) glDisable(GL_FRAMEBUFFER_SRGB);
  glDisable(GL_SCISSOR_TEST);
  if (own) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, target);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, eye.framebuffer);
    glBlitFramebuffer(0, 0, viewport.z, viewport.w, eye.viewport.x, eye.viewport.y,
                      eye.viewport.x + eye.viewport.z, eye.viewport.y + eye.viewport.w,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    if (eye.depth) {
      glBlitFramebuffer(0, 0, viewport.z, viewport.w, eye.viewport.x, eye.viewport.y,
                        eye.viewport.x + eye.viewport.z, eye.viewport.y + eye.viewport.w,
                        GL_DEPTH_BUFFER_BIT, GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, eye.framebuffer);
  }
  glDisable(GL_DEPTH_TEST);
  glBindVertexArray(0);
  glUseProgram(0);
}

void Renderer::DrawTexts(const Scene& scene, const Eye& eye, content::Language language) {
  Parts& parts = *parts_;
  const Output output = eye.framebuffer_is_srgb ? Output::kSrgbPicture : Output::kEncoded;
  const FrameBlock frame = FrameOf(parts.place.climate(), scene, eye.projection, eye.world_from_eye,
                                   output, parts.quality);
  const bool encodes = epoxy_is_desktop_gl() && output == Output::kSrgbPicture;
  if (encodes) glEnable(GL_FRAMEBUFFER_SRGB);
  parts.SendFrame(frame);
  glBindFramebuffer(GL_FRAMEBUFFER, eye.framebuffer);
  glViewport(eye.viewport.x, eye.viewport.y, eye.viewport.z, eye.viewport.w);
  glDisable(GL_DEPTH_TEST);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  parts.DrawTexts(scene, eye, language);
  if (encodes) glDisable(GL_FRAMEBUFFER_SRGB);
  glBindVertexArray(0);
  glUseProgram(0);
}

PanelPicture Renderer::DrawPanel(const Panel& panel, content::Language language) {
  return parts_->panels->Find(panel, language);
}

DrawCounts Renderer::Counts() const { return {parts_->tally.calls, parts_->tally.triangles}; }

}  // namespace vr
