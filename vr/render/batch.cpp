// SPDX-License-Identifier: MIT
#include "vr/render/batch.h"

#include <cstddef>
#include <cstdint>

namespace vr {

void Batch::Upload(const Mesh& mesh) {
  if (!array_) {
    array_ = gl::VertexArray::Make();
    vertices_ = gl::Buffer::Make();
    indices_ = gl::Buffer::Make();
  }
  count_ = static_cast<int>(mesh.indices.size());
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(Vertex)),
               mesh.vertices.data(), GL_STATIC_DRAW);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)),
               mesh.indices.data(), GL_STATIC_DRAW);
  const auto at = [](std::size_t offset) {
    return reinterpret_cast<const void*>(static_cast<std::uintptr_t>(offset));
  };
  glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), at(offsetof(Vertex, at)));
  glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), at(offsetof(Vertex, normal)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Vertex),
                        at(offsetof(Vertex, colour)));
  glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Vertex),
                        at(offsetof(Vertex, kind)));
  for (GLuint i = 0; i < 4; ++i) glEnableVertexAttribArray(i);
  glBindVertexArray(0);
}

void Batch::Draw(Tally& tally, Range range) const {
  if (range.count == 0) return;
  glBindVertexArray(array_.name());
  const auto offset = static_cast<std::uintptr_t>(range.first) * sizeof(std::uint32_t);
  glDrawElements(GL_TRIANGLES, range.count, GL_UNSIGNED_INT, reinterpret_cast<const void*>(offset));
  tally.Add(range.count / 3);
}

}  // namespace vr
