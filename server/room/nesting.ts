import { MalformedBytesError } from '../../lib/protocol/byteCursor'

/**
 * Levels of shared types in a map: a root, a record in it, a text in that. Yjs deletes and copies
 * them recursively and tells every level of a change, so that some ten thousand levels, which fit
 * into a hundred kilobytes, would stop the process for minutes and leave a map nobody can read.
 */
const deepestType = 4

/** Where a struct says that it stands: in a root, in another struct's type, or beside a struct. */
export type Place =
  { readonly kind: 'root' } | { readonly kind: 'inside' | 'beside'; readonly client: number; readonly clock: number }

interface Struct {
  readonly clock: number
  readonly length: number
  readonly place: Place | undefined
  /** Levels from the root, 1 for an entry of one; found when it is asked for. */
  level: number | undefined
}

/** Levels of structs outside the update that is read. */
export interface KnownLevels {
  /** 1 for an entry of a root; 0 for what is gone, undefined for what is not there. */
  level(client: number, clock: number): number | undefined
}

/** How deep the shared types of one update lie. */
export interface Nesting {
  add(client: number, clock: number, length: number, place: Place | undefined, isType: boolean): void
  /**
   * @returns the level of every shared type in the update; undefined if one of them hangs on
   *   something that is neither in the update nor known
   * @throws MalformedBytesError if one lies too deep, or in a circle
   * Cost: a binary search per step, and each struct is walked once.
   */
  measure(known: KnownLevels): readonly TypeLevel[] | undefined
}

export interface TypeLevel {
  readonly client: number
  readonly clock: number
  readonly level: number
}

export function createNesting(): Nesting {
  const structs = new Map<number, Struct[]>()
  const types: { client: number; struct: Struct }[] = []

  const find = (client: number, clock: number): Struct | undefined => {
    const list = structs.get(client) ?? []
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = list[middle]
      if (struct === undefined) return undefined
      if (clock < struct.clock) high = middle - 1
      else if (clock >= struct.clock + struct.length) low = middle + 1
      else return struct
    }
    return undefined
  }

  /** Walks up from a struct to something whose level is known, and writes down what it learns on the way. */
  const levelOf = (from: Struct, known: KnownLevels): number | undefined => {
    const way: Struct[] = []
    const seen = new Set<Struct>()
    let base: number | undefined
    let struct = from
    for (;;) {
      if (struct.level !== undefined) {
        base = struct.level
        break
      }
      if (seen.has(struct)) throw new MalformedBytesError('structs that hang on each other in a circle')
      seen.add(struct)
      way.push(struct)
      const { place } = struct
      // What is deleted already, or missing, has no place of its own.
      if (place === undefined || place.kind === 'root') {
        base = 0
        break
      }
      const next = find(place.client, place.clock)
      if (next === undefined) {
        base = known.level(place.client, place.clock)
        break
      }
      struct = next
    }
    if (base === undefined) return undefined
    for (const one of way.toReversed()) {
      if (one.place?.kind !== 'beside') base += 1
      if (base > deepestType) throw new MalformedBytesError('shared types nested too deep')
      one.level = base
    }
    return base
  }

  return {
    add(client, clock, length, place, isType) {
      const struct: Struct = { clock, length, place, level: undefined }
      const list = structs.get(client)
      if (list === undefined) structs.set(client, [struct])
      else list.push(struct)
      if (isType) types.push({ client, struct })
    },
    measure(known) {
      const levels: TypeLevel[] = []
      for (const { client, struct } of types) {
        const level = levelOf(struct, known)
        if (level === undefined) return undefined
        levels.push({ client, clock: struct.clock, level })
      }
      return levels
    },
  }
}
