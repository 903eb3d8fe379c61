import type { ElementId, LinkId } from '../base/ids'
import type { Json, JsonFields } from '../base/json'
import type { Polarity } from '../model/causalLink'
import { claimField, toStoredClaim } from '../model/claim'
import { moveStatement, statementOf } from '../model/claimSpread'
import type { MapLink } from '../model/link'
import { readLoopKey } from '../model/loopKey'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { keepAuthor } from './changeLinks'
import type { CommandContext } from './command'
import { followLinks, keyAnew } from './graftMap'
import { addMissing, joinTexts } from './joinFields'

/**
 * What becomes of the links when elements become one: those of the others lead to the one that stays, under their own
 * ids, so that loops keep their names. Of links that then say the same of the same two, one stays and takes over what
 * the rest say besides; where their signs differ, its sign is open (`?`) rather than one of them. A link between
 * elements that become one goes.
 * Cost: linear in the links and the loops that people spoke of.
 */
export function mergeLinks(
  view: Pick<MapView, 'links' | 'loops'>,
  into: ElementId,
  gone: ReadonlySet<ElementId>,
  context: Pick<CommandContext, 'author'>,
): readonly RecordChange[] {
  const follow = (id: ElementId): ElementId => (gone.has(id) ? into : id)
  /** Links at the one that stays, by what they say; where one is there already it stands first. */
  const alike = new Map<string, MapLink[]>()
  const changes: RecordChange[] = []
  /** Links that go, with the one that stands for them; undefined where none does. */
  const stands = new Map<LinkId, LinkId | undefined>()
  for (const link of view.links.values()) {
    const [from, to] = [follow(link.from), follow(link.to)]
    if (from !== into && to !== into) continue
    if (from === to) {
      if (link.from === into && link.to === into) continue
      stands.set(link.id, undefined)
      continue
    }
    const key = JSON.stringify([link.kind, from, to, 'type' in link ? (link.type ?? null) : null])
    const group = alike.get(key) ?? []
    if (link.from === from && link.to === to) group.unshift(link)
    else group.push(link)
    alike.set(key, group)
  }
  for (const [kept, ...rest] of alike.values()) {
    if (kept === undefined || !touches(kept, rest, gone)) continue
    const fields = joinLink(kept, rest, follow, context)
    if (Object.keys(fields).length > 0) changes.push({ kind: 'set', root: 'links', id: kept.id, fields })
    for (const { id } of rest) stands.set(id, kept.id)
  }
  for (const id of stands.keys()) changes.push({ kind: 'delete', root: 'links', id })
  return [...changes, ...moveNotes(view, stands)]
}

/** False for links that stand side by side at the one that stays, and have nothing to do with the others. */
function touches(kept: MapLink, rest: readonly MapLink[], gone: ReadonlySet<ElementId>): boolean {
  return [kept, ...rest].some(({ from, to }) => gone.has(from) || gone.has(to))
}

/** What of a link is its own, or joined in its own way. */
const own: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'from', 'to', 'paint', 'claims', 'createdBy', 'createdAt', 'createdAs'],
  ...['polarity', 'delay', 'curvature', 'description', 'extra'],
])

function joinLink(
  kept: MapLink,
  rest: readonly MapLink[],
  follow: (id: ElementId) => ElementId,
  context: Pick<CommandContext, 'author'>,
): Readonly<Record<string, Json | undefined>> {
  const all = [kept, ...rest]
  const [from, to] = [follow(kept.from), follow(kept.to)]
  const isMoved = from !== kept.from || to !== kept.to
  const fields: Record<string, Json | undefined> = {
    ...(isMoved ? { from, to } : {}),
    ...addMissing(kept, rest, own),
  }
  if (kept.kind === 'causal') {
    const polarity = joinSigns(all)
    if (polarity !== kept.polarity) {
      // Who drew a plus has not claimed that it is open.
      const said = keepAuthor({ ...kept, from, to }, { polarity }, context)
      Object.assign(fields, said)
    }
    if (kept.delay !== true && all.some((link) => link.kind === 'causal' && link.delay === true)) fields['delay'] = true
  }
  const description = joinTexts(all.map((link) => link.description))
  if (description !== kept.description) fields['description'] = description
  if (isMoved && kept.createdAs !== undefined && fields['createdAs'] === undefined) {
    fields['createdAs'] = moveStatement(kept.createdAs, follow)
  }
  return { ...fields, ...joinClaims(all, follow) }
}

/** The sign of links that become one; absent where none has one. */
function joinSigns(links: readonly MapLink[]): Polarity | undefined {
  const signs = new Set(links.flatMap((link) => (link.kind === 'causal' ? (link.polarity ?? []) : [])))
  if (signs.has('+') && signs.has('-')) return '?'
  return signs.has('+') ? '+' : signs.has('-') ? '-' : [...signs][0]
}

/** What people said of the links, of what each said then; of one person the word on the one that stays. */
function joinClaims([kept, ...rest]: readonly MapLink[], follow: (id: ElementId) => ElementId): JsonFields {
  const fields: Record<string, Json> = {}
  const spoke = new Set<string>()
  for (const link of [kept, ...rest]) {
    for (const claim of link?.claims ?? []) {
      if (link === undefined || spoke.has(claim.person)) continue
      spoke.add(claim.person)
      const about = moveStatement(claim.about ?? statementOf(link), follow)
      if (link !== kept || about !== (claim.about ?? statementOf(link))) {
        fields[claimField(claim.person)] = toStoredClaim({ ...claim, about })
      }
    }
  }
  return fields
}

/** What people said of a loop goes to the same loop by the links that stand for its own. */
function moveNotes(
  { loops }: Pick<MapView, 'loops'>,
  stands: ReadonlyMap<LinkId, LinkId | undefined>,
): readonly RecordChange[] {
  const changes: RecordChange[] = []
  const written = new Set(loops.keys())
  for (const [key, note] of loops) {
    const before = readLoopKey(key)
    if (!before.some((link) => stands.has(link))) continue
    const links = followLinks(before, (link) => (stands.has(link) ? stands.get(link) : link))
    if (links === undefined || new Set(links).size < links.length) continue
    const anew = keyAnew(note as JsonFields, links)
    if (written.has(anew)) continue
    written.add(anew)
    changes.push({ kind: 'delete', root: 'loops', id: key })
    changes.push({ kind: 'create', root: 'loops', id: anew, fields: note as JsonFields })
  }
  return changes
}
