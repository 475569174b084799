// SPDX-License-Identifier: MIT
// The surface from both sides, by one model: Fresnel, Snell, Cox and Munk.
in vec3 v_at;
in vec2 v_slope;
layout(binding = 0) uniform sampler2D noise;
layout(binding = 2) uniform sampler2D ripples;    // slopes, mean square 1, a quarter each
layout(binding = 3) uniform sampler2D mirror;     // what is above, upside down
layout(binding = 4) uniform samplerCube around;   // the still place, seen from the water
layout(location = 0) out vec4 picture_colour;

/// Slope of waves and ripples; `spread` is the part of the mean square slope that is too small or
/// too far to be drawn.
vec2 Slope(float away, out float spread) {
  float t = to_sun.w;
  vec2 with = vec2(from_sky.w * t, 0.0);
  vec2 at = v_at.xz;
  vec2 small = texture(ripples, (at - with) * 0.385 - vec2(0.045, 0.02) * t).rg * 2.0 - 1.0;
  vec2 sum = small;
  if (picture.z > 0.5) {
    vec2 p = (at - with * 0.9).yx * vec2(0.135, -0.145) + vec2(0.013, 0.02) * t;
    sum += (texture(ripples, p).rg * 2.0 - 1.0).yx * vec2(1.0, -1.0) * 0.9;
  }
  float deviation = sqrt(scatter.w);
  // Cat's paws: here a breath of wind, there a mirror.
  float patches = 0.28 + 0.72 * smoothstep(0.38, 0.66, texture(noise, at * vec2(0.011, 0.026) + 0.004 * t).r);
  spread = scatter.w * patches * mix(0.05, 0.5, smoothstep(2.0, 45.0, away));
  return v_slope + sum * (deviation * 1.7 * patches) / (1.0 + away * 0.035);
}

#ifndef UNDER
vec4 FromAbove(vec3 normal, vec3 to_eye, float away, float spread) {
  float cosine = max(dot(normal, to_eye), 0.03);
  float share = FresnelReflectance(cosine, 1.0, attenuation.w);
  vec3 way = reflect(-to_eye, normal);
  way.y = abs(way.y) + 0.004;
#ifdef AROUND
  vec3 sky = texture(around, way).rgb;
#else
  // The mirror where this ray meets what stands about 16 metres away, and a little higher up, by
  // the slopes that are too small to be drawn.
  vec3 there = v_at + way * 16.0;
  vec4 clip = clip_from_world * vec4(there.x, -there.y, there.z, 1.0);
  vec2 uv = clip.xy / clip.w * 0.5 + 0.5;
  vec2 higher = uv - vec2(0.0, 0.7 * sqrt(spread) * picture.x);
  vec3 sky = 0.55 * texture(mirror, uv).rgb + 0.45 * texture(mirror, higher).rgb;
#endif
  // Sun glitter: how many facets lie so that they mirror the sun (Cox and Munk 1954).
  vec3 halfway = normalize(to_eye + to_sun.xyz);
  vec2 needed = -halfway.xz / max(halfway.y, 0.05);
  vec2 slope = -normal.xz / normal.y;
  float variance = 0.5 * spread + 0.0011;
  vec2 off = needed - slope;
  float facets = exp(-dot(off, off) / (2.0 * variance)) / (2.0 * kPi * variance);
  float glitter = facets * FresnelReflectance(dot(halfway, to_eye), 1.0, attenuation.w) /
                  (4.0 * cosine * Square(Square(halfway.y)));
  glitter = min(glitter, 9.0);
  vec3 light = sky * share + sun.rgb * glitter;
  share = min(1.0, share + 0.4 * glitter);
  float veil = 1.0 - exp2(-1.4427 * sun.w * max(away - 3.0, 0.0));
  // Premultiplied: what is under water shows by the share that is not reflected.
  vec3 seen = mix(light, HazeColour(-to_eye), veil);
  return vec4(seen, mix(share, 1.0, veil));
}

#else
vec3 FromBelow(vec3 normal, vec3 to_eye) {
  vec3 way = -to_eye;
  float cosine = dot(way, normal);
  float share = FresnelReflectance(cosine, attenuation.w, 1.0);
  vec3 inside = Murk(reflect(way, -normal), -eye.y) * 0.62;  // the dim room, once more
  vec3 out_there = refract(way, -normal, attenuation.w);  // 0 in total reflection, where share is 1
  vec3 through = texture(around, out_there + vec3(0.0, 1e-4, 0.0)).rgb * 1.9;
  return ThroughWater(mix(through, inside, share), v_at);
}
#endif

void main() {
  vec3 to = eye.xyz - v_at;
  float away = length(to);
  float spread;
  vec2 slope = Slope(away, spread);
  vec3 normal = normalize(vec3(-slope.x, 1.0, -slope.y));
#ifdef UNDER
  picture_colour = vec4(Finish(FromBelow(normal, to / away)), 1.0);
#else
  vec4 light = FromAbove(normal, to / away, away, spread);
  picture_colour = vec4(Finish(light.rgb / max(light.a, 0.02)) * light.a, light.a);
#endif
}
