import { compareByList } from '../../lib/base/textOrder'
import type { Look } from '../../lib/look/look'
import { customFieldKey, hasCustomField, readCustomFields, type CustomField } from '../../lib/model/customField'
import { isLinkable, type MapElement } from '../../lib/model/element'
import type { LinkKind } from '../../lib/model/link'
import { linkKinds } from '../../lib/model/link'
import type { MapView } from '../../lib/model/mapView'
import { sectorsOf } from '../../lib/model/sector'
import { stakeholderForms, stances } from '../../lib/model/stakeholder'
import { tieTypesOf } from '../../lib/model/tie'
import { nameOfMeasure, numberOf, type GivenNumber } from '../../lib/look/lookValue'
import { isOfVariables, lookMeasures } from '../../lib/look/lookMeasures'

/** What occurs on a map, for a look to choose from. */
export interface LookFacts {
  readonly kinds: readonly MapElement['kind'][]
  readonly sectors: readonly string[]
  readonly stances: readonly string[]
  readonly forms: readonly string[]
  readonly tags: readonly string[]
  /** Type of tie → how many there are; the empty word for ties without one. */
  readonly ties: readonly { readonly type: string; readonly count: number }[]
  /** The other kinds of links that there are. */
  readonly links: readonly { readonly kind: LinkKind; readonly count: number }[]
  /** Fields of the map's own that hold a choice, with what there is to choose from. */
  readonly choices: readonly { readonly key: string; readonly name: string; readonly values: readonly string[] }[]
  /** Fields of the map's own, by what can be done with them. */
  readonly ownNumbers: readonly string[]
  readonly ownWords: readonly string[]
  /** Those of `ownNumbers` that have few enough different values to make groups. */
  readonly ownLevels: readonly string[]
  /** Fields of the map's own that hold a date. */
  readonly ownDates: readonly string[]
  /** What people give stakeholders that can be asked for from and to: power and interest, and what somebody said. */
  readonly shares: readonly GivenNumber[]
  /** The same of what is no share. */
  readonly levels: readonly GivenNumber[]
  /** Somebody is a formal leader. */
  readonly hasLeaders: boolean
  readonly hasStakeholders: boolean
  readonly hasVariables: boolean
}

const shares = ['power', 'interest', 'legitimacy', 'urgency', 'influence'] as const

/** Most tags that are offered, the most frequent ones. */
const mostTags = 12

/** Cost: linear in elements and links. */
export function findLookFacts(view: MapView): LookFacts {
  const kinds = new Map<MapElement['kind'], number>()
  const [sectors, saidStances, forms] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const given = new Set<GivenNumber>()
  let hasLeaders = false
  const tags = new Map<string, number>()
  for (const element of view.elements.values()) {
    if (!isLinkable(element)) continue
    kinds.set(element.kind, (kinds.get(element.kind) ?? 0) + 1)
    for (const tag of element.tags ?? []) tags.set(tag, (tags.get(tag) ?? 0) + 1)
    if (element.kind !== 'stakeholder') continue
    sectors.add(element.sector ?? '')
    saidStances.add(element.stance ?? '')
    forms.add(element.form ?? '')
    given.add('power').add('interest')
    for (const name of shares) if (element[name] !== undefined) given.add(name)
    hasLeaders ||= element.leader === true
  }
  const ties = new Map<string, number>()
  const links = new Map<LinkKind, number>()
  for (const link of view.links.values()) {
    if (link.kind === 'tie') ties.set(link.type ?? '', (ties.get(link.type ?? '') ?? 0) + 1)
    else links.set(link.kind, (links.get(link.kind) ?? 0) + 1)
  }
  const fields = readCustomFields(view.meta).filter((field) =>
    [...kinds.keys()].some((kind) => hasCustomField(kind, field)),
  )
  return {
    kinds: [...kinds.keys()],
    sectors: inOrder(
      sectors,
      sectorsOf(view.meta).offered.map(({ key }) => key),
    ),
    stances: inOrder(saidStances, stances),
    forms: inOrder(forms, stakeholderForms),
    tags: [...tags]
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, mostTags)
      .map(([tag]) => tag),
    ties: inOrder(
      new Set(ties.keys()),
      tieTypesOf(view.meta).offered.map(({ key }) => key),
    ).map((type) => ({
      type,
      count: ties.get(type) ?? 0,
    })),
    links: linkKinds.flatMap((kind) => {
      const count = links.get(kind)
      return count === undefined ? [] : [{ kind, count }]
    }),
    choices: fields.flatMap(({ id, name, type, choices }) =>
      type === 'choice' && choices !== undefined ? [{ key: customFieldKey(id), name, values: choices }] : [],
    ),
    ownNumbers: fields.filter(({ type }) => type === 'number').map(({ id }) => customFieldKey(id)),
    ownWords: fields.filter(({ type }) => type !== 'number').map(({ id }) => customFieldKey(id)),
    ownLevels: findLevels(view, fields),
    ownDates: fields.filter(({ type }) => type === 'date').map(({ id }) => customFieldKey(id)),
    shares: shares.filter((name) => name !== 'influence' && given.has(name)),
    levels: given.has('influence') ? ['influence'] : [],
    hasLeaders,
    hasStakeholders: kinds.has('stakeholder'),
    hasVariables: kinds.has('variable'),
  }
}

