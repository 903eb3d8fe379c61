// What is animated in pages by transitions.mjs.

/** By node, the journeys that wait for their first frame or are on their way. */
const journeys = new WeakMap()

/** Ends whatever is on its way at a node, where it is. */
export function interrupt(node) {
  for (const journey of journeys.get(node) ?? []) journey.stop()
}

/**
 * Changes a node over time, from the next frame on: listeners are told of the start, and of the end or that it
 * was interrupted; each tween makes, at the start, what is given the part that is gone.
 */
export function begin(plan, node, args) {
  const others = journeys.get(node) ?? new Set()
  journeys.set(node, others)
  const from = performance.now()
  let ticks
  let frame
  const tell = (type) => {
    for (const [name, act] of plan.listeners) if (name === type) act.apply(node, args)
  }
  const leave = () => {
    cancelAnimationFrame(frame)
    others.delete(journey)
  }
  const journey = {
    stop: () => {
      leave()
      if (ticks !== undefined) tell('interrupt')
    },
  }
  const step = () => {
    if (ticks === undefined) {
      // Those asked for before; one that was asked for since begins in its turn, and ends this one.
      for (const other of others) {
        if (other === journey) break
        other.stop()
      }
      // Who hears of the start may ask for the next journey, which ends this one.
      ticks = []
      tell('start')
      if (!others.has(journey)) return
      ticks = plan.tweens.map((make) => make.apply(node, args))
    }
    const part = Math.min(1, (performance.now() - from) / plan.duration)
    for (const tick of ticks) tick.call(node, part < 1 ? plan.ease(part) : 1)
    if (!others.has(journey)) return
    if (part < 1) {
      frame = requestAnimationFrame(step)
      return
    }
    leave()
    tell('end')
  }
  others.add(journey)
  frame = requestAnimationFrame(step)
}
