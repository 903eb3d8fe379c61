'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { addLink } from '../../lib/commands/addLink'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { setDelay } from '../../lib/commands/setDelay'
import { setPolarity } from '../../lib/commands/setPolarity'
import { polarities } from '../../lib/model/causalLink'
import type { MapElement } from '../../lib/model/element'
import type { CausalLink, MapLink } from '../../lib/model/link'
import { useEditor } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useRun } from '../hooks/useRun'
import { useTieTypes } from '../hooks/useTieTypes'
import { useLinksAt } from '../panels/inspector/LinkLists'
import { sortLinks } from '../panels/inspector/sortLinks'
import { isContested } from '../../lib/model/claimSpread'
import { ContestedMark } from '../panels/ContestedMark'
import { labelAtEnd } from '../panels/linkWords'
import { SignMark } from '../panels/SignMark'
import { useLinkSentence } from '../panels/useLinkSentence'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { IconButton } from '../ui/IconButton'
import { SegmentedControl } from '../ui/SegmentedControl'
import { ElementPicker } from './ElementPicker'

/** What an element leads to and what leads to it, with signs; links are added and taken away here. */
export function OutlineLinks({
  id,
  element,
  mayEdit,
  level,
}: {
  readonly id: string
  readonly element: MapElement
  readonly mayEdit: boolean
  /** Level of the element's heading. */
  readonly level: 3 | 4
}) {
  const t = useTranslations('panels.outline')
  const run = useRun()
  const [picking, setPicking] = useState(false)
  const links = useLinksAt(element.id)
  const elements = useView((view) => view.elements)
  const { out, incoming, both, none } = sortLinks(links, element.id, useTieTypes(), (one) => elements.get(one)?.kind)
  const lists = [
    ['leadsTo', out],
    ['influencedBy', incoming],
    ['bothWays', both],
    ['noWay', none],
  ] as const
  return (
    <div id={id} className="ms-7 flex flex-col gap-2 pe-2 pb-3">
      {lists.map(([name, ofList]) =>
        ofList.length === 0 ? null : (
          <LinkRows key={name} label={t(name)} links={ofList} at={element.id} mayEdit={mayEdit} level={level} />
        ),
      )}
      {links.length === 0 ? <p className="text-second text-muted">{t('noLinks')}</p> : null}
      {mayEdit ? (
        picking ? (
          <ElementPicker
            label={t('linkFrom', { name: element.label })}
            without={element.id}
            onCancel={() => setPicking(false)}
            onPick={(to) => {
              setPicking(false)
              run(addLink, { from: element.id, to })
            }}
          />
        ) : (
          <div>
            <Button size="small" variant="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => setPicking(true)}>
              {t('linkTo')}
            </Button>
          </div>
        )
      ) : null}
    </div>
  )
}

function LinkRows({
  label,
  links,
  at,
  mayEdit,
  level,
}: {
  readonly label: string
  readonly links: readonly MapLink[]
  /** The element that they are listed at. */
  readonly at: ElementId
  readonly mayEdit: boolean
  readonly level: 3 | 4
}) {
  const t = useTranslations('panels')
  const editor = useEditor()
  const run = useRun()
  const view = useView()
  const sentenceOf = useLinkSentence()
  const Heading = level === 3 ? 'h4' : 'h5'
  return (
    <div>
      <Heading className="pb-0.5 text-meta font-medium text-muted">{label}</Heading>
      <ul className="flex flex-col gap-1">
        {links.map((link) => {
          const sentence = sentenceOf(link)
          return (
            <li key={link.id} className="flex flex-col">
              <div className="flex items-center gap-1">
                <button
                  type="button"
                  aria-label={sentence}
                  onClick={() => editor.select({ elements: [], links: [link.id] })}
                  className="min-h-8 min-w-0 flex-1 rounded-button px-1 text-start text-body break-words hover:bg-hover pointer-coarse:min-h-11"
                  dir="auto"
                >
                  {labelAtEnd(view, link, link.from === at ? 'to' : 'from') ?? t('inspector.unnamed')}
                </button>
                {isContested(link) ? <ContestedMark /> : null}
                {link.kind === 'causal' && !mayEdit ? <SignMark polarity={link.polarity ?? '?'} /> : null}
                {mayEdit ? (
                  <IconButton
                    size="small"
                    label={t('outline.deleteLink', { link: sentence })}
                    onClick={() => run(deleteRecords, { elements: [], links: [link.id] })}
                  >
                    <Trash2 size={16} aria-hidden />
                  </IconButton>
                ) : null}
              </div>
              {link.kind === 'causal' && mayEdit ? <SignRow link={link} sentence={sentence} /> : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const signNames = { '+': 'plus', '-': 'minus', '?': 'open' } as const

function SignRow({ link, sentence }: { readonly link: CausalLink; readonly sentence: string }) {
  const t = useTranslations('panels')
  const run = useRun()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-1">
      <SegmentedControl
        label={t('outline.signOf', { link: sentence })}
        value={link.polarity}
        onChange={(polarity) => run(setPolarity, { links: [link.id], polarity })}
        segments={polarities.map((value) => ({
          value,
          label: t(`inspector.signs.${signNames[value]}`),
          icon: <SignMark polarity={value} />,
        }))}
      />
      <Checkbox
        label={t('inspector.delayed')}
        checked={link.delay === true}
        onChange={(delay) => run(setDelay, { links: [link.id], delay })}
      />
    </div>
  )
}
