// SPDX-License-Identifier: MIT
#include "vr/render/mesh.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace vr {
namespace {

std::uint8_t Byte(float share) {
  return static_cast<std::uint8_t>(std::clamp(share, 0.0F, 1.0F) * 255 + 0.5F);
}

/// Two directions that stand upright on `axis` and on each other.
void Frame(glm::vec3 axis, glm::vec3& side, glm::vec3& up) {
  const glm::vec3 other = std::abs(axis.y) > 0.9F ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
  side = glm::normalize(glm::cross(other, axis));
  up = glm::cross(axis, side);
}

}  // namespace

std::uint32_t Mesh::Add(glm::vec3 at, glm::vec3 normal, const Paint& paint) {
  Vertex vertex{};
  vertex.at = glm::vec3(world_from_form * glm::vec4(at, 1));
  const glm::vec3 turned = glm::vec3(world_from_form * glm::vec4(normal, 0));
  const float length = glm::length(turned);
  vertex.normal = length > 0 ? turned / length : glm::vec3(0, 1, 0);
  for (int i = 0; i < 3; ++i) vertex.colour[i] = Byte(std::sqrt(paint.colour[i]));
  vertex.colour[3] = Byte(paint.sway);
  vertex.kind[0] = Byte(paint.leaf);
  vertex.kind[1] = Byte(paint.gloss);
  vertex.kind[2] = Byte(paint.grain);
  vertices.push_back(vertex);
  return static_cast<std::uint32_t>(vertices.size() - 1);
}

void Mesh::Triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  indices.insert(indices.end(), {a, b, c});
}

void Mesh::Quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  Triangle(a, b, c);
  Triangle(a, c, d);
}

void Mesh::Tube(glm::vec3 from, glm::vec3 to, float from_radius, float to_radius,
                const Paint& paint, int sides, bool ends) {
  const glm::vec3 axis = glm::normalize(to - from);
  glm::vec3 side, up;
  Frame(axis, side, up);
  struct Ring {
    glm::vec3 middle;
    float radius, lean;  // lean: how far the normal looks along the axis
  };
  std::vector<Ring> rings;
  if (ends) {
    rings.push_back({from - axis * from_radius, 0.02F * from_radius, -1});
    rings.push_back({from - axis * (from_radius * 0.7F), from_radius * 0.71F, -0.7F});
  }
  rings.push_back({from, from_radius, 0});
  rings.push_back({to, to_radius, 0});
  if (ends) {
    rings.push_back({to + axis * (to_radius * 0.7F), to_radius * 0.71F, 0.7F});
    rings.push_back({to + axis * to_radius, 0.02F * to_radius, 1});
  }
  const auto begin = static_cast<std::uint32_t>(vertices.size());
  const auto around = static_cast<std::uint32_t>(sides);
  for (const Ring& ring : rings) {
    for (int i = 0; i < sides; ++i) {
      const float a = kTurn * static_cast<float>(i) / static_cast<float>(sides);
      const glm::vec3 out = side * std::cos(a) + up * std::sin(a);
      Add(ring.middle + out * ring.radius,
          out * std::sqrt(std::max(0.0F, 1 - ring.lean * ring.lean)) + axis * ring.lean, paint);
    }
  }
  for (std::uint32_t r = 0; r + 1 < rings.size(); ++r) {
    for (std::uint32_t i = 0; i < around; ++i) {
      const std::uint32_t next = (i + 1) % around;
      Quad(begin + r * around + i, begin + r * around + next, begin + (r + 1) * around + next,
           begin + (r + 1) * around + i);
    }
  }
}

void Mesh::Hose(const std::vector<glm::vec3>& points, float radius, float end_radius,
                const Paint& paint, int sides) {
  const float last = static_cast<float>(points.size() - 1);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const float a = static_cast<float>(i) / last;
    const float b = static_cast<float>(i + 1) / last;
    const bool outer = i == 0 || i + 2 == points.size();
    Tube(points[i], points[i + 1], radius + (end_radius - radius) * a,
         radius + (end_radius - radius) * b, paint, sides, outer);
  }
}

