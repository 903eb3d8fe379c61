'use client'
import { ArrowLeft, ArrowLeftRight, ArrowRight, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import { isContested } from '../../../lib/model/claimSpread'
import { holdOf } from '../../../lib/model/hold'
import type { MapLink } from '../../../lib/model/link'
import { countLinkEnds, type KindOf } from '../../../lib/model/linkWay'
import type { MapView } from '../../../lib/model/mapView'
import { useEditor } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { isSameList } from '../../hooks/useObservable'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { ContestedMark } from '../ContestedMark'
import { labelAtEnd } from '../linkWords'
import { SignMark } from '../SignMark'
import { useLinkSentence } from '../useLinkSentence'
import { groupLinks, type LinkGroup } from './sortLinks'
import { Section } from './PanelFrame'
import { useCallback } from 'react'

/** Links that begin or end at an element, links out first. Stable while they do not change. */
export function useLinksAt(id: ElementId): readonly MapLink[] {
  return useView(
    useCallback(
      (view: MapView) => {
        const links = [...view.links.values()].filter((link) => link.from === id || link.to === id)
        return links.sort((a, b) => Number(a.from !== id) - Number(b.from !== id))
      },
      [id],
    ),
    isSameList,
  )
}

/** What an element leads to and what leads to it; a row selects its link. */
export function LinkLists({
  id,
  isAction = false,
}: {
  readonly id: ElementId
  /** Whose it is and what it is for is told already: only what else is linked to it, if anything, is listed. */
  readonly isAction?: boolean
}) {
  const t = useTranslations('panels.inspector')
  const all = useLinksAt(id)
  const view = useView()
  const isTold = ({ kind, from }: MapLink): boolean =>
    kind === 'contribution' && (from === id || view.elements.get(from)?.kind === 'stakeholder')
  const links = isAction ? all.filter((link) => !isTold(link)) : all
  const types = useTieTypes()
  const kindOf: KindOf = (one) => view.elements.get(one)?.kind
  const counts = countLinkEnds(links, types, kindOf).get(id) ?? { in: 0, out: 0 }
  if (isAction && links.length === 0) return null
  return (
    <Section title={t('links')} aside={<span className="text-meta text-muted">{t('counts', { ...counts })}</span>}>
      {links.length === 0 ? <p className="text-second text-muted">{t('noLinks')}</p> : null}
      {groupLinks(links, id, types, kindOf).map((group) => (
        <LinkList key={group.name} group={group} at={id} />
      ))}
    </Section>
  )
}

const wayIcons = { out: ArrowRight, in: ArrowLeft, both: ArrowLeftRight } as const

function LinkList({
  group: { name, links, way },
  at,
}: {
  readonly group: LinkGroup
  /** The element that they are listed at. */
  readonly at: ElementId
}) {
  const t = useTranslations('panels')
  const tHolds = useTranslations('holds')
  const editor = useEditor()
  const view = useView()
  const sentence = useLinkSentence()
  const nameOfTie = useTieName()
  const WayIcon = way === undefined ? Minus : wayIcons[way]
  return (
    <div>
      <h4 className="pb-0.5 text-meta text-muted">{t(`inspector.linkGroups.${name}`)}</h4>
      <ul className="-mx-2">
        {links.map((link) => {
          const hold = holdOf(view, link)?.word
          return (
            <li key={link.id}>
              <button
                type="button"
                aria-label={sentence(link)}
                onClick={({ currentTarget }) => {
                  // The row goes with what it stands under: the keyboard stays in the inspector.
                  currentTarget.closest<HTMLElement>('[data-region="inspector"]')?.focus({ preventScroll: true })
                  editor.select({ elements: [], links: [link.id] })
                }}
                className="flex min-h-8 w-full items-center gap-2 rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
              >
                <WayIcon size={14} aria-hidden className="shrink-0 text-muted rtl:-scale-x-100" />
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {labelAtEnd(view, link, link.from === at ? 'to' : 'from') ?? t('inspector.unnamed')}
                </span>
                {link.kind === 'tie' && link.type !== undefined ? (
                  <span className="max-w-1/2 shrink-0 truncate text-second text-muted" dir="auto">
                    {nameOfTie(link.type)}
                  </span>
                ) : null}
                {hold === undefined ? null : (
                  <span className="shrink-0 text-second text-muted">{tHolds(`short.${hold}`)}</span>
                )}
                {isContested(link) ? <ContestedMark /> : null}
                {link.kind === 'causal' && link.delay === true ? <DelayMark /> : null}
                {link.kind === 'causal' ? <SignMark polarity={link.polarity ?? '?'} /> : null}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Two strokes, as a delay is drawn on a link. */
function DelayMark() {
  return (
    <span aria-hidden className="text-second font-medium text-muted">
      ‖
    </span>
  )
}
