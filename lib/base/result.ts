/**
 * Expected failure as a value. Code that can fail for a reason a caller should act on returns a
 * `Result`; exceptions are left for faults of the program itself.
 */
export type Result<Value, Reason> = Success<Value> | Failure<Reason>

export interface Success<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Failure<Reason> {
  readonly ok: false
  readonly reason: Reason
}

/** Wraps a value as a success. */
export function succeed<Value>(value: Value): Success<Value> {
  return { ok: true, value }
}

/** Wraps a reason as a failure. */
export function fail<Reason>(reason: Reason): Failure<Reason> {
  return { ok: false, reason }
}
