import type { Awareness } from 'y-protocols/awareness'
import * as z from 'zod/mini'
import type { Clock } from '../base/clock'
import type { ElementId } from '../base/ids'
import { isSameJson } from '../base/json'
import { limits } from '../base/limits'
import { editingParts, presenceSchema, type Presence } from '../protocol/presence'
import { mayEdit, mayRun, roles, type Role } from '../protocol/role'
import type { Person, Self } from './editor'
import { createObservable, type Observable } from '../base/observable'

/** Who is on the map according to the server. */
export interface ListedParticipant {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly role: Role
  readonly here?: boolean
  readonly hand?: number | undefined
  readonly muted?: boolean | undefined
}

/** Who else is here and what they point at, and the same of oneself for them. */
export interface PresenceChannel {
  readonly people: Observable<readonly Person[]>
  /** Merges into what this tab tells; undefined takes a part back. At most about 20 are sent a second, fewer in a crowd. */
  present(presence: Partial<Presence>): void
  setSelf(self: Self): void
  /**
   * Who is here, as the server knows it: also those whose tabs say nothing. Its names, colours and roles outweigh
   * what a tab says of itself.
   */
  setParticipants(participants: readonly ListedParticipant[]): void
  /** One of them is called, or does, something else. */
  setParticipant(participant: ListedParticipant): void
  /** Until the server says anew who is here, it is whose tabs say something. */
  lostServer(): void
  /** True while the same person has another tab on the map. */
  hasOtherTab(): boolean
  /** Name of whoever else says, or said before they left, that they deleted one of these; undefined if nobody does. */
  findDeleter(elements: Iterable<ElementId>): string | undefined
  /** Name of the person in a tab, by its Yjs client id; undefined if that is unknown, or oneself. */
  nameOf(client: number): string | undefined
  close(): void
}

/** Milliseconds between two states sent; in a crowd, which would be told of each by everyone else, longer. */
const interval = 50
const crowdPaces = [
  [100, 400],
  [50, 200],
] as const
/** More of them say nothing more to those who watch. */
const mostSelected = 60
const mostDragged = 60
/** Tabs whose person is remembered. */
const mostHeard = 500
/** Leaves room for the frame around the state. */
const mostBytes = limits.awarenessBytes - 128

interface Tab {
  readonly state: unknown
  readonly presence: Presence & { readonly person: NonNullable<Presence['person']> }
  readonly movedAt: number
}

/** A person, and what they were made of. */
interface Made {
  readonly tab: Tab | undefined
  readonly away: boolean | undefined
  readonly participant: ListedParticipant | undefined
  readonly person: Person | undefined
}

