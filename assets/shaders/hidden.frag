// SPDX-License-Identifier: MIT
layout(location = 0) out vec4 picture_colour;

void main() { picture_colour = vec4(0.0, 0.0, 0.0, 1.0); }
