'use client'
import { Map as MapIcon, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { IdleMark, IdleReason } from '../../../lib/analysis/applyExperiment'
import { listMarks, type MarkedPart } from '../../../lib/analysis/experiments'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { Practice } from '../../../lib/model/practice/practices'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelection, useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useLinkWords } from '../useLinkSentence'
import { MarkChoice } from './MarkChoice'
import { marksOfElement, marksOfLink } from './markChoices'
import { MarkIcon } from './MarkIcon'
import { useMark } from './useMark'

/** What an experiment would change: its marks, and marks for what is selected on the map. */
export function MarksSection({
  experiment,
  idle,
  mayEdit,
  onShow,
}: {
  readonly experiment: Practice<'experiment'>
  /** Marks that change nothing. */
  readonly idle: readonly IdleMark[]
  readonly mayEdit: boolean
  /** Puts the map in front, where the panel covers it. */
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('experiments.marks')
  const view = useView()
  const parts = listMarks(view, experiment)
  const reasons = new Map<string, IdleReason>(idle.map(({ id, why }) => [id, why]))
  const nameOf = useNames()
  const gone = experiment.marks.size - parts.length
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 border-t border-hairline pt-3">
      <h3 className="text-body font-semibold">{t('title')}</h3>
      {mayEdit ? <p className="text-second text-muted">{t('how')}</p> : null}
      {mayEdit && onShow === undefined ? <Selected experiment={experiment} nameOf={nameOf} /> : null}
      {gone === 0 ? null : <p className="text-second text-warn">{t('gone', { count: gone })}</p>}
      {parts.length === 0 ? (
        gone === 0 ? (
          <p className="text-second text-muted">{t('none')}</p>
        ) : null
      ) : (
        <ul aria-label={t('title')} className="-mx-2 flex flex-col">
          {parts.map((part) => (
            <MarkRow
              key={part.id}
              experiment={experiment.id}
              part={part}
              name={nameOf(part.element ?? part.link)}
              why={reasons.get(part.id)}
              mayEdit={mayEdit}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      {onShow === undefined ? null : (
        <Button size="small" className="self-start" icon={<MapIcon size={16} aria-hidden />} onClick={onShow}>
          {t('show')}
        </Button>
      )}
    </section>
  )
}

function useNames(): (of: MapElement | MapLink) => string {
  const t = useTranslations('panels.inspector')
  const wordsOf = useLinkWords()
  return (of) => {
    const label = 'from' in of ? wordsOf(of) : (of.label ?? '')
    return label === '' ? t('unnamed') : label
  }
}

/** Marks for the one thing that is selected on the map. */
function Selected({
  experiment,
  nameOf,
}: {
  readonly experiment: Practice<'experiment'>
  readonly nameOf: (of: MapElement | MapLink) => string
}) {
  const t = useTranslations('experiments.marks')
  const selection = useSelection()
  const part = useView(({ elements, links }) => {
    const [element, ...others] = selection.elements
    const [link, ...more] = selection.links
    if (others.length + more.length > 0 || (element !== undefined && link !== undefined)) return undefined
    return element === undefined ? (link === undefined ? undefined : links.get(link)) : elements.get(element)
  })
  if (part === undefined) return null
  const marks = 'from' in part ? marksOfLink(part) : marksOfElement(part)
  const name = nameOf(part)
  return (
    <div className="flex flex-col gap-2 rounded-card border border-hairline p-3">
      <p className="text-body font-medium break-words" dir="auto">
        {name}
      </p>
      {marks.length === 0 ? (
        <p className="text-second text-muted">{t('cannot')}</p>
      ) : (
        <MarkChoice
          experiment={experiment.id}
          id={part.id}
          name={name}
          marks={marks}
          chosen={experiment.marks.get(part.id)}
        />
      )}
    </div>
  )
}

function MarkRow({
  experiment,
  part: { id, element, mark },
  name,
  why,
  mayEdit,
  onShow,
}: {
  readonly experiment: string
  readonly part: MarkedPart
  readonly name: string
  readonly why: IdleReason | undefined
  readonly mayEdit: boolean
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('experiments.marks')
  const editor = useEditor()
  const workspace = useWorkspace()
  const set = useMark(experiment)
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        onClick={() => {
          editor.select(element === undefined ? { elements: [], links: [id] } : { elements: [id], links: [] })
          workspace.showView('map')
          workspace.get().camera?.reveal?.([id])
          onShow?.()
        }}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-button px-2 py-1.5 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        <span className="shrink-0 text-accent">
          <MarkIcon mark={mark} />
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="text-body break-words" dir="auto">
            {t('row', { name, mark: t(`words.${mark}`) })}
          </span>
          {why === undefined ? null : <span className="text-second text-warn">{t(`idle.${why}`)}</span>}
        </span>
      </button>
      {mayEdit ? (
        <IconButton label={t('remove', { name })} size="small" onClick={() => set(id, null)}>
          <X size={16} aria-hidden />
        </IconButton>
      ) : null}
    </li>
  )
}
