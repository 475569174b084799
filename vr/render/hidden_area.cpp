// SPDX-License-Identifier: MIT
#include "vr/render/hidden_area.h"

#include <utility>

namespace vr {

content::Result<HiddenArea> HiddenArea::Make(const std::filesystem::path& shaders) {
  auto program = gl::LoadProgram(shaders, "hidden", "hidden");
  if (!program) return tl::unexpected(program.error());
  HiddenArea area;
  area.program_ = std::move(*program);
  area.array_ = gl::VertexArray::Make();
  area.vertices_ = gl::Buffer::Make();
  area.indices_ = gl::Buffer::Make();
  return area;
}

void HiddenArea::Draw(const Eye& eye, Tally& tally) const {
  if (eye.hidden_order.empty()) return;
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(eye.hidden_corners.size_bytes()),
               eye.hidden_corners.data(), GL_STREAM_DRAW);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(eye.hidden_order.size_bytes()),
               eye.hidden_order.data(), GL_STREAM_DRAW);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(glm::vec2), nullptr);
  glEnableVertexAttribArray(0);
  glUseProgram(program_.name());
  glUniformMatrix4fv(0, 1, GL_FALSE, &eye.projection[0][0]);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(eye.hidden_order.size()), GL_UNSIGNED_INT,
                 nullptr);
  tally.Add(static_cast<int>(eye.hidden_order.size() / 3));
  glBindVertexArray(0);
}

}  // namespace vr
