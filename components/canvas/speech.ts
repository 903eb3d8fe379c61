import type { useTranslations } from 'next-intl'
import type { ElementId } from '../../lib/base/ids'
import { isContested, weighClaims } from '../../lib/model/claimSpread'
import type { LoopBadge } from '../../lib/geometry/loopBadge'
import type { Scene } from '../../lib/geometry/scene'
import { holdWordOf, variableEnd } from '../../lib/model/hold'
import type { MapElement } from '../../lib/model/element'
import { isLinkable } from '../../lib/model/element'
import type { MapLink } from '../../lib/model/link'
import { countLinkEnds, type LinkCounts } from '../../lib/model/linkWay'
import { isKnownSector, type Sectors } from '../../lib/model/sector'
import { isKnownTieType, wayOfTie, type TieTypes } from '../../lib/model/tie'

/** The map in words, for names that a screen reader says and for announcements. */
export interface Speech {
  label(element: MapElement | undefined): string
  element(element: MapElement, degrees: LinkCounts): string
  link(link: MapLink, scene: Scene): string
  /** How many links come to and leave from each element that is drawn. One pass over the links. */
  degrees(scene: Scene): ReadonlyMap<ElementId, LinkCounts>
  loop(badge: LoopBadge): string
  /** The same between elements that the caller has. */
  linkBetween(link: MapLink, from: MapElement | undefined, to: MapElement | undefined): string
}

type Translate = ReturnType<typeof useTranslations<'canvas'>>
type TranslateClaims = ReturnType<typeof useTranslations<'claims'>>

/** The map's own words. */
export interface OwnWords {
  readonly sectors: Sectors
  readonly types: TieTypes
}

export function createSpeech(t: Translate, tClaims: TranslateClaims, own: OwnWords): Speech {
  const withClaims = (link: MapLink, text: string): string => {
    // Told of every link whenever the scene changes, and few are contested.
    if (!isContested(link)) return text
    const { agree, disagree } = weighClaims(link)
    return tClaims('speech', { text, agree: agree.length, disagree: disagree.length })
  }
  const labelOf = (element: MapElement | undefined): string => {
    const label = element?.label.replace(/\s+/g, ' ').trim() ?? ''
    return label === '' ? t('element.unnamed') : label
  }
  const linkBetween = (link: MapLink, from: MapElement | undefined, to: MapElement | undefined): string => {
    const end = variableEnd(link, from?.kind, to?.kind)
    const ends = { from: labelOf(from), to: labelOf(to) }
    if (end === undefined || link.kind !== 'relation' || link.type === undefined)
      return withClaims(link, nameLink(t, link, ends, own.types))
    // Whichever way it was drawn, the stakeholder has the hold.
    const hold = holdWordOf(link.type)?.slice(0, 3) ?? ''
    return withClaims(link, t('link.hold', { ...(end === 'to' ? ends : { from: ends.to, to: ends.from }), hold }))
  }
  return {
    label: labelOf,
    element: (element, degrees) => {
      const name = labelOf(element)
      if (element.paint?.group !== undefined)
        return t('element.group', { name, count: element.paint.group.members.length })
      const kind = nameKind(t, element, own.sectors)
      const plain = isLinkable(element)
        ? t('element.linked', { name, kind, in: degrees.in, out: degrees.out })
        : t('element.plain', { name, kind })
      const text =
        element.kind === 'variable' && element.chosen === true
          ? t('element.chosen', { text: plain })
          : element.kind === 'stakeholder' && element.stance !== undefined
            ? t('element.stance', { text: plain, stance: element.stance })
            : plain
      const marked = element.paint?.starred === true ? t('element.leader', { text }) : text
      const state = element.seal ? 'element.sealed' : element.locked === true ? 'element.locked' : undefined
      return state === undefined ? marked : t(state, { text: marked })
    },
    link: (link, scene) => {
      const text = linkBetween(link, scene.elements.get(link.from)?.element, scene.elements.get(link.to)?.element)
      return link.seal ? t('element.sealed', { text }) : text
    },
    degrees: (scene) =>
      countLinkEnds(
        Array.from(scene.links.values(), ({ link }) => link),
        own.types,
        (id) => scene.elements.get(id)?.element.kind,
      ),
    loop: ({ loop, turn }) =>
      t('loop', {
        tag: loop.tag,
        named: loop.name === '' ? 'no' : 'yes',
        name: loop.name,
        kind: loop.kind,
        count: loop.links.length,
        turn,
        delayed: loop.delayed ? 'yes' : 'no',
      }),
    linkBetween,
  }
}

function nameKind(t: Translate, element: MapElement, sectors: Sectors): string {
  const kind = t(`kinds.${element.kind}`)
  if (element.kind === 'variable' && element.mark !== undefined) {
    return t('element.marked', { kind, mark: t(`marks.${element.mark}`) })
  }
  if (element.kind !== 'stakeholder' || element.sector === undefined) return kind
  const { key, name } = sectors.of(element.sector)
  return t('element.sector', { kind, sector: name ?? (isKnownSector(key) ? t(`sectors.${key}`) : key) })
}

function nameLink(
  t: Translate,
  link: MapLink,
  { from, to }: { readonly from: string; readonly to: string },
  types: TieTypes,
): string {
  switch (link.kind) {
    case 'causal': {
      const key = link.polarity === '+' ? 'link.plus' : link.polarity === '-' ? 'link.minus' : 'link.unknown'
      const text = t(key, { from, to })
      return link.delay === true ? t('link.delayed', { text }) : text
    }
    case 'tie': {
      const type =
        types.of(link.type).name ?? (isKnownTieType(link.type) ? t(`ties.${link.type}`) : (link.type ?? t('link.tie')))
      return t(wayOfTie(link, types) === 'one-way' ? 'link.tieOneWay' : 'link.tieMutual', { from, to, type })
    }
    case 'contribution':
      return t(link.effect === undefined ? 'link.contribution' : `link.contribution-${link.effect}`, { from, to })
    case 'relation':
      return t('link.relation', { from, to })
  }
}