/** Joins the awareness states of all tabs into people. States that are not ours are ignored. */
export function createPresence(awareness: Awareness, clock: Clock, initialSelf: Self): PresenceChannel {
  let self = initialSelf
  let own: Presence = {}
  let listed: ReadonlyMap<string, ListedParticipant> = new Map()
  /** Whether the server has said who is here. */
  let isListed = false
  const tabs = new Map<number, Tab>()
  /** What tabs said last, also of those that have gone since. */
  const heard = new Map<number, Tab>()
  const people = createObservable<readonly Person[]>([])
  let made = new Map<string, Made>()

  const readTab = (client: number): void => {
    const state: unknown = awareness.getStates().get(client)
    const known = tabs.get(client)
    if (known !== undefined && known.state === state) return
    const parsed = z.safeParse(presenceSchema, state)
    if (!parsed.success || parsed.data.person === undefined) {
      tabs.delete(client)
      return
    }
    const { person } = parsed.data
    // That a tab is left is no reason to listen to it.
    const hasMoved = known === undefined || !isSameJson(awake(known.presence), awake(parsed.data))
    const tab = { state, presence: { ...parsed.data, person }, movedAt: hasMoved ? clock.now() : known.movedAt }
    tabs.set(client, tab)
    heard.delete(client)
    heard.set(client, tab)
    const [oldest] = heard.keys()
    if (heard.size > mostHeard && oldest !== undefined) heard.delete(oldest)
  }

  const gather = (): void => {
    const latest = new Map<string, { readonly tab: Tab; readonly away: boolean }>()
    for (const [client, tab] of tabs) {
      const { id } = tab.presence.person
      if (id === self.id || client === awareness.clientID) continue
      const other = latest.get(id)
      const newest = other === undefined || tab.movedAt >= other.tab.movedAt ? tab : other.tab
      const away = tab.presence.away === true && (other === undefined || other.away)
      latest.set(id, { tab: newest, away })
    }
    const before = made
    made = new Map()
    const next = (isListed ? listHere() : [...latest.keys()]).flatMap((id) => {
      const { tab, away } = latest.get(id) ?? {}
      const participant = listed.get(id)
      const known = before.get(id)
      // Of two hundred people most have said nothing new.
      if (known?.tab === tab && known?.away === away && known?.participant === participant && known !== undefined) {
        made.set(id, known)
        return known.person ?? []
      }
      const now = toPerson(id, latest.get(id))
      const person = now && keepPerson(known?.person, now)
      made.set(id, { tab, away, participant, person })
      return person ?? []
    })
    const isSame = next.length === people.get().length && next.every((person, index) => person === people.get()[index])
    if (!isSame) people.set(next)
  }

  const listHere = (): readonly string[] =>
    [...listed.values()].flatMap(({ id, here }) => (here === false || id === self.id ? [] : [id]))

  /** A tab whose state has run out is a hidden one, or a locked phone: its person is here, and away. */
  const toPerson = (
    id: string,
    said: { readonly tab: Tab; readonly away: boolean } | undefined,
  ): Person | undefined => {
    const participant = listed.get(id)
    const { name, colour } = participant ?? said?.tab.presence.person ?? {}
    if (name === undefined || colour === undefined) return undefined
    const role = participant?.role ?? (said && roleOf(said.tab.presence.person))
    const presence = said?.tab.presence ?? {}
    return {
      id,
      name,
      colour,
      role,
      presence: role !== undefined && mayEdit(role) ? presence : withoutEditing(presence),
      ...(said?.away === false ? {} : { away: true }),
      ...(participant?.hand === undefined ? {} : { hand: participant.hand }),
      ...(participant?.muted === true ? { muted: true } : {}),
    }
  }
  const roleOf = ({ id, role }: Tab['presence']['person']): Role | undefined =>
    listed.get(id)?.role ?? roles.find((known) => known === role)

  const onUpdate = ({ added, updated, removed }: AwarenessChange): void => {
    for (const client of [...added, ...updated]) readTab(client)
    for (const client of removed) tabs.delete(client)
    gather()
  }
  awareness.on('update', onUpdate)

  let cancelFlush: (() => void) | undefined
  const flush = (): void => {
    cancelFlush = undefined
    const state = fitPresence({ ...own, ...describeSelf(self) })
    if (isSameJson(state, awareness.getLocalState())) return
    awareness.setLocalState(state)
    // The window after a state was sent; whatever comes in it goes out at its end.
    cancelFlush = clock.after(findPace(), flush)
  }
  /** Who runs the meeting is looked at by all, and what is being dragged should not jump. */
  const findPace = (): number => {
    if (mayRun(self.role) || isDragging(own)) return interval
    const count = people.get().length + 1
    return crowdPaces.find(([more]) => count > more)?.[1] ?? interval
  }
  const send = (): void => {
    if (cancelFlush === undefined) flush()
  }
  send()

  const nameOf = (client: number): string | undefined => {
    const person = heard.get(client)?.presence.person
    if (person === undefined || person.id === self.id) return undefined
    const name = listed.get(person.id)?.name ?? person.name
    return name === '' ? undefined : name
  }

  return {
    people,
    present(presence) {
      const wasDragging = isDragging(own)
      own = dropAbsent({ ...own, ...presence })
      if (isDragging(own) !== wasDragging) {
        cancelFlush?.()
        flush()
      } else send()
    },
    setSelf(next) {
      self = next
      gather()
      send()
    },
    setParticipants(participants) {
      listed = new Map(participants.map((participant) => [participant.id, participant]))
      isListed = true
      gather()
    },
    setParticipant(participant) {
      listed = new Map([...listed, [participant.id, participant]])
      gather()
    },
    lostServer() {
      isListed = false
      gather()
    },
    hasOtherTab: () =>
      [...tabs].some(([client, { presence }]) => client !== awareness.clientID && presence.person.id === self.id),
    findDeleter(elements) {
      const gone = new Set(elements)
      // Who said something last: an element may have been deleted, put back, and deleted by another.
      const found = [...heard].findLast(([, { presence }]) => {
        const role = roleOf(presence.person)
        return role !== undefined && mayEdit(role) && presence.deleted?.some((id) => gone.has(id)) === true
      })
      return found && nameOf(found[0])
    },
    nameOf,
    close() {
      cancelFlush?.()
      awareness.off('update', onUpdate)
    },
  }
}

function isDragging({ drag }: Presence): boolean {
  return drag !== undefined && drag !== null
}

function awake(presence: Presence): Presence {
  const { away: _, ...rest } = presence
  return rest
}

/** What is left of a presence whose person changes nothing on the map. */
function withoutEditing(presence: Presence): Presence {
  const quiet = { ...presence }
  for (const part of editingParts) delete quiet[part]
  return quiet
}

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

function keepPerson(before: Person | undefined, now: Person): Person {
  return before !== undefined && isSameJson(before, now) ? before : now
}

function dropAbsent(presence: Presence): Presence {
  return Object.fromEntries(Object.entries(presence).filter(([, value]) => value !== undefined))
}

function describeSelf({ id, name, colour, role }: Self): Pick<Presence, 'person'> {
  return id === undefined ? {} : { person: { id, name, colour, role } }
}

/**
 * A presence that the server lets through: coordinates rounded, long lists cut, and what is still
 * too large left out, least needed first.
 */
export function fitPresence(presence: Presence): Presence {
  const { cursor, selection, drag, viewport, ...rest } = presence
  const fitted: Presence = {
    ...rest,
    ...(cursor === undefined ? {} : { cursor: cursor === null ? null : [tenth(cursor[0]), tenth(cursor[1])] }),
    ...(viewport === undefined ? {} : { viewport: viewport.map(tenth) as typeof viewport }),
    ...(selection === undefined
      ? {}
      : {
          selection: {
            elements: selection.elements.slice(0, mostSelected),
            links: selection.links.slice(0, mostSelected),
          },
        }),
    ...(drag === undefined ? {} : { drag: drag === null ? null : fitDrag(drag) }),
  }
  for (const part of ['deleted', 'selection', 'drag'] as const) {
    if (new TextEncoder().encode(JSON.stringify(fitted)).length > mostBytes) delete fitted[part]
  }
  return fitted
}

function fitDrag(drag: NonNullable<Presence['drag']>): NonNullable<Presence['drag']> {
  const entries = Object.entries(drag) as [keyof typeof drag, [number, number]][]
  return Object.fromEntries(entries.slice(0, mostDragged).map(([id, [x, y]]) => [id, [tenth(x), tenth(y)]]))
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
