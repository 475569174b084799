// SPDX-License-Identifier: MIT
// A web of rings round the eye, moved by waves.
layout(location = 0) in vec2 web;  // x and z from below the eye, metres

out vec3 v_at;
out vec2 v_slope;

void main() {
  vec2 at = web + eye.xz;
  float away = length(web);
  vec3 moved = Gerstner(at, 1.0 / (1.0 + Square(away * 0.04)), v_slope);
  v_at = moved;
  gl_Position = clip_from_world * vec4(moved, 1.0);
}
