import { BALL_BYTES, BALL_COORDINATES, coordinate, RADIUS, ROW_BYTES } from './coordinates';

/** No sample is farther from the origin. */
const LARGEST_RADIUS = 16010;

/**
 * Writes a ball that holds the samples `start..stop`: the rounded mean of their coordinates, and at the
 * place of the radius the greatest distance from it, rounded up. One that would be too large becomes the ball around the
 * origin that holds everything.
 */
export function writeBall(coordinates: usize, start: i32, stop: i32, ball: usize): void {
  memory.fill(ball, 0, BALL_BYTES);
  for (let i = 0; i < RADIUS; i++) {
    let sum: f64 = 0;
    for (let at = start; at < stop; at++) sum += <f64>coordinate(rowOf(coordinates, at), i);
    setCoordinate(ball, i, <i32>Math.floor(sum / <f64>(stop - start) + 0.5));
  }
  let greatest = 0;
  for (let at = start; at < stop; at++) greatest = max(greatest, squaredDistance(rowOf(coordinates, at), ball));
  const radius = <i32>Math.ceil(Math.sqrt(<f64>greatest));
  if (radius > LARGEST_RADIUS) memory.fill(ball, 0, BALL_BYTES);
  setCoordinate(ball, RADIUS, min(radius, LARGEST_RADIUS));
}

/** Squared distance of two rows or balls without their radius. */
export function squaredDistance(a: usize, b: usize): i32 {
  let sum = 0;
  for (let i = 0; i < RADIUS; i++) {
    const difference = coordinate(a, i) - coordinate(b, i);
    sum += difference * difference;
  }
  return sum;
}

/** A ball for every `ballSize` samples. Items are balls. */
export function packBalls(
  coordinates: usize, sampleCount: i32, ballSize: i32, balls: usize, begin: i32, end: i32,
): void {
  for (let ball = begin; ball < end; ball++) {
    const start = ball * ballSize;
    writeBall(coordinates, start, min(start + ballSize, sampleCount), balls + (<usize>ball) * BALL_BYTES);
  }
}

function rowOf(coordinates: usize, at: i32): usize {
  return coordinates + (<usize>at) * ROW_BYTES;
}

function setCoordinate(row: usize, index: i32, value: i32): void {
  store<i16>(row + ((<usize>index) << 1), <i16>value);
}
