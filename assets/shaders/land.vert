// SPDX-License-Identifier: MIT
// All that is solid: ground, plants, set pieces.
layout(location = 0) in vec3 at;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 colour;  // square root of the albedo; a: sway
layout(location = 3) in vec4 kind;    // leaf, gloss, grain
layout(location = 0) uniform mat4 world_from_mesh;

out vec3 v_at;
out vec3 v_normal;
out vec3 v_albedo;
out vec3 v_kind;

void main() {
  vec3 world = (world_from_mesh * vec4(at, 1.0)).xyz;
  if (colour.a > 0.0) {
    float gust = to_sun.w * 1.25 + world.x * 0.55 + world.z * 0.4;
    world.xz += colour.a * (0.02 + 0.018 * glow.w) *
                vec2(sin(gust) + 0.4 * sin(gust * 2.7), cos(gust * 0.8));
  }
  v_at = world;
  v_normal = mat3(world_from_mesh) * normal;
  v_albedo = colour.rgb * colour.rgb;
  v_kind = kind.xyz;
  gl_Position = clip_from_world * vec4(world, 1.0);
}
