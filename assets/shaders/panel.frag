// SPDX-License-Identifier: MIT
in vec2 v_uv;
layout(location = 1) uniform vec2 light;  // x: opacity; y: 1 where it is a thing that light falls on
layout(binding = 0) uniform sampler2D text;
layout(location = 0) out vec4 picture_colour;

void main() {
  vec4 colour = texture(text, v_uv) * light.x;
  vec3 plain = colour.rgb / max(colour.a, 0.004);
  vec3 seen = light.y > 0.5 ? Finish(plain * (from_sky.rgb * 0.9 + sun.rgb * 0.25)) : Encode(plain);
  picture_colour = vec4(seen * colour.a, colour.a);
}
