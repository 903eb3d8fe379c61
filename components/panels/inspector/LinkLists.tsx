'use client'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import { isContested } from '../../../lib/model/claimSpread'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import { useEditor } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { isSameList } from '../../hooks/useObservable'
import { ContestedMark } from '../ContestedMark'
import { linkEnds } from '../linkWords'
import { SignMark } from '../SignMark'
import { useLinkSentence } from '../useLinkSentence'
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
export function LinkLists({ id }: { readonly id: ElementId }) {
  const t = useTranslations('panels.inspector')
  const links = useLinksAt(id)
  const out = links.filter((link) => link.from === id)
  const incoming = links.filter((link) => link.from !== id)
  return (
    <Section
      title={t('links')}
      aside={<span className="text-meta text-muted">{t('counts', { in: incoming.length, out: out.length })}</span>}
    >
      {links.length === 0 ? <p className="text-second text-muted">{t('noLinks')}</p> : null}
      {out.length > 0 ? <LinkList label={t('leadsTo')} links={out} end="to" /> : null}
      {incoming.length > 0 ? <LinkList label={t('influencedBy')} links={incoming} end="from" /> : null}
    </Section>
  )
}

function LinkList({
  label,
  links,
  end,
}: {
  readonly label: string
  readonly links: readonly MapLink[]
  readonly end: 'from' | 'to'
}) {
  const t = useTranslations('panels')
  const editor = useEditor()
  const view = useView()
  const sentence = useLinkSentence()
  return (
    <div>
      <h4 className="pb-0.5 text-meta text-muted">{label}</h4>
      <ul className="-mx-2">
        {links.map((link) => {
          const ends = linkEnds(view, link, t('inspector.unnamed'))
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
                {end === 'to' ? (
                  <ArrowRight size={14} aria-hidden className="shrink-0 text-muted rtl:-scale-x-100" />
                ) : (
                  <ArrowLeft size={14} aria-hidden className="shrink-0 text-muted rtl:-scale-x-100" />
                )}
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {ends[end]}
                </span>
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