/** Different numbers that still make groups to look at. */
const mostLevels = 12

function findLevels({ elements }: MapView, fields: readonly CustomField[]): readonly string[] {
  const numbers = fields.filter(({ type }) => type === 'number').map(({ id }) => customFieldKey(id))
  return numbers.filter((key) => {
    const values = new Set([...elements.values()].map((element) => numberOf(element, key)))
    values.delete(undefined)
    return values.size > 0 && values.size <= mostLevels
  })
}

function inOrder(values: ReadonlySet<string>, order: readonly string[]): readonly string[] {
  return [...values].sort(compareByList(order))
}

/** What can be chosen for colour, size, second line and groups, by where it comes from. */
export interface LookOptions {
  readonly given: readonly string[]
  readonly worked: readonly string[]
  readonly own: readonly string[]
}

export function optionsFor(part: 'colourBy' | 'sizeBy' | 'labelBy' | 'clusterBy', facts: LookFacts): LookOptions {
  const { hasStakeholders, hasVariables, tags, kinds, choices, ownNumbers, ownWords, ownLevels } = facts
  const measures = lookMeasures.filter((name) =>
    name === 'loops' ? hasVariables : hasStakeholders || isOfVariables(name),
  )
  const named = measures.map(nameOfMeasure)
  const ofActors = (...names: readonly string[]): readonly string[] => (hasStakeholders ? names : [])
  const community = hasStakeholders || hasVariables ? ['community'] : []
  const tag = tags.length > 0 ? ['tag'] : []
  const kind = kinds.length > 1 ? ['kind'] : []
  const said = kinds.length > 0 ? ['pulse', 'challenge'] : []
  const choiceKeys = choices.map(({ key }) => key)
  switch (part) {
    case 'colourBy':
      return {
        given: [...ofActors('sector', 'stance', 'form', 'salience', ...shares), ...tag, ...said],
        worked: [...community, ...named],
        own: [...choiceKeys, ...ownNumbers],
      }
    case 'sizeBy':
      return {
        given: ofActors('influence', 'power', 'interest', 'legitimacy', 'urgency'),
        worked: named,
        own: ownNumbers,
      }
    case 'labelBy':
      return {
        given: [...ofActors('role', 'sector', 'stance', 'form', 'salience', ...shares), ...tag, ...said],
        worked: named,
        own: [...ownWords, ...ownNumbers],
      }
    case 'clusterBy':
      return {
        given: [...ofActors('sector', 'stance', 'form', 'salience'), ...kind, ...tag],
        worked: community,
        own: [...choiceKeys, ...ownLevels],
      }
  }
}

/** True if the look changes which elements and links there are to see, or how many. */
export function isPartial(look: Look): boolean {
  return look.clusterBy !== undefined || isInViews(look)
}

/** Whether a look changes what the views of stakeholders and the table show: who is there, and which ties. */
export function isInViews({ filter, hiddenTies, hiddenLinks, focus }: Look): boolean {
  return [filter, hiddenTies, hiddenLinks, focus].some((part) => part !== undefined)
}
