// SPDX-License-Identifier: MIT
#include "vr/render/web.h"

#include <cmath>
#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

namespace vr {

Web Web::Make() {
  constexpr int kRings = 60, kSpokes = 88;
  std::vector<glm::vec2> points{{0, 0}};
  std::vector<std::uint32_t> order;
  for (int r = 0; r < kRings; ++r) {
    const float away = 0.06F * std::pow(900 / 0.06F, static_cast<float>(r) / (kRings - 1));
    for (int s = 0; s < kSpokes; ++s) {
      const float a = 6.2831853F * static_cast<float>(s) / kSpokes;
      points.push_back({away * std::cos(a), away * std::sin(a)});
      const auto here = static_cast<std::uint32_t>(1 + r * kSpokes + s);
      const auto next = static_cast<std::uint32_t>(1 + r * kSpokes + (s + 1) % kSpokes);
      if (r == 0) {
        order.insert(order.end(), {0U, here, next});
        continue;
      }
      order.insert(order.end(), {here - kSpokes, here, next, here - kSpokes, next, next - kSpokes});
    }
  }
  Web web;
  web.count_ = static_cast<int>(order.size());
  web.array_ = gl::VertexArray::Make();
  web.vertices_ = gl::Buffer::Make();
  web.indices_ = gl::Buffer::Make();
  glBindVertexArray(web.array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, web.vertices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(points.size() * sizeof(glm::vec2)),
               points.data(), GL_STATIC_DRAW);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, web.indices_.name());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(order.size() * sizeof(std::uint32_t)), order.data(),
               GL_STATIC_DRAW);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(glm::vec2), nullptr);
  glEnableVertexAttribArray(0);
  glBindVertexArray(0);
  return web;
}

void Web::Draw(Tally& tally) const {
  glBindVertexArray(array_.name());
  glDrawElements(GL_TRIANGLES, count_, GL_UNSIGNED_INT, nullptr);
  tally.Add(count_ / 3);
}

}  // namespace vr
