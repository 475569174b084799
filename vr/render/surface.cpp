// SPDX-License-Identifier: MIT
#include "vr/render/surface.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace vr {

/// Smooth union; `soft` is how far from each other two shapes begin to melt.
float Melt(float a, float b, float soft) {
  const float h = std::max(soft - std::abs(a - b), 0.0F) / soft;
  return std::min(a, b) - h * h * soft * 0.25F;
}

float Limb(glm::vec3 p, glm::vec3 from, glm::vec3 to, float from_radius, float to_radius) {
  const glm::vec3 way = to - from;
  const float t = std::clamp(glm::dot(p - from, way) / glm::dot(way, way), 0.0F, 1.0F);
  return glm::length(p - from - way * t) - (from_radius + (to_radius - from_radius) * t);
}

float Egg(glm::vec3 p, glm::vec3 middle, glm::vec3 radii) {
  const glm::vec3 q = (p - middle) / radii;
  const float k = glm::length(q);
  return (k - 1) * std::min({radii.x, radii.y, radii.z}) * (0.6F + 0.4F * std::min(k, 1.0F));
}

namespace {

/// Distances from the skin at the corners of a lattice.
struct Lattice {
  glm::vec3 low;
  float cell;
  int wide, tall, deep;
  std::vector<float> field;

  Lattice(const Distance& distance, glm::vec3 new_low, glm::vec3 size, float new_cell)
      : low(new_low),
        cell(new_cell),
        wide(static_cast<int>(std::ceil(size.x / cell))),
        tall(static_cast<int>(std::ceil(size.y / cell))),
        deep(static_cast<int>(std::ceil(size.z / cell))),
        field(Index(wide, tall, deep) + 1) {
    for (int z = 0; z <= deep; ++z) {
      for (int y = 0; y <= tall; ++y) {
        for (int x = 0; x <= wide;) {
          const float d = distance(Corner(x, y, z));
          // Nothing can be nearer than that: the row goes on where it may be.
          const int skip = std::max(1, static_cast<int>((std::abs(d) * 0.6F - cell) / cell));
          for (int i = 0; i < skip && x <= wide; ++i) field[Index(x++, y, z)] = d;
        }
      }
    }
  }
  [[nodiscard]] std::size_t Index(int x, int y, int z) const {
    return static_cast<std::size_t>((z * (tall + 1) + y) * (wide + 1) + x);
  }
  [[nodiscard]] glm::vec3 Corner(int x, int y, int z) const {
    return low +
           cell * glm::vec3(static_cast<float>(x), static_cast<float>(y), static_cast<float>(z));
  }

  /// The middle of a cell's crossings with the surface ; false: none.
  bool Cross(int x, int y, int z, glm::vec3& middle) const {
    glm::vec3 sum(0);
    int crossings = 0;
    const auto cross = [&](int ax, int ay, int az, int bx, int by, int bz) {
      const float a = field[Index(x + ax, y + ay, z + az)];
      const float b = field[Index(x + bx, y + by, z + bz)];
      if ((a < 0) == (b < 0)) return;
      sum += glm::mix(Corner(x + ax, y + ay, z + az), Corner(x + bx, y + by, z + bz), a / (a - b));
      ++crossings;
    };
    for (int i = 0; i < 4; ++i) {
      const int u = i & 1, v = i >> 1;
      cross(0, u, v, 1, u, v);
      cross(u, 0, v, u, 1, v);
      cross(u, v, 0, u, v, 1);
    }
    if (crossings > 0) middle = sum / static_cast<float>(crossings);
    return crossings > 0;
  }
};

/// Draws a point onto the surface.
glm::vec3 Settle(const Distance& distance, glm::vec3 p, float cell) {
  const float step = 0.1F * cell;
  for (int i = 0; i < 2; ++i) {
    const float d = distance(p);
    const glm::vec3 gradient(distance(p + glm::vec3(step, 0, 0)) - d,
                             distance(p + glm::vec3(0, step, 0)) - d,
                             distance(p + glm::vec3(0, 0, step)) - d);
    const float length = glm::length(gradient);
    if (length < 1e-6F) return p;
    p -= gradient / length * std::clamp(d, -0.4F * cell, 0.4F * cell);
  }
  return p;
}

void Join(const Lattice& lattice, const std::vector<std::uint32_t>& cell_vertex, Surface& surface) {
  const auto& field = lattice.field;
  const auto Index = [&](int x, int y, int z) { return lattice.Index(x, y, z); };
  const auto quad = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, bool turned) {
    const std::uint32_t v[] = {cell_vertex[a], cell_vertex[b], cell_vertex[c], cell_vertex[d]};
    if (turned) {
      surface.indices.insert(surface.indices.end(), {v[0], v[2], v[1], v[0], v[3], v[2]});
    } else {
      surface.indices.insert(surface.indices.end(), {v[0], v[1], v[2], v[0], v[2], v[3]});
    }
  };
  for (int z = 1; z < lattice.deep; ++z) {
    for (int y = 1; y < lattice.tall; ++y) {
      for (int x = 1; x < lattice.wide; ++x) {
        const bool in = field[Index(x, y, z)] < 0;
        if (in != (field[Index(x + 1, y, z)] < 0)) {
          quad(Index(x, y - 1, z - 1), Index(x, y, z - 1), Index(x, y, z), Index(x, y - 1, z), !in);
        }
        if (in != (field[Index(x, y + 1, z)] < 0)) {
          quad(Index(x - 1, y, z - 1), Index(x - 1, y, z), Index(x, y, z), Index(x, y, z - 1), !in);
        }
        if (in != (field[Index(x, y, z + 1)] < 0)) {
          quad(Index(x - 1, y - 1, z), Index(x, y - 1, z), Index(x, y, z), Index(x - 1, y, z), !in);
        }
      }
    }
  }
}

}  // namespace

Surface FindSurface(const Distance& distance, glm::vec3 low, glm::vec3 size, float cell) {
  const Lattice lattice(distance, low, size, cell);
  Surface surface;
  std::vector<std::uint32_t> cell_vertex(lattice.field.size(), 0);
  for (int z = 0; z < lattice.deep; ++z) {
    for (int y = 0; y < lattice.tall; ++y) {
      for (int x = 0; x < lattice.wide; ++x) {
        glm::vec3 middle(0);
        if (!lattice.Cross(x, y, z, middle)) continue;
        cell_vertex[lattice.Index(x, y, z)] = static_cast<std::uint32_t>(surface.points.size());
        surface.points.push_back(Settle(distance, middle, cell));
      }
    }
  }
  Join(lattice, cell_vertex, surface);
  surface.normals.assign(surface.points.size(), glm::vec3(0));
  for (std::size_t i = 0; i < surface.indices.size(); i += 3) {
    const std::uint32_t* corner = &surface.indices[i];
    const glm::vec3 a = surface.points[corner[0]];
    const glm::vec3 normal =
        glm::cross(surface.points[corner[1]] - a, surface.points[corner[2]] - a);
    for (int k = 0; k < 3; ++k) surface.normals[corner[k]] += normal;
  }
  for (glm::vec3& normal : surface.normals) normal = glm::normalize(normal);
  return surface;
}

}  // namespace vr
