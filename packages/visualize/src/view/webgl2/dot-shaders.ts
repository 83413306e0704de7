import { DETAIL } from '../scene/level-of-detail.ts';
import { DIMMED, MARKED, SELECTED } from '../scene/point-flags.ts';
import { floatLiterals } from './float-literals.ts';

const SIZE = floatLiterals(DETAIL);

/** Points around the canvas are drawn too, so that dots do not vanish at its edge. In CSS pixels. */
export const EDGE = 16;

export const dotVertexShader: string = `#version 300 es
precision highp float;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 startPosition;
layout(location = 2) in float spacing;
layout(location = 3) in uint label;
layout(location = 4) in uint flags;
layout(location = 5) in uint hasPicture;
uniform vec2 centre;
uniform vec2 toClip;
uniform float blend;
uniform float scale;
uniform float pixelRatio;
uniform bool isRing;
uniform sampler2D palette;
uniform vec3 paper;
uniform vec3 ink;
uniform vec3 accent;
flat out vec4 color;
flat out float radius;
flat out float halfSize;
flat out vec4 digit;

bool has(uint bits) { return (flags & bits) != 0u; }

void main() {
  float room = spacing * scale;
  float fade = clamp((room - ${SIZE.picturesBegin}) / (${SIZE.picturesOnly} - ${SIZE.picturesBegin}), 0.0, 1.0);
  float opacity = hasPicture == 1u ? 1.0 - fade : 1.0;
  if (isRing && !has(${SELECTED | MARKED}u)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }

  vec2 place = blend < 1.0 ? startPosition * (1.0 - blend) + position * blend : position;
  gl_Position = vec4((place - centre) * toClip, 0.0, 1.0);

  float size = clamp(room * ${SIZE.dotShare}, ${SIZE.smallestDot}, ${SIZE.largestDot});
  if (has(${SELECTED | MARKED}u)) size = max(size, ${SIZE.smallestRinged});
  if (isRing) size += ${SIZE.ring};
  radius = size * pixelRatio;
  halfSize = radius + 0.5;
  gl_PointSize = 2.0 * halfSize;

  vec3 tone = texelFetch(palette, ivec2(label, 0), 0).rgb;
  if (isRing) tone = has(${MARKED}u) ? accent : ink;
  else if (has(${DIMMED}u) && !has(${SELECTED | MARKED}u)) {
    tone = mix(tone, paper, 0.72);
    opacity *= 0.45;
  } else opacity *= mix(0.7, 1.0, clamp((size - 1.25) / 2.5, 0.0, 1.0));
  color = vec4(tone * opacity, opacity);

  float share = isRing ? 0.0 : clamp((size - ${SIZE.digitRadius}), 0.0, 1.0);
  bool isBright = dot(tone, vec3(0.299, 0.587, 0.114)) > 0.6;
  digit = vec4(label & 15u, label >> 4, share * opacity, isBright ? 0.0 : 1.0);
}`;

export const dotFragmentShader = `#version 300 es
precision mediump float;
flat in vec4 color;
flat in float radius;
flat in float halfSize;
flat in vec4 digit;
uniform sampler2D digits;
out vec4 result;

void main() {
  vec2 place = (gl_PointCoord * 2.0 - 1.0) * halfSize;
  float cover = clamp(radius + 0.5 - length(place), 0.0, 1.0);
  if (cover == 0.0) discard;
  result = color * cover;
  if (digit.z > 0.0) {
    vec2 cell = clamp(place / radius * 0.5 + 0.5, 0.02, 0.98);
    float stroke = texture(digits, (digit.xy + cell) / 16.0, -0.6).r * digit.z * cover;
    result = mix(result, vec4(vec3(digit.w), 1.0) * color.a, stroke * 0.92);
  }
}`;
