import { schemaVersion } from '../../lib/model/meta'

/**
 * Looks out for updates that say which shape the document has. Clients and server alike do not
 * write to a map that says it is newer than they are, so one such update would lock everybody out;
 * only the server may change it.
 */
export interface VersionWatch {
  /**
   * @param beside the struct it follows; undefined for the key's own entry in its root
   * @param keeps it says the version that the server would say
   */
  note(client: number, clock: number, beside: StructId | undefined, keeps: boolean): void
  /** Whether the version is written, by an entry or by anything that follows one. Cost: linear. */
  find(): 'nothing' | 'same' | 'other'
  /** The values that `find` came upon. */
  readonly found: readonly StructId[]
}

export interface StructId {
  readonly client: number
  readonly clock: number
}

interface Noted extends StructId {
  readonly keeps: boolean
}

/** @param holdsVersion true if the room has a value of the version, old or current, at this place */
export function createVersionWatch(holdsVersion: (client: number, clock: number) => boolean): VersionWatch {
  const found: Noted[] = []
  /** Structs that follow one of this update, by client and clock of that one. */
  const followers = new Map<number, Map<number, Noted[]>>()
  return {
    found,
    note(client, clock, beside, keeps) {
      const noted = { client, clock, keeps }
      if (beside === undefined || holdsVersion(beside.client, beside.clock)) {
        found.push(noted)
        return
      }
      const byClock = followers.get(beside.client) ?? new Map<number, Noted[]>()
      followers.set(beside.client, byClock)
      const others = byClock.get(beside.clock)
      if (others === undefined) byClock.set(beside.clock, [noted])
      else others.push(noted)
    },
    find() {
      for (const one of found) {
        if (!one.keeps) return 'other'
        // Grows while it is gone through: what follows those that were found.
        found.push(...(followers.get(one.client)?.get(one.clock) ?? []))
      }
      return found.length === 0 ? 'nothing' : 'same'
    },
  }
}

/** How lib0 writes one plain value that is the current version. */
const sameVersion = [1, 125, schemaVersion]

/** True for the content of a struct that says the current version and nothing else. */
export function saysCurrentVersion(content: Uint8Array): boolean {
  return content.length === sameVersion.length && sameVersion.every((byte, index) => content[index] === byte)
}
