// SPDX-License-Identifier: MIT
// An outline of what would happen: clear, with a bright rim.
in vec3 v_at;
in vec3 v_normal;
in vec3 v_albedo;
in vec3 v_kind;
layout(location = 0) out vec4 picture_colour;

void main() {
  vec3 normal = normalize(v_normal);
  float facing = abs(dot(normal, normalize(eye.xyz - v_at)));
  float rim = 1.0 - facing;
  float alpha = 0.16 + 0.84 * rim * rim;
  if (v_at.y < 0.0) alpha *= 0.55;  // under the surface it is but guessed
  vec3 colour = mix(vec3(0.30, 0.55, 0.66), vec3(0.86, 0.97, 1.0), rim * rim);
  picture_colour = vec4(Encode(colour) * alpha, alpha);
}
