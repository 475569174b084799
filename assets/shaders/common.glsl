// SPDX-License-Identifier: MIT
// Before every shader. Light is linear; metres; y up, 0 at the still water; names as in
// vr/render/frame.h. Defined where it applies: UNDER (the eye is under water), CAUSTICS.
layout(std140, binding = 0) uniform Frame {
  mat4 clip_from_world;
  mat4 ray_from_clip;  // a direction in the world for a point of the picture
  vec4 eye;            // xyz; w: 1 where it is under water
  vec4 to_sun;         // xyz; w: seconds
  vec4 sun;            // rgb; w: haze, 1/m
  vec4 zenith;         // rgb; w: share of clouds
  vec4 horizon;        // rgb; w: how strong the grain is
  vec4 glow;           // rgb; w: wind, m/s
  vec4 from_sky;       // rgb; w: current, m/s
  vec4 from_ground;    // rgb; w: brightness that looking at the light has won
  vec4 attenuation;    // rgb, 1/m; w: refractive index of water
  vec4 scatter;        // rgb, radiance of deep water; w: mean square slope of the surface
  vec4 tone;           // x: exposure, y: 0 linear out, 1 to an sRGB picture, 2 encoded here,
                       // z: frozen, w: strength of caustics
  vec4 wave[4];        // xy: wave vector, rad/m; z: amplitude, m; w: phase, rad
  vec4 picture;        // x: half the lens's vertical scale, z: 1 for fine ripples
};

const float kPi = 3.14159265;

float Square(float x) { return x * x; }

// ---- Air ------------------------------------------------------------------------------------
/// Warm light round the sun in the haze; s is the cosine to the sun.
vec3 Glow(float s, float height) {
  float near = max(s, 0.0);
  float s2 = near * near, s4 = s2 * s2, s16 = s4 * s4 * s4 * s4;
  return glow.rgb * (0.55 * s4 * exp2(-3.4 * height) + 0.5 * s16 * exp2(-1.6 * height) +
                     0.9 * s16 * s16 * s16);
}

vec3 HazeColour(vec3 way) { return horizon.rgb * 0.94 + Glow(dot(way, to_sun.xyz), 0.03) * 0.85; }

vec3 SkyColour(vec3 way) {
  float height = max(way.y, 0.0);
  vec3 clear = mix(horizon.rgb, zenith.rgb, 1.0 - exp2(-4.4 * height));
  return clear + Glow(dot(way, to_sun.xyz), height);
}

/// What haze leaves of a colour seen at `at` from the eye.
vec3 ThroughAir(vec3 colour, vec3 at) {
  vec3 to = at - eye.xyz;
  float away = length(to);
  float low = exp2(-0.02 * max(at.y, 0.0));  // it lies near the ground
  float veil = 1.0 - exp2(-1.4427 * sun.w * low * max(away - 3.0, 0.0));
  return mix(colour, HazeColour(to / max(away, 0.001)), veil);
}

// ---- Water ----------------------------------------------------------------------------------
/// Beer and Lambert: what is left of each colour after `metres` of water.
vec3 Transmittance(float metres) { return exp(-attenuation.rgb * metres); }

/// Share of unpolarised light that is reflected, from a medium of index `from` onto one of `to`;
/// 1 in total reflection. vr/core/water.h has the same formula.
float FresnelReflectance(float cosine, float from, float to) {
  float c = clamp(cosine, 0.0, 1.0);
  float ratio = from / to;
  float square = 1.0 - ratio * ratio * (1.0 - c * c);
  if (square <= 0.0) return 1.0;
  float t = sqrt(square);
  float s = (from * c - to * t) / (from * c + to * t);
  float p = (from * t - to * c) / (from * t + to * c);
  return 0.5 * (s * s + p * p);
}

/// Light that water scatters towards an eye in it, `depth` below the surface, from direction `way`.
vec3 Murk(vec3 way, float depth) {
  vec3 down = exp(-attenuation.rgb * (0.42 * max(depth, 0.0)));
  float up = 0.5 + 0.5 * way.y;
  float share = 0.09 + up * (0.26 + 0.80 * up * up);
  vec3 bent = vec3(to_sun.xz / attenuation.w, 0.0).xzy;  // the sun as it stands under water
  bent.y = sqrt(1.0 - dot(bent.xz, bent.xz));
  float ahead = max(dot(way, bent), 0.0);
  return scatter.rgb * down * (share + 0.55 * Square(Square(ahead))) * (1.0 + 0.8 * from_ground.w);
}

/// A colour at `at` under water, seen by an eye under water too.
vec3 ThroughWater(vec3 colour, vec3 at) {
  vec3 to = at - eye.xyz;
  float away = length(to);
  vec3 left = Transmittance(away);
  return colour * left + Murk(to / max(away, 0.001), -eye.y) * (1.0 - left);
}

/// A colour at `at` under water, seen from above it.
vec3 IntoWater(vec3 colour, vec3 at) {
  vec3 to = at - eye.xyz;
  float share = at.y / min(at.y - eye.y, -0.001);
  float way = length(to) * clamp(share, 0.0, 1.0);
  return colour * Transmittance(way - at.y) + scatter.rgb * (1.0 - Transmittance(way));
}

/// What reaches the eye of a colour at `at`.
vec3 ThroughMedium(vec3 colour, vec3 at) {
#ifdef UNDER
  return ThroughWater(colour, at);
#else
  return at.y < 0.0 ? IntoWater(colour, at) : ThroughAir(colour, at);
#endif
}

/// Gerstner: where a point of the still surface goes; `slope` of the surface there (Finch, GPU
/// Gems 1). `fade` quietens waves that are too far to be drawn.
vec3 Gerstner(vec2 at, float fade, out vec2 slope) {
  vec3 moved = vec3(at.x, 0.0, at.y);
  slope = vec2(0.0);
  for (int i = 0; i < 4; ++i) {
    vec2 k = wave[i].xy;
    float turn = dot(k, at) - wave[i].w;
    float height = wave[i].z * fade;
    float s = sin(turn), c = cos(turn);
    moved.y += height * c;
    moved.xz -= k * inversesqrt(dot(k, k)) * (height * s);
    slope -= k * (height * s);
  }
  return moved;
}

// ---- Picture --------------------------------------------------------------------------------
vec3 Filmic(vec3 x) {  // after Narkowicz's fit of ACES
  return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
}

vec3 Encode(vec3 linear) {
  return tone.y > 1.5 ? mix(linear * 12.92, 1.055 * pow(linear, vec3(1.0 / 2.4)) - 0.055,
                            step(vec3(0.0031308), linear))
                      : linear;
}

/// From light to what is written.
vec3 Finish(vec3 light) {
  if (tone.y < 0.5) return light;
  vec3 seen = Filmic(light * tone.x);
  float grey = dot(seen, vec3(0.2126, 0.7152, 0.0722));
  seen = mix(seen, vec3(0.86, 0.96, 1.08) * (grey * 0.85 + 0.02), 0.82 * tone.z);
  return Encode(seen);
}
