// SPDX-License-Identifier: MIT
in vec3 v_at;
in vec3 v_normal;
in vec3 v_albedo;
in vec3 v_kind;
layout(location = 1) uniform vec4 mark;  // rgb: light of a marked thing; a: how strong
layout(binding = 0) uniform sampler2D noise;  // r soft, g strokes
layout(binding = 1) uniform sampler2D caustics;
layout(location = 0) out vec4 picture_colour;

/// Sun on something under water: bundled by the waves, dimmed by the way down.
vec3 SunUnderWater(vec3 at) {
  vec3 left = Transmittance(-at.y * 1.15);
#ifdef CAUSTICS
  vec2 p = at.xz + to_sun.xz * (at.y * 0.6);
  float t = to_sun.w;
  float light = texture(caustics, p * 0.42 + vec2(0.021, 0.013) * t).r *
                texture(caustics, p * 0.33 - vec2(0.017, 0.022) * t).r * 64.0;
  return sun.rgb * left * mix(1.0, light, tone.w * exp2(0.35 * at.y));
#else
  return sun.rgb * left;
#endif
}

void main() {
  vec3 normal = normalize(v_normal);
  vec3 to_eye = normalize(eye.xyz - v_at);
  float leaf = v_kind.x, gloss = v_kind.y;
  // Thin things are lit through; solid ones show the side that is seen.
  if (dot(normal, to_eye) < 0.0 && leaf > 0.0) normal = -normal;
  // The grain lies on what is flat and runs up what is steep.
  vec2 flat_or_steep = abs(normal.y) > 0.6 ? v_at.xz : vec2(v_at.x + v_at.z, v_at.y);
  float grain = texture(noise, flat_or_steep * 0.31).r * 0.5 +
                texture(noise, flat_or_steep * 0.95).g * 0.5;
  vec3 albedo = v_albedo * mix(1.0, 0.15 + 1.7 * grain, v_kind.z * horizon.w);

  float wet = 1.0 - smoothstep(0.02, 0.13, v_at.y + 0.09 * (grain - 0.5));
  albedo *= mix(1.0, 0.5, wet * v_kind.z);
  gloss = max(gloss, 0.5 * wet * v_kind.z);

  float facing = dot(normal, to_sun.xyz);
  float lit = max(facing, 0.0) + leaf * 0.30 * max(-facing + 0.35, 0.0);
  vec3 sunlight = v_at.y < 0.0 ? SunUnderWater(v_at) : sun.rgb;
  vec3 sky = mix(from_ground.rgb, from_sky.rgb, 0.5 + 0.5 * normal.y);
  if (v_at.y < 0.0) sky *= Transmittance(-v_at.y);
  vec3 light = albedo * (sunlight * lit + sky);

  // Against the sun leaves glow at their rims.
  float against = max(dot(-to_eye, to_sun.xyz), 0.0);
  light += albedo * sun.rgb * (leaf * 0.7 * Square(Square(against)));
  float shine = Square(Square(Square(max(dot(reflect(-to_eye, normal), to_sun.xyz), 0.0))));
  float rim = 1.0 - max(dot(normal, to_eye), 0.0);
  light += gloss * (sunlight * (shine * shine * shine * 0.7) +
                    from_sky.rgb * (0.04 + 0.7 * rim * rim * rim));
  light += mark.rgb * (mark.a * (0.12 + 0.9 * rim * rim));
  picture_colour = vec4(Finish(ThroughMedium(light, v_at)), 1.0);
}
