// SPDX-License-Identifier: MIT
// Round things that face the eyes or lie flat: marks, bubbles, drops, foam, soft shadows.
layout(location = 0) in vec4 at_radius;
layout(location = 1) in vec4 colour;
layout(location = 2) in vec4 shape;  // x: kind; y, z, w by kind

out vec2 v_in;
out vec3 v_at;
flat out vec4 v_colour;
flat out vec4 v_shape;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  vec3 to = normalize(eye.xyz - at_radius.xyz);
  vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), to) + vec3(1e-4, 0.0, 0.0));
  vec3 up = cross(to, right);
  int kind = int(shape.x + 0.5);
  if (kind >= 20) {  // flat; w turns it, z stretches it
    float c = cos(shape.w), s = sin(shape.w);
    right = vec3(c, 0.0, s);
    up = vec3(-s, 0.0, c) * max(shape.z, 1.0);
  }
  v_in = corner;
  v_at = at_radius.xyz + (right * corner.x + up * corner.y) * at_radius.w;
  v_colour = colour;
  v_shape = shape;
  gl_Position = clip_from_world * vec4(v_at, 1.0);
}
