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

/**
 * Whose presence a state says it is, if it says so. Receivers parse states without a safety net,
 * so what is neither an object nor null must not reach them: `malformed`. An id comes back with
 * `id:` before it, so that no id can look like that word.
 */
export function findPersonId(state: string): `id:${string}` | undefined | 'malformed' {
  let parsed: unknown
  try {
    parsed = JSON.parse(state)
  } catch {
    return 'malformed'
  }
  if (parsed === null) return state === 'null' ? undefined : 'malformed'
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return 'malformed'
  const person: unknown = 'person' in parsed ? parsed.person : undefined
  const id: unknown = typeof person === 'object' && person !== null && 'id' in person ? person.id : undefined
  return typeof id === 'string' ? `id:${id}` : undefined
}
