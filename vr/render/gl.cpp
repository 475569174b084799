// SPDX-License-Identifier: MIT
#include "vr/render/gl.h"

#include <fstream>
#include <sstream>

namespace vr::gl {
namespace {

content::Error ShaderError(const std::string& where, const std::string& log) {
  return {"render.shader",
          {"着色器不能用：" + log, "A shader can't be used: " + log},
          where,
          {"请重新安装程序，并更新显卡驱动。",
           "Install the program again and update the graphics driver."}};
}

content::Result<std::string> ReadShader(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || text.str().empty()) {
    return tl::unexpected(ShaderError(path.string(), "找不到文件 / file not found"));
  }
  return text.str();
}

const char* Version() {
  return epoxy_is_desktop_gl() ? "#version 450 core\n"
                               : "#version 320 es\n"
                                 "precision highp float;\n"
                                 "precision highp int;\n"
                                 "precision highp sampler2D;\n"
                                 "precision highp samplerCube;\n";
}

std::string LogOf(GLuint name, bool program) {
  char log[2048] = "";
  if (program) {
    glGetProgramInfoLog(name, sizeof(log), nullptr, log);
  } else {
    glGetShaderInfoLog(name, sizeof(log), nullptr, log);
  }
  return log;
}

content::Result<GLuint> Compile(const std::filesystem::path& shaders, const std::string& file,
                                GLenum kind, const std::string& defines) {
  auto common = ReadShader(shaders / "common.glsl");
  if (!common) return tl::unexpected(common.error());
  auto own = ReadShader(shaders / file);
  if (!own) return tl::unexpected(own.error());
  const char* const texts[] = {Version(), defines.c_str(), common->c_str(), "\n#line 1\n",
                               own->c_str()};
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 5, texts, nullptr);
  glCompileShader(shader);
  GLint good = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
  if (good == GL_TRUE) return shader;
  const content::Error error = ShaderError((shaders / file).string(), LogOf(shader, false));
  glDeleteShader(shader);
  return tl::unexpected(error);
}

}  // namespace

GLuint MakeName(Kind kind) {
  GLuint name = 0;
  switch (kind) {
    case Kind::kBuffer:
      glGenBuffers(1, &name);
      break;
    case Kind::kTexture:
      glGenTextures(1, &name);
      break;
    case Kind::kVertexArray:
      glGenVertexArrays(1, &name);
      break;
    case Kind::kFramebuffer:
      glGenFramebuffers(1, &name);
      break;
    case Kind::kRenderbuffer:
      glGenRenderbuffers(1, &name);
      break;
    case Kind::kProgram:
      name = glCreateProgram();
      break;
  }
  return name;
}

void DeleteName(Kind kind, GLuint name) {
  switch (kind) {
    case Kind::kBuffer:
      glDeleteBuffers(1, &name);
      break;
    case Kind::kTexture:
      glDeleteTextures(1, &name);
      break;
    case Kind::kVertexArray:
      glDeleteVertexArrays(1, &name);
      break;
    case Kind::kFramebuffer:
      glDeleteFramebuffers(1, &name);
      break;
    case Kind::kRenderbuffer:
      glDeleteRenderbuffers(1, &name);
      break;
    case Kind::kProgram:
      glDeleteProgram(name);
      break;
  }
}

content::Result<void> CheckContext() {
  const int least = epoxy_is_desktop_gl() ? 45 : 32;
  if (epoxy_gl_version() >= least) return {};
  const char* const has = reinterpret_cast<const char*>(glGetString(GL_VERSION));
  return tl::unexpected(
      content::Error{"render.opengl",
                     {"显卡驱动太旧，需要OpenGL 4.5或OpenGL ES 3.2。",
                      "The graphics driver is too old: OpenGL 4.5 or OpenGL ES 3.2 is needed."},
                     has == nullptr ? "" : has,
                     {"请更新显卡驱动，或安装软件包libgl1-mesa-dri。",
                      "Update the graphics driver, or install the package libgl1-mesa-dri."}});
}

content::Result<Program> LoadProgram(const std::filesystem::path& shaders,
                                     const std::string& vertex, const std::string& fragment,
                                     const std::string& defines) {
  const auto first = Compile(shaders, vertex + ".vert", GL_VERTEX_SHADER, defines);
  if (!first) return tl::unexpected(first.error());
  const auto second = Compile(shaders, fragment + ".frag", GL_FRAGMENT_SHADER, defines);
  if (!second) {
    glDeleteShader(*first);
    return tl::unexpected(second.error());
  }
  Program program = Program::Make();
  for (const GLuint shader : {*first, *second}) {
    glAttachShader(program.name(), shader);
    glDeleteShader(shader);  // it lives as long as the program
  }
  glLinkProgram(program.name());
  GLint good = 0;
  glGetProgramiv(program.name(), GL_LINK_STATUS, &good);
  if (good != GL_TRUE) {
    return tl::unexpected(
        ShaderError((shaders / vertex).string() + "+" + fragment, LogOf(program.name(), true)));
  }
  return program;
}

Texture MakeTile(int side, GLenum format, GLenum client, GLenum type, const void* pixels) {
  Texture texture = Texture::Make();
  glBindTexture(GL_TEXTURE_2D, texture.name());
  int levels = 1;
  while ((side >> levels) > 0) ++levels;
  glTexStorage2D(GL_TEXTURE_2D, levels, format, side, side);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, side, side, client, type, pixels);
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  return texture;
}

void Target::Fit(int new_width, int new_height, int new_samples, GLenum format) {
  if (framebuffer && width == new_width && height == new_height && samples == new_samples) return;
  width = new_width;
  height = new_height;
  samples = new_samples;
  framebuffer = Framebuffer::Make();
  depth = Renderbuffer::Make();
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
  glBindRenderbuffer(GL_RENDERBUFFER, depth.name());
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_DEPTH_COMPONENT24, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth.name());
  if (samples > 1) {
    colour_samples = Renderbuffer::Make();
    glBindRenderbuffer(GL_RENDERBUFFER, colour_samples.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                              colour_samples.name());
    return;
  }
  colour = Texture::Make();
  glBindTexture(GL_TEXTURE_2D, colour.name());
  glTexStorage2D(GL_TEXTURE_2D, 1, format, width, height);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.name(), 0);
}

std::vector<std::string> TakeErrors() {
  std::vector<std::string> errors;
  for (GLenum error = glGetError(); error != GL_NO_ERROR && errors.size() < 16;
       error = glGetError()) {
    std::ostringstream text;
    text << "GL 0x" << std::hex << error;
    errors.push_back(text.str());
  }
  return errors;
}

}  // namespace vr::gl
