import {
  createByteCursor,
  MalformedBytesError,
  readVarText,
  readVarUint,
  remainingBytes,
} from '../../lib/protocol/byteCursor'

/** What an awareness message says of one client. */
export interface Claim {
  readonly client: number
  readonly clock: number
  /** JSON, not looked at yet. */
  readonly state: string
  /** Its length in UTF-8. */
  readonly stateBytes: number
}

/** Takes an awareness update apart without parsing the states; undefined if it is malformed. */
export function readAwareness(update: Uint8Array): readonly Claim[] | undefined {
  try {
    const cursor = createByteCursor(update)
    const count = readVarUint(cursor)
    const claims: Claim[] = []
    for (let index = 0; index < count; index += 1) {
      const client = readVarUint(cursor)
      const clock = readVarUint(cursor)
      const stateStart = cursor.at
      const stateBytes = readVarUint(cursor)
      cursor.at = stateStart
      const state = readVarText(cursor)
      if (client > 0xffff_ffff || clock > 0xffff_ffff) return undefined
      claims.push({ client, clock, state, stateBytes })
    }
    return remainingBytes(cursor) === 0 ? claims : undefined
  } catch (cause) {
    if (cause instanceof MalformedBytesError) return undefined
    throw cause
  }
}

/** A presence as far as the room understands it. */
export interface Shown {
  /** Whose presence it says it is, if it says so. */
  readonly person: string | undefined
  /** JSON that may be passed on. */
  readonly state: string
}

/**
 * Reads a state, without the parts that are withheld: what it says of editing, from somebody who may not.
 * Receivers parse states without a safety net, so what is neither an object nor null must not reach
 * them: undefined.
 */
export function readShown(state: string, withheld: readonly string[]): Shown | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(state)
  } catch {
    return undefined
  }
  if (parsed === null) return state === 'null' ? { person: undefined, state } : undefined
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return undefined
  const person: unknown = 'person' in parsed ? parsed.person : undefined
  const id: unknown = typeof person === 'object' && person !== null && 'id' in person ? person.id : undefined
  const left = withheld.filter((part) => part in parsed)
  return {
    person: typeof id === 'string' ? id : undefined,
    state: left.length === 0 ? state : JSON.stringify({ ...parsed, ...Object.fromEntries(left.map(absent)) }),
  }
}

/** JSON leaves out what is undefined. */
function absent(part: string): readonly [string, undefined] {
  return [part, undefined]
}
