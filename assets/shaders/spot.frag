// SPDX-License-Identifier: MIT
in vec2 v_in;
in vec3 v_at;
flat in vec4 v_colour;
flat in vec4 v_shape;
layout(binding = 0) uniform sampler2D noise;
layout(location = 0) out vec4 picture_colour;

/// 1 inside of an edge that is a pixel soft.
float Inside(float distance_in) {
  float soft = fwidth(distance_in) * 0.75 + 0.0001;
  return smoothstep(-soft, soft, distance_in);
}
float Band(float r, float middle, float half_width) { return Inside(half_width - abs(r - middle)); }

/// A circle that fills clockwise from the top. shape.y: filled, z: hint.
vec4 Ring(float r) {
  float turn = atan(v_in.x, v_in.y) / (2.0 * kPi);
  turn = turn < 0.0 ? turn + 1.0 : turn;
  float groove = Band(r, 0.78, 0.13);
  float fill = Band(r, 0.78, 0.095) * step(turn, v_shape.y) * step(0.001, v_shape.y);
  float dot_in = Inside(0.10 - r) * 0.85;
  vec3 track = vec3(0.025, 0.04, 0.045);
  vec4 colour = vec4(track, 0.62) * groove;
  colour = mix(colour, vec4(0.9, 0.88, 0.82, 1.0), max(Band(r, 0.925, 0.018), Band(r, 0.633, 0.018)) * 0.8);
  vec3 warm = mix(vec3(1.0, 0.62, 0.16), vec3(0.42, 0.85, 0.42), v_shape.z);
  colour = mix(colour, vec4(warm, 1.0), fill);
  if (v_shape.z > 0.5) colour = mix(colour, vec4(warm, 1.0), Band(r, 0.95, 0.045));
  return mix(colour, vec4(1.0, 0.97, 0.9, 1.0), dot_in);
}

/// The sun to look at to stop. shape.y: filled.
vec4 Badge(float r) {
  float turn = atan(v_in.x, v_in.y);
  float from_ray = abs(fract(turn * 8.0 / (2.0 * kPi) + 0.5) - 0.5) * r;  // narrow at the tips
  float rays = Band(r, 0.65, 0.16) * Inside(0.105 - 0.09 * (r - 0.49) / 0.32 - from_ray);
  vec4 colour = vec4(0.03, 0.06, 0.075, 0.72) * Inside(0.97 - r);
  vec4 gold = vec4(1.0, 0.66, 0.2, 1.0);
  colour = mix(colour, gold, max(Inside(0.38 - r), rays));
  return mix(colour, vec4(1.0, 0.93, 0.8, 1.0), Band(r, 0.93, 0.025));
}

/// Where a throw may aim: on the water.
vec4 ThrowMark(float r) {
  float pulse = 0.5 + 0.5 * sin(to_sun.w * 2.2);
  float line = max(Band(r, 0.85, 0.07), Band(r, 0.42 + 0.06 * pulse, 0.04));
  float dark = max(Band(r, 0.85, 0.13), Band(r, 0.42 + 0.06 * pulse, 0.09));
  return mix(vec4(0.02, 0.03, 0.03, 0.5) * dark, vec4(1.0, 0.86, 0.5, 0.95), max(line, Inside(0.1 - r)));
}

/// To breathe by. shape.y: 0 out to 1 in; z: breaths done; w: of.
vec4 Breath(float r) {
  float size = mix(0.30, 0.70, v_shape.y);
  vec4 colour = vec4(0.02, 0.05, 0.06, 0.35) * Inside(0.98 - r);
  vec4 disc = vec4(0.45, 0.80, 0.86, 0.80);
  colour = mix(colour, disc, Inside(size - r) * mix(0.55, 0.95, r / size));
  colour = mix(colour, vec4(0.92, 0.98, 1.0, 1.0), Band(r, size, 0.018));
  colour = mix(colour, vec4(0.9, 0.95, 0.97, 0.8), Band(r, 0.745, 0.008) * 0.5);
  float turn = atan(v_in.x, v_in.y) / (2.0 * kPi);
  turn = turn < 0.0 ? turn + 1.0 : turn;
  float n = max(v_shape.w, 1.0);
  float cell = floor(turn * n + 0.5);
  float a = cell / n * 2.0 * kPi;
  float away = length(v_in - 0.87 * vec2(sin(a), cos(a)));
  bool done = mod(cell, n) < v_shape.z;
  colour = mix(colour, vec4(0.9, 0.97, 1.0, 1.0), Band(away, 0.06, 0.012));
  return mix(colour, vec4(1.0, 0.78, 0.36, 1.0), done ? Inside(0.06 - away) : 0.0);
}

