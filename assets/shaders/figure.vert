// SPDX-License-Identifier: MIT
// A mannequin's skin on its bones.
layout(location = 0) in vec3 at;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 colour;  // a: the vest
layout(location = 3) in uvec4 bone;
layout(location = 4) in vec4 weight;
layout(location = 2) uniform vec3 vest;
layout(location = 8) uniform mat4 world_from_rest[16];

out vec3 v_at;
out vec3 v_normal;
out vec3 v_albedo;
out vec3 v_kind;

void main() {
  mat4 skin = world_from_rest[bone.x] * weight.x + world_from_rest[bone.y] * weight.y +
              world_from_rest[bone.z] * weight.z + world_from_rest[bone.w] * weight.w;
  v_at = (skin * vec4(at, 1.0)).xyz;
  v_normal = mat3(skin) * normal;
  v_albedo = mix(colour.rgb * colour.rgb, vest, colour.a);
  v_kind = vec3(0.0, 0.22, 0.0);
  gl_Position = clip_from_world * vec4(v_at, 1.0);
}
