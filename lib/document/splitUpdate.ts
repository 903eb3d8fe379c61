import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = Y.Item | Y.GC | Y.Skip

/**
 * One update as several, each of about `most` bytes, that say the same when they are applied in
 * order: nothing in one builds on a later one, and deletions come last. A single value that is longer
 * stays whole. An update that itself waits for something cannot be split, and comes back as it is.
 * Cost: some microseconds for each change in it; nothing for one that is short enough.
 */
export function splitUpdate(update: Uint8Array, most: number): readonly Uint8Array[] {
  if (update.length <= most) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const split = splitStructs(structs, most)
  if (split === undefined) return [update]
  const parts = split.slice(0, -1).map((one) => one.write([]))
  let part = split.at(-1) ?? createPart()
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  )
  // A deletion takes up to 21 bytes.
  const atOnce = Math.max(1, Math.floor(most / 21))
  if (part.size() + deletions.length * 21 > most && part.size() > 0) {
    parts.push(part.write([]))
    part = createPart()
  }
  while (deletions.length > atOnce) parts.push(createPart().write(deletions.splice(0, atOnce)))
  if (deletions.length > 0 || part.size() > 0) parts.push(part.write(deletions))
  return parts
}

/**
 * What an update adds, without what it deletes, as several updates of about `most` bytes, to be applied in order; undefined if it cannot be
 * split. Cost: as for `splitUpdate`.
 */
export function splitAdditions(update: Uint8Array, most: number): readonly Uint8Array[] | undefined {
  const { structs } = Y.decodeUpdate(update)
  return structs.length === 0 ? [] : splitStructs(structs, most)?.map((part) => part.write([]))
}

/** An update that does nothing but delete. */
export function writeDeletions(deletions: readonly Deletion[]): Uint8Array {
  return createPart().write(deletions)
}

/** As few parts as hold all structs, none longer than `most` bytes but for single structs that are; undefined if there is no order for them. */
function splitStructs(structs: readonly Struct[], most: number): readonly Part[] | undefined {
  const ordered = orderByNeed(structs)
  if (ordered === undefined) return undefined
  let part = createPart()
  const parts = [part]
  for (const struct of ordered) {
    const size = sizeOf(struct)
    if (part.size() > 0 && part.size() + size > most) parts.push((part = createPart()))
    part.add(struct, size)
  }
  return parts
}

/** Structs so that each comes after all it builds on; undefined if there is no such order. */
function orderByNeed(structs: readonly Struct[]): readonly Struct[] | undefined {
  const lists = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return undefined
    const list = lists.get(struct.id.client)
    if (list === undefined) lists.set(struct.id.client, [struct])
    else list.push(struct)
  }
  const places = new Map<number, number>()
  const ordered: Struct[] = []
  const nextOf = (client: number): Struct | undefined => lists.get(client)?.[places.get(client) ?? 0]
  /** True if the update brings this struct and it has not been put in order yet. */
  const isAhead = (id: Y.ID): boolean => {
    const next = nextOf(id.client)
    const last = lists.get(id.client)?.at(-1)
    return (
      next !== undefined && last !== undefined && id.clock >= next.id.clock && id.clock < last.id.clock + last.length
    )
  }
  for (const [client, list] of lists) {
    const goals: Y.ID[] = [list.at(-1)?.id ?? Y.createID(client, 0)]
    for (;;) {
      const goal = goals.at(-1)
      if (goal === undefined) break
      const struct = nextOf(goal.client)
      if (struct === undefined || !isAhead(goal)) {
        goals.pop()
        continue
      }
      const need = needsOf(struct).find((id) => id.client !== goal.client && isAhead(id))
      if (need === undefined) {
        ordered.push(struct)
        places.set(goal.client, (places.get(goal.client) ?? 0) + 1)
      } else {
        // Waiting in a circle: no honest document does that.
        if (goals.length > structs.length) return undefined
        goals.push(need)
      }
    }
  }
  return ordered
}

function needsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].filter((need): need is Y.ID => need instanceof Y.ID)
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoding.length(encoder.restEncoder)
}

/** So many structs of a client, from a clock on. */
export interface Deletion {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** One update in the making. */
interface Part {
  add(struct: Struct, bytes: number): void
  /** Bytes of its structs. */
  size(): number
  write(deletions: readonly Deletion[]): Uint8Array
}

function createPart(): Part {
  const runs = new Map<number, Struct[]>()
  let bytes = 0
  return {
    add(struct, size) {
      bytes += size
      const run = runs.get(struct.id.client)
      if (run === undefined) runs.set(struct.id.client, [struct])
      else run.push(struct)
    },
    size: () => bytes,
    write(deletions) {
      const encoder = new Y.UpdateEncoderV1()
      const { restEncoder: rest } = encoder
      encoding.writeVarUint(rest, runs.size)
      for (const [client, run] of runs) {
        encoding.writeVarUint(rest, run.length)
        encoder.writeClient(client)
        encoding.writeVarUint(rest, run[0]?.id.clock ?? 0)
        for (const struct of run) struct.write(encoder, 0)
      }
      const byClient = new Map<number, Deletion[]>()
      for (const deletion of deletions) {
        const known = byClient.get(deletion.client)
        if (known === undefined) byClient.set(deletion.client, [deletion])
        else known.push(deletion)
      }
      encoding.writeVarUint(rest, byClient.size)
      for (const [client, ranges] of byClient) {
        encoding.writeVarUint(rest, client)
        encoding.writeVarUint(rest, ranges.length)
        for (const { clock, length } of ranges) {
          encoding.writeVarUint(rest, clock)
          encoding.writeVarUint(rest, length)
        }
      }
      return encoder.toUint8Array()
    },
  }
}
