// In place of d3-interpolate in pages, which goes between colours, dates and texts as well. What is asked of
// it is the way from one view to another: [x, y, width], x and y of its middle.

/** How much a way prefers zooming to panning; the value that people liked best (see below). */
const rho = Math.SQRT2

/**
 * The smoothest way from one view to another: out, across and in again at one perceived speed. From 0, the
 * first view, to 1, the other. Jarke J. van Wijk and Wim A. A. Nuij, Smooth and efficient zooming and
 * panning, 2003.
 */
export function interpolateZoom([fromX, fromY, fromWidth], [toX, toY, toWidth]) {
  const acrossX = toX - fromX
  const acrossY = toY - fromY
  const across = Math.hypot(acrossX, acrossY)
  if (across < 1e-6) {
    const growth = Math.log(toWidth / fromWidth)
    return (part) => [fromX + part * acrossX, fromY + part * acrossY, fromWidth * Math.exp(part * growth)]
  }
  const square = (value) => value * value
  const bend = (width, sign) =>
    (square(toWidth) - square(fromWidth) + sign * square(square(rho) * across)) / (2 * width * square(rho) * across)
  const first = -Math.asinh(bend(fromWidth, 1))
  const last = -Math.asinh(bend(toWidth, -1))
  const length = last - first
  const scale = fromWidth / (square(rho) * across)
  return (part) => {
    const at = first + part * length
    const gone = scale * (Math.cosh(first) * Math.tanh(at) - Math.sinh(first))
    return [fromX + gone * acrossX, fromY + gone * acrossY, (fromWidth * Math.cosh(first)) / Math.cosh(at)]
  }
}

/** Straight from one list of numbers to another. */
export function interpolate(from, to) {
  return (part) => from.map((value, index) => value + part * (to[index] - value))
}
