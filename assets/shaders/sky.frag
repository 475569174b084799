// SPDX-License-Identifier: MIT
// The sky, or under water the dim room of light.
in vec3 v_ray;
layout(binding = 0) uniform sampler2D noise;
#ifdef AROUND
layout(binding = 4) uniform samplerCube around;
#endif
layout(location = 0) out vec4 picture_colour;

vec3 Clouds(vec3 sky, vec3 way) {
  float height = max(way.y, 0.0);
  vec2 plane = way.xz / (height + 0.16);
  float drift = to_sun.w * 0.0016;
  float shape = texture(noise, plane * vec2(0.045, 0.085) + vec2(drift, 0.31)).r * 0.68 +
                texture(noise, plane * vec2(0.14, 0.22) - vec2(drift * 1.7, 0.12)).r * 0.32;
  float edge = 0.60 - 0.26 * zenith.w;
  float cover = smoothstep(edge, edge + 0.2, shape);
  float thick = smoothstep(edge + 0.05, edge + 0.34, shape);
  float toward = max(dot(way, to_sun.xyz), 0.0);
  vec3 bright = horizon.rgb * 1.25 + glow.rgb * (0.30 + 1.1 * Square(Square(toward)));
  vec3 dim = mix(zenith.rgb, horizon.rgb, 0.62) * vec3(0.80, 0.70, 0.74);
  vec3 cloud = mix(bright, dim, thick * 0.8);
  float show = smoothstep(0.015, 0.2, height) * (0.4 + 0.6 * zenith.w) * cover;
  return mix(sky, cloud, min(show, 0.92));
}

void main() {
  vec3 way = normalize(v_ray);
#if defined(AROUND)
  vec3 light = texture(around, way).rgb;  // with all that stands far away before it
#elif defined(UNDER)
  vec3 light = Murk(way, -eye.y);
  // Shafts of light about the sun as it stands under water.
  vec3 bent = vec3(to_sun.x / attenuation.w, 0.0, to_sun.z / attenuation.w);
  bent.y = sqrt(1.0 - dot(bent.xz, bent.xz));
  vec3 across = normalize(cross(bent, vec3(0.0, 0.0, 1.0)));
  vec3 other = cross(bent, across);
  float turn = atan(dot(way, across), dot(way, other));
  float shaft = texture(noise, vec2(turn * 0.9, to_sun.w * 0.02)).r +
                texture(noise, vec2(turn * 2.3 + 0.4, 0.5 - to_sun.w * 0.03)).r;
  light *= 1.0 + 0.85 * (shaft - 1.0) * smoothstep(-0.35, 0.6, dot(way, bent)) *
           smoothstep(0.0, 0.3, -way.y);
#else
  vec3 light = Clouds(SkyColour(way), way);
  float disc = dot(way, to_sun.xyz);
  light += sun.rgb * (14.0 * smoothstep(0.99965, 0.99985, disc) + 0.8 * smoothstep(0.9965, 1.0, disc));
#endif
  picture_colour = vec4(Finish(light), 1.0);
}