void Mesh::Blob(glm::vec3 middle, glm::vec3 radii, const Paint& paint, int rings, int sides,
                float rough, unsigned seed) {
  const auto begin = static_cast<std::uint32_t>(vertices.size());
  const auto around = static_cast<std::uint32_t>(sides);
  for (int r = 0; r <= rings; ++r) {
    const float v = kTurn / 2 * static_cast<float>(r) / static_cast<float>(rings);
    for (int i = 0; i < sides; ++i) {
      const float u = kTurn * static_cast<float>(i) / static_cast<float>(sides);
      const glm::vec3 out(std::sin(v) * std::cos(u), std::cos(v), std::sin(v) * std::sin(u));
      float swell = 1;
      if (rough > 0) {
        swell += rough * (Noise({out.x * 1.7F + out.y, out.z * 1.7F - out.y * 0.6F}, seed) +
                          0.5F * Noise({out.x * 4 - out.y * 2, out.z * 4 + out.y * 3}, seed + 7));
      }
      Add(middle + out * radii * swell, out / radii, paint);
    }
  }
  for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(rings); ++r) {
    for (std::uint32_t i = 0; i < around; ++i) {
      const std::uint32_t next = (i + 1) % around;
      Quad(begin + r * around + i, begin + r * around + next, begin + (r + 1) * around + next,
           begin + (r + 1) * around + i);
    }
  }
}

void Mesh::Box(glm::vec3 middle, glm::vec3 size, const Paint& paint, float bevel) {
  const glm::vec3 half = size * 0.5F;
  const float b = std::min({bevel, half.x * 0.9F, half.y * 0.9F, half.z * 0.9F});
  const bool plain = b <= 0;
  // Three inner corners at each outer corner, one for each face.
  std::uint32_t corner[8][3];
  for (int c = 0; c < 8; ++c) {
    const glm::vec3 sign((c & 1) != 0 ? 1 : -1, (c & 2) != 0 ? 1 : -1, (c & 4) != 0 ? 1 : -1);
    for (int axis = 0; axis < 3; ++axis) {
      glm::vec3 at = sign * (half - b);
      at[axis] = sign[axis] * half[axis];
      glm::vec3 normal(0);
      normal[axis] = sign[axis];
      corner[c][axis] = Add(middle + at, normal, paint);
    }
  }
  const auto quad = [&](int a, int c, int d, int e, int axis) {
    Quad(corner[a][axis], corner[c][axis], corner[d][axis], corner[e][axis]);
  };
  quad(0, 4, 6, 2, 0);
  quad(1, 3, 7, 5, 0);
  quad(0, 1, 5, 4, 1);
  quad(2, 6, 7, 3, 1);
  quad(0, 2, 3, 1, 2);
  quad(4, 5, 7, 6, 2);
  if (plain) return;
  const auto edge = [&](int a, int c, int first, int second) {
    Quad(corner[a][first], corner[c][first], corner[c][second], corner[a][second]);
  };
  for (const int c : {0, 2, 4, 6}) edge(c, c + 1, 1, 2);
  for (const int c : {0, 1, 4, 5}) edge(c, c + 2, 0, 2);
  for (const int c : {0, 1, 2, 3}) edge(c, c + 4, 0, 1);
  for (auto& c : corner) Triangle(c[0], c[1], c[2]);
}

void Mesh::Torus(glm::vec3 middle, glm::vec3 axis, float radius, float thickness,
                 const Paint& paint, const Paint& stripes, int stripe_count, int sides) {
  glm::vec3 side, up;
  Frame(glm::normalize(axis), side, up);
  const int around = thickness < 0.02F ? 5 : 10;
  const auto begin = static_cast<std::uint32_t>(vertices.size());
  for (int i = 0; i < sides; ++i) {
    const float u = kTurn * static_cast<float>(i) / static_cast<float>(sides);
    const glm::vec3 out = side * std::cos(u) + up * std::sin(u);
    const int piece = i * stripe_count * 3 / sides;
    const Paint& here = stripe_count > 0 && piece % 3 == 0 ? stripes : paint;
    for (int j = 0; j < around; ++j) {
      const float v = kTurn * static_cast<float>(j) / static_cast<float>(around);
      const glm::vec3 normal = out * std::cos(v) + glm::normalize(axis) * std::sin(v);
      Add(middle + out * radius + normal * thickness, normal, here);
    }
  }
  const auto ring = static_cast<std::uint32_t>(around);
  const auto count = static_cast<std::uint32_t>(sides);
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = 0; j < ring; ++j) {
      const std::uint32_t a = begin + i * ring;
      const std::uint32_t b = begin + (i + 1) % count * ring;
      Quad(a + j, b + j, b + (j + 1) % ring, a + (j + 1) % ring);
    }
  }
}

