import { DIMMED, GUEST, MARKED, SELECTED } from '../scene/point-flags.ts';

/** CSS pixels of the frame around selected, marked and guest pictures. */
const FRAME = 3;

/** What a slot holds when there is no picture: a disc is drawn. */
export const NO_SLOT = 0xffffffff;

export const pictureVertexShader: string = `#version 300 es
precision highp float;
precision highp int;
layout(location = 0) in vec2 position;
layout(location = 1) in float size;
layout(location = 2) in float opacity;
layout(location = 3) in uint slot;
layout(location = 4) in uvec2 kind;
uniform vec2 centre;
uniform vec2 toClip;
uniform vec2 pixelToClip;
uniform float pixelRatio;
uniform ivec2 fullShape;
uniform ivec2 halfShape;
uniform ivec2 fullPixels;
uniform ivec2 halfPixels;
uniform bool hasFull;
uniform sampler2D palette;
uniform vec3 paper;
uniform vec3 ink;
uniform vec3 accent;
out vec2 place;
flat out float halfTile;
flat out vec4 color;
flat out vec4 frame;
flat out ivec3 fullBase;
flat out ivec3 halfBase;
flat out float fullShare;
flat out int isDisc;

/* Images lie one after the other in the lines of the layers, as in an IDX file. */
ivec3 baseOf(ivec2 shape, int pixels) {
  int line = int(slot) / shape.x;
  return ivec3((int(slot) % shape.x) * pixels, line % shape.y, line / shape.y);
}

void main() {
  uint flags = kind.y;
  bool isGuest = (flags & ${GUEST}u) != 0u;
  bool isFramed = (flags & ${SELECTED | MARKED | GUEST}u) != 0u;
  halfTile = size * 0.5 * pixelRatio;
  float halfQuad = halfTile + (isFramed ? ${FRAME}.0 * pixelRatio : 0.0);
  place = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * halfQuad;
  gl_Position = vec4((position - centre) * toClip + place * pixelToClip, 0.0, 1.0);

  vec3 tone = isGuest ? accent : texelFetch(palette, ivec2(kind.x, 0), 0).rgb;
  bool isDimmed = (flags & ${DIMMED}u) != 0u && !isFramed;
  color = vec4(isDimmed ? mix(tone, paper, 0.6) : tone, opacity * (isDimmed ? 0.35 : 1.0));
  vec3 edge = (flags & ${MARKED | GUEST}u) != 0u ? accent : ink;
  frame = vec4(edge, isFramed ? opacity : 0.0);
  isDisc = slot == ${NO_SLOT}u ? 1 : 0;
  fullBase = baseOf(fullShape, fullPixels.x * fullPixels.y);
  halfBase = baseOf(halfShape, halfPixels.x * halfPixels.y);
  float devicePixels = size * pixelRatio / float(fullPixels.x);
  fullShare = hasFull ? clamp((devicePixels - 0.66) / 0.08, 0.0, 1.0) : 0.0;
}`;

export const pictureFragmentShader = `#version 300 es
precision highp float;
precision highp int;
precision mediump sampler2DArray;
in vec2 place;
flat in float halfTile;
flat in vec4 color;
flat in vec4 frame;
flat in ivec3 fullBase;
flat in ivec3 halfBase;
flat in float fullShare;
flat in int isDisc;
uniform ivec2 fullPixels;
uniform ivec2 halfPixels;
uniform bool isSmooth;
uniform float pixelRatio;
uniform vec3 paper;
uniform sampler2DArray fullAtlas;
uniform sampler2DArray halfAtlas;
out vec4 result;

float fetch(sampler2DArray atlas, ivec3 base, ivec2 pixels, ivec2 at) {
  at = clamp(at, ivec2(0), pixels - 1);
  return texelFetch(atlas, base + ivec3(at.y * pixels.x + at.x, 0, 0), 0).r;
}

/* The share is a place in the image, from its top left corner to 1, 1. */
float pixelAt(sampler2DArray atlas, ivec3 base, ivec2 pixels, vec2 share) {
  if (!isSmooth) return fetch(atlas, base, pixels, ivec2(share * vec2(pixels)));
  vec2 at = share * vec2(pixels) - 0.5;
  ivec2 low = ivec2(floor(at));
  vec2 way = at - vec2(low);
  float top = mix(fetch(atlas, base, pixels, low), fetch(atlas, base, pixels, low + ivec2(1, 0)), way.x);
  float below = mix(fetch(atlas, base, pixels, low + ivec2(0, 1)), fetch(atlas, base, pixels, low + 1), way.x);
  return mix(top, below, way.y);
}

float inkAt(vec2 share) {
  float inkValue = 0.0;
  if (fullShare < 1.0) inkValue += (1.0 - fullShare) * pixelAt(halfAtlas, halfBase, halfPixels, share);
  if (fullShare > 0.0) inkValue += fullShare * pixelAt(fullAtlas, fullBase, fullPixels, share);
  return inkValue;
}

/* Shades of one colour, so that folds and seams show and overlapping pictures stay apart. */
vec4 inked(float inkValue) {
  float cover = clamp((inkValue - 0.047) / 0.235, 0.0, 1.0) * color.a;
  vec3 tone = mix(color.rgb * 0.4, mix(color.rgb, vec3(1.0), 0.2), pow(inkValue, 1.4));
  return vec4(tone * cover, cover);
}

void main() {
  float reach = max(abs(place.x), abs(place.y));
  vec4 content = vec4(0.0);
  if (isDisc == 1) {
    float cover = clamp(halfTile * 0.6 + 0.5 - length(place), 0.0, 1.0) * color.a;
    content = vec4(color.rgb * cover, cover);
  } else if (reach < halfTile) {
    content = inked(inkAt(vec2(place.x, -place.y) / halfTile * 0.5 + 0.5));
  }
  if (frame.a > 0.0) {
    float inner = halfTile + pixelRatio;
    float corner = 4.0 * pixelRatio;
    vec2 beyond = max(abs(place) - inner - pixelRatio + corner, 0.0);
    float outside = length(beyond) - corner + max(min(reach - inner - pixelRatio + corner, 0.0), -corner);
    float plate = clamp(0.5 - outside, 0.0, 1.0) * frame.a;
    float line = clamp(outside + 2.0 * pixelRatio + 0.5, 0.0, 1.0);
    vec4 below = vec4(mix(paper, frame.rgb, line), 1.0) * plate;
    content = content + below * (1.0 - content.a);
  }
  if (content.a == 0.0) discard;
  result = content;
}`;
