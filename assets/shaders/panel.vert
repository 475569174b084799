// SPDX-License-Identifier: MIT
// A text in the world.
layout(location = 0) uniform mat4 world_from_panel;  // its columns hold half the size
out vec2 v_uv;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  v_uv = corner;
  gl_Position = clip_from_world * (world_from_panel * vec4(corner * 2.0 - 1.0, 0.0, 1.0));
}
