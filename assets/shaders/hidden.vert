// SPDX-License-Identifier: MIT
// What a headset's lens hides, at the near plane, so that nothing else is drawn there.
layout(location = 0) in vec2 corner;
layout(location = 0) uniform mat4 clip_from_eye;

void main() {
  vec4 at = clip_from_eye * vec4(corner, -1.0, 1.0);
  gl_Position = vec4(at.xy, -at.w, at.w);
}