void Seen(vec3 light, float alpha) {
  picture_colour = vec4(Finish(ThroughMedium(light, v_at)) * alpha, alpha);
}

void main() {
  float r = length(v_in);
  int kind = int(v_shape.x + 0.5);
  if (r > 1.0) discard;
  if (kind < 10) {
    vec4 colour = vec4(0.0);
    if (kind == 0) colour = Ring(r);
    if (kind == 1) colour = Badge(r);
    if (kind == 2) colour = Breath(r);
    if (kind == 3) {  // gaze dot
      colour = mix(vec4(0.0, 0.0, 0.0, 0.45) * Inside(0.95 - r), vec4(1.0, 0.35, 0.12, 1.0), Inside(0.6 - r));
    }
    float alpha = colour.a * v_colour.a;
    picture_colour = vec4(Encode(min(colour.rgb, vec3(1.0))) * alpha, alpha);
    return;
  }
  if (kind == 10) {  // bubble: a bright rim and a glint
    float rim = smoothstep(0.55, 0.95, r) * (1.0 - smoothstep(0.95, 1.0, r));
    float glint = 1.0 - smoothstep(0.0, 0.22, length(v_in - vec2(-0.3, 0.45)));
    vec3 above = Murk(vec3(0.0, 1.0, 0.0), -v_at.y) * 2.4 + 0.02;
    Seen(above * (0.8 + 2.0 * glint), v_colour.a * clamp(rim * 0.75 + glint + 0.08, 0.0, 1.0));
  } else if (kind == 11) {  // a drop of water in the sun
    float core = 1.0 - smoothstep(0.2, 1.0, r);
    float against = max(dot(normalize(v_at - eye.xyz), to_sun.xyz), 0.0);
    Seen(from_sky.rgb * 1.3 + sun.rgb * (0.35 + 1.2 * Square(Square(against))), v_colour.a * core);
  } else if (kind == 12) {  // part of a cloud
    vec2 p = v_in * 0.22 + v_shape.yz;
    float rough = texture(noise, p).r * 0.65 + texture(noise, p * 2.7 + to_sun.w * 0.002).r * 0.35;
    float body = 1.0 - smoothstep(0.25, 0.98, r + 0.75 * (rough - 0.5));
    vec3 normal = normalize(vec3(v_in, 0.7));
    vec3 to = normalize(eye.xyz - v_at);
    vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), to));
    vec3 world = right * normal.x + cross(to, right) * normal.y + to * normal.z;
    float lit = clamp(0.5 + 0.5 * dot(world, to_sun.xyz) + 0.25 * normal.y, 0.0, 1.0);
    vec3 dim = horizon.rgb * vec3(1.0, 0.98, 1.04);
    vec3 bright = horizon.rgb * 1.35 + sun.rgb * 0.5;
    picture_colour = vec4(Finish(mix(dim, bright, lit)), 1.0) * (body * v_colour.a);
  } else if (kind == 20) {  // soft shadow
    float dark = v_colour.a * Square(1.0 - r);
    picture_colour = vec4(0.0, 0.0, 0.0, dark);
  } else if (kind == 21) {  // rings that run out over the water; shape.y: age 0 to 1
    float line = 0.0;
    for (int i = 0; i < 3; ++i) {
      float age = fract(v_shape.y + float(i) / 3.0);
      float wave = (r - age * 0.95) / (0.035 + 0.05 * age);
      line += exp(-wave * wave) * (1.0 - age) * (1.0 - age);
    }
    Seen(HazeColour(normalize(v_at - eye.xyz)) * 0.9 + sun.rgb * 0.1, v_colour.a * min(line, 1.0));
  } else if (kind == 22) {  // broken white water round a body
    float rough = texture(noise, v_at.xz * 0.8 + to_sun.w * 0.05).r;
    float foam = smoothstep(0.42, 0.7, rough + 0.35 * (1.0 - r)) * (1.0 - smoothstep(0.5, 1.0, r));
    Seen(from_sky.rgb * 1.1 + sun.rgb * 0.3, v_colour.a * foam);
  } else if (kind == 23) {
    vec4 colour = ThrowMark(r);
    float alpha = colour.a * v_colour.a;
    picture_colour = vec4(Encode(colour.rgb) * alpha, alpha);
  }
}
