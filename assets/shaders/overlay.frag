// SPDX-License-Identifier: MIT
// What lies over the place: the calm sky, the open sky of the end, the dark of a fade.
in vec3 v_ray;
layout(location = 0) uniform vec2 cover;  // x: 0 dark, 1 calm, 2 open sky; y: opacity
layout(binding = 0) uniform sampler2D noise;
layout(location = 0) out vec4 picture_colour;

vec3 CalmSky(vec3 way) {
  float up = smoothstep(-0.5, 0.9, way.y);
  vec3 low = vec3(0.66, 0.70, 0.66), high = vec3(0.20, 0.40, 0.52);
  vec3 sky = mix(low, high, up);
  float band = texture(noise, vec2(way.x + way.z, way.y * 2.2) * 0.11 + 0.2).r;
  return sky + vec3(0.06, 0.055, 0.045) * smoothstep(0.45, 0.8, band);
}

float Sea(vec2 at) {
  float drift = to_sun.w * 0.004;
  return texture(noise, at * 0.031 + vec2(drift, 0.0)).r * 0.62 +
         texture(noise, at * 0.093 - vec2(drift * 0.6, 0.2)).r * 0.27 +
         texture(noise, at * 0.27 + vec2(0.0, drift)).r * 0.11;
}

/// Over a sea of clouds, the sun low before us.
vec3 OpenSky(vec3 way) {
  float s = max(dot(way, to_sun.xyz), 0.0);
  float s4 = Square(Square(s)), s32 = Square(Square(s4)) * Square(Square(s4));
  float height = way.y;
  vec3 high = vec3(0.035, 0.145, 0.36), mid = vec3(0.23, 0.40, 0.54), low = vec3(0.78, 0.53, 0.34);
  vec3 sky = mix(mix(low, mid, smoothstep(0.0, 0.22, height)), high, smoothstep(0.12, 0.95, height));
  vec3 warm = vec3(0.95, 0.44, 0.12);
  sky = mix(sky, low, 0.5 * s4 * exp2(-2.0 * max(height, 0.0)));
  sky += warm * (0.5 * s4 * exp2(-3.2 * max(height, 0.0)) + 0.8 * s32);
  sky += vec3(9.0, 7.0, 4.5) * smoothstep(0.9991, 0.9996, s);
  if (height > 0.0) {  // thin feathers, far up
    vec2 plane = way.xz / (height + 0.25);
    float feather = texture(noise, plane * vec2(0.05, 0.16) + 0.4).r * 0.6 +
                    texture(noise, plane * vec2(0.13, 0.5) + 0.1).r * 0.4;
    sky = mix(sky, vec3(0.80, 0.66, 0.56) + warm * 0.5 * s4,
              0.7 * smoothstep(0.48, 0.78, feather) * smoothstep(0.03, 0.3, height));
  }
  float below = 0.035 - height;
  if (below < 0.0) return sky;
  float away = 1.0 / (below + 0.022);
  vec2 at = way.xz * away * 1.6;
  float here = Sea(at);
  float lit = here - Sea(at + to_sun.xz * 1.3);  // crests against hollows, seen from the sun
  vec3 top = vec3(0.90, 0.66, 0.49), hollow = vec3(0.085, 0.14, 0.25);
  vec3 cloud = mix(hollow, top, clamp(0.10 + 1.3 * (here - 0.30) + 2.8 * lit, 0.0, 1.0));
  cloud += warm * (0.5 * s4 * clamp(0.5 + 3.5 * lit, 0.0, 1.0));
  float edge = smoothstep(0.0, 0.05, below + 0.05 * (texture(noise, way.xz * 0.9).r - 0.5));
  float far = exp2(-10.0 * below);
  return mix(sky, mix(cloud, low + warm * 0.4 * s4, 0.75 * far), edge);
}

void main() {
  vec3 way = normalize(v_ray);
  vec3 light = vec3(0.0);
  if (cover.x > 1.5) {
    light = Filmic(OpenSky(way) * 0.86);
  } else if (cover.x > 0.5) {
    light = CalmSky(way);
  }
  picture_colour = vec4(Encode(light), cover.y);
}
