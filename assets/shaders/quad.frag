// SPDX-License-Identifier: MIT
// A text as a quad layer wants it: premultiplied, in linear light.
in vec2 v_uv;
layout(location = 0) uniform float opacity;
layout(binding = 0) uniform sampler2D text;
layout(location = 0) out vec4 picture_colour;

void main() { picture_colour = texture(text, v_uv) * opacity; }
