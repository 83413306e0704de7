const HINGE = 0;
const SQUARED_HINGE = 1;
const LOG = 2;
const MODIFIED_HUBER = 3;
const SQUARED_ERROR = 4;
const HUBER = 5;
const EPSILON_INSENSITIVE = 6;

/** Beyond this margin one term of the logistic loss is all that a float64 can tell. */
const LOG_LIMIT: f64 = 18;

/** The loss of a decision for a target -1 or 1. `parameter` is the margin of the hinge losses, and else epsilon. */
export function lossOf(kind: i32, parameter: f64, decision: f64, target: f64): f64 {
  const margin = decision * target;
  if (kind === HINGE) return max<f64>(0, parameter - margin);
  if (kind === SQUARED_HINGE) return square(max<f64>(0, parameter - margin));
  if (kind === LOG) return logLoss(margin);
  if (kind === MODIFIED_HUBER) return margin >= -1 ? square(max<f64>(0, 1 - margin)) : -4 * margin;
  const distance = abs(decision - target);
  if (kind === SQUARED_ERROR) return 0.5 * distance * distance;
  if (kind === HUBER)
    return distance <= parameter ? 0.5 * distance * distance : parameter * distance - 0.5 * parameter * parameter;
  const excess = max<f64>(0, distance - parameter);
  return kind === EPSILON_INSENSITIVE ? excess : excess * excess;
}

/** The derivative of the loss with respect to the decision. */
export function slopeOf(kind: i32, parameter: f64, decision: f64, target: f64): f64 {
  const margin = decision * target;
  if (kind === HINGE) return margin <= parameter ? -target : 0;
  if (kind === SQUARED_HINGE) return -2 * target * max<f64>(0, parameter - margin);
  if (kind === LOG) return logSlope(margin, target);
  if (kind === MODIFIED_HUBER) return margin >= -1 ? -2 * target * max<f64>(0, 1 - margin) : -4 * target;
  const error = decision - target;
  if (kind === SQUARED_ERROR) return error;
  if (kind === HUBER) return max<f64>(-parameter, min<f64>(parameter, error));
  const excess = max<f64>(0, abs(error) - parameter);
  if (kind === EPSILON_INSENSITIVE) return excess > 0 ? copysign(1.0, error) : 0;
  return 2 * copysign(excess, error);
}

function square(x: f64): f64 {
  return x * x;
}

function logLoss(margin: f64): f64 {
  if (margin > LOG_LIMIT) return Math.exp(-margin);
  if (margin < -LOG_LIMIT) return -margin;
  return Math.log(1 + Math.exp(-margin));
}

function logSlope(margin: f64, target: f64): f64 {
  if (margin > LOG_LIMIT) return -target * Math.exp(-margin);
  if (margin < -LOG_LIMIT) return -target;
  return -target / (Math.exp(margin) + 1);
}
