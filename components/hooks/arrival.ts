let hasArrived = false

/** Somebody has just come in through the door: what had the keyboard there is gone. */
export function noteArrival(): void {
  hasArrived = true
}

/** True once after an arrival: for what takes the keyboard then. */
export function takeArrival(): boolean {
  const was = hasArrived
  hasArrived = false
  return was
}