void Mesh::Blade(glm::vec3 root, glm::vec3 tip, glm::vec3 bend, float width,
                 const Paint& root_paint, const Paint& tip_paint, int segments) {
  const glm::vec3 along = tip - root;
  glm::vec3 flat = glm::cross(along, bend);
  if (glm::dot(flat, flat) < 1e-8F) flat = glm::cross(along, glm::vec3(0.3F, 0.1F, 1));
  flat = glm::normalize(flat);
  std::uint32_t left = 0, right = 0;
  for (int i = 0; i <= segments; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(segments);
    const glm::vec3 middle = root + along * t + bend * (t * t);
    const glm::vec3 normal = glm::normalize(glm::cross(flat, along + bend * (2 * t)));
    Paint paint = root_paint;
    paint.colour = glm::mix(root_paint.colour, tip_paint.colour, t);
    paint.leaf = root_paint.leaf + (tip_paint.leaf - root_paint.leaf) * t;
    paint.sway = tip_paint.sway * t * t;
    const float half = width * 0.5F * (1 - t * t * 0.96F);
    if (i == segments) {
      const std::uint32_t top = Add(middle, normal, paint);
      Triangle(left, right, top);
      return;
    }
    const std::uint32_t new_left = Add(middle - flat * half, normal, paint);
    const std::uint32_t new_right = Add(middle + flat * half, normal, paint);
    if (i > 0) Quad(left, right, new_right, new_left);
    left = new_left;
    right = new_right;
  }
}

void Mesh::Flake(glm::vec3 middle, glm::vec3 along, glm::vec3 across, glm::vec3 normal,
                 const Paint& paint) {
  const std::uint32_t a = Add(middle - along, normal, paint);
  const std::uint32_t b = Add(middle + across, normal, paint);
  const std::uint32_t c = Add(middle + along, normal, paint);
  const std::uint32_t d = Add(middle - across, normal, paint);
  Quad(a, b, c, d);
}

void Mesh::Append(const Mesh& other, const glm::mat4& place) {
  const auto begin = static_cast<std::uint32_t>(vertices.size());
  for (Vertex vertex : other.vertices) {
    vertex.at = glm::vec3(place * glm::vec4(vertex.at, 1));
    vertex.normal = glm::normalize(glm::vec3(place * glm::vec4(vertex.normal, 0)));
    vertices.push_back(vertex);
  }
  for (const std::uint32_t index : other.indices) indices.push_back(begin + index);
}

void Mesh::Clear() {
  vertices.clear();
  indices.clear();
}

float Hash(std::uint32_t n) {
  n = (n ^ 61U) ^ (n >> 16U);
  n *= 9U;
  n ^= n >> 4U;
  n *= 0x27d4eb2dU;
  n ^= n >> 15U;
  return static_cast<float>(n & 0xffffffU) / 16777215.0F;
}

float Noise(glm::vec2 at, std::uint32_t seed) {
  const glm::vec2 cell(std::floor(at.x), std::floor(at.y));
  const glm::vec2 in = at - cell;
  const glm::vec2 u = in * in * (3.0F - 2.0F * in);
  const auto corner = [&](int dx, int dy) {
    const auto x = static_cast<std::uint32_t>(static_cast<int>(cell.x) + dx + 32768);
    const auto y = static_cast<std::uint32_t>(static_cast<int>(cell.y) + dy + 32768);
    return Hash(x * 73856093U ^ y * 19349663U ^ seed * 83492791U) * 2 - 1;
  };
  const float low = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * u.x;
  const float high = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * u.x;
  return low + (high - low) * u.y;
}

float Hills(glm::vec2 at, int octaves, std::uint32_t seed) {
  float sum = 0, size = 0.5F;
  for (int i = 0; i < octaves; ++i) {
    sum += size * Noise(at, seed + static_cast<std::uint32_t>(i));
    at *= 2.03F;
    size *= 0.5F;
  }
  return sum;
}

}  // namespace vr
