// SPDX-License-Identifier: MIT
#pragma once

#include <epoxy/gl.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "content/result.h"

// OpenGL objects that free themselves. Only what OpenGL 4.5 and OpenGL ES 3.2 share.
namespace vr::gl {

enum class Kind { kBuffer, kTexture, kVertexArray, kFramebuffer, kRenderbuffer, kProgram };

[[nodiscard]] GLuint MakeName(Kind kind);
void DeleteName(Kind kind, GLuint name);

template <Kind kKind>
class Object {
 public:
  Object() = default;
  [[nodiscard]] static Object Make() { return Object(MakeName(kKind)); }
  explicit Object(GLuint name) : name_(name) {}
  Object(Object&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  Object& operator=(Object&& other) noexcept {
    if (this != &other) {
      Reset();
      name_ = std::exchange(other.name_, 0);
    }
    return *this;
  }
  ~Object() { Reset(); }

  void Reset() {
    if (name_ != 0) DeleteName(kKind, name_);
    name_ = 0;
  }
  [[nodiscard]] GLuint name() const { return name_; }
  explicit operator bool() const { return name_ != 0; }

 private:
  GLuint name_ = 0;
};

using Buffer = Object<Kind::kBuffer>;
using Texture = Object<Kind::kTexture>;
using VertexArray = Object<Kind::kVertexArray>;
using Framebuffer = Object<Kind::kFramebuffer>;
using Renderbuffer = Object<Kind::kRenderbuffer>;
using Program = Object<Kind::kProgram>;

/// Whether this context is recent enough, and why not.
[[nodiscard]] content::Result<void> CheckContext();

/// Compiles shaders/<vertex>.vert and shaders/<fragment>.frag, each after `defines` (lines of
/// #define) and shaders/common.glsl.
[[nodiscard]] content::Result<Program> LoadProgram(const std::filesystem::path& shaders,
                                                   const std::string& vertex,
                                                   const std::string& fragment,
                                                   const std::string& defines = {});

/// A texture that repeats, with mipmaps; `format` is the sized one, `pixels` of the client's.
[[nodiscard]] Texture MakeTile(int side, GLenum format, GLenum client, GLenum type,
                               const void* pixels);

/// A picture to draw into and to read from, kept until its size changes.
struct Target {
  Framebuffer framebuffer;
  Texture colour;
  Renderbuffer colour_samples, depth;
  int width = 0, height = 0, samples = 0;

  /// Colour of that format (a texture, or with `samples` > 1 a renderbuffer) and 24 bits of depth.
  void Fit(int new_width, int new_height, int new_samples, GLenum format = GL_SRGB8_ALPHA8);
};

/// Tells of every error since the last call; for tests and start-up.
[[nodiscard]] std::vector<std::string> TakeErrors();

}  // namespace vr::gl
