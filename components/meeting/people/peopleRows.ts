import { isAtLeast, roles, type Role } from '../../../lib/protocol/role'
import type { Person, Self } from '../../hooks/editor'

/** With more people than this, one can search among them. */
export const searchFrom = 15

/** Somebody who is here, oneself included, as the panel lists them. */
export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly role: Role | undefined
  readonly isSelf: boolean
  readonly hand: number | undefined
  readonly muted: boolean
  /** What they do now, if it is worth a word. */
  readonly doing: 'typing' | 'away' | undefined
  readonly canFollow: boolean
}

/** Everyone who is here: oneself, then who runs the meeting, then by name. */
export function listPeople(people: readonly Person[], self: Self): readonly PersonLine[] {
  const me: PersonLine = {
    ...{ id: self.id ?? '', name: self.name, colour: self.colour, role: self.role, isSelf: true },
    ...{ hand: self.hand, muted: self.muted === true, doing: undefined, canFollow: false },
  }
  const others = people.map((person): PersonLine => {
    const { id, name, colour, role, hand, muted, away, presence } = person
    return {
      ...{ id, name, colour, role, isSelf: false, hand, muted: muted === true },
      doing: isNaming(person) ? 'typing' : away === true ? 'away' : undefined,
      canFollow: presence.viewport !== undefined,
    }
  })
  const leads = ({ role }: PersonLine): number => (role !== undefined && isAtLeast(role, 'facilitator') ? 0 : 1)
  const byName = new Intl.Collator(undefined, { numeric: true })
  return [me, ...others.sort((a, b) => leads(a) - leads(b) || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))]
}

/** True if the list of them is the same: cursors, which move all the time, are not in it. */
export function isSameListed(before: readonly Person[], now: readonly Person[]): boolean {
  return before.length === now.length && before.every((one, index) => isAlike(one, now[index]))
}

function isAlike(one: Person, other: Person | undefined): boolean {
  if (one === other) return true
  if (other === undefined || one.id !== other.id || one.name !== other.name || one.colour !== other.colour) return false
  if (one.role !== other.role || one.hand !== other.hand || one.muted !== other.muted || one.away !== other.away)
    return false
  const [a, b] = [one.presence, other.presence]
  return (a.viewport === undefined) === (b.viewport === undefined) && isNaming(one) === isNaming(other)
}

function isNaming({ presence: { naming } }: Person): boolean {
  return naming !== undefined && naming !== null
}

/** Those whose names have all the words that were typed, whatever their capitals and accents. */
export function findPeople(people: readonly PersonLine[], query: string): readonly PersonLine[] {
  const words = fold(query).split(' ').filter(Boolean)
  return words.length === 0 ? people : people.filter(({ name }) => words.every((word) => fold(name).includes(word)))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim().replace(/\s+/gu, ' ')
}

/** Those who ask for the floor, who asked first before who asked later. */
export function speakingQueue(people: readonly PersonLine[]): readonly PersonLine[] {
  return people
    .filter(({ hand }) => hand !== undefined)
    .sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0) || (a.id < b.id ? -1 : 1))
}

/** What somebody who is `by` may do with a person. The server judges; this spares what it would refuse. */
export function mayManage(by: Role, { role, isSelf }: Pick<PersonLine, 'role' | 'isSelf'>): boolean {
  return !isSelf && role !== undefined && isAtLeast(by, 'facilitator') && !isAtLeast(role, by)
}

/** Roles that one may give to those below. */
export function rolesToGive(by: Role): readonly Role[] {
  return roles.filter((role) => !isAtLeast(role, by))
}
