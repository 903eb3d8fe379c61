'use client'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useLinkWords } from '../useLinkSentence'
import { MarkChoice } from './MarkChoice'
import { marksOfElement, marksOfLink } from './markChoices'
import { useShownExperiment } from './useMark'

export interface MarkSectionProps {
  readonly of: MapElement | MapLink
  /** Stands in a list of its own parts, and not as one of the inspector's. */
  readonly bare?: boolean
}

/** "Would change", for one element or link, in the inspector and on a phone's sheet. */
export function MarkSection({ of, bare = false }: MarkSectionProps) {
  const t = useTranslations('experiments.marks')
  const tUnnamed = useTranslations('panels.inspector')
  const experiment = useShownExperiment()
  const mayEdit = useMayEdit()
  const wordsOf = useLinkWords()
  const marks = 'from' in of ? marksOfLink(of) : marksOfElement(of)
  if (experiment === undefined || marks.length === 0) return null
  const label = 'from' in of ? wordsOf(of) : (of.label ?? '')
  const name = label === '' ? tUnnamed('unnamed') : label
  const chosen = experiment.marks.get(of.id)
  if (!mayEdit && chosen === undefined) return null
  return (
    <section className={bare ? 'flex flex-col gap-2' : 'flex flex-col gap-2 border-t border-hairline px-4 py-4'}>
      <h3 className="text-second font-medium text-muted">{t('hereIn', { name: experiment.name })}</h3>
      {mayEdit ? (
        <MarkChoice experiment={experiment.id} id={of.id} name={name} marks={marks} chosen={chosen} />
      ) : chosen === undefined ? null : (
        <p className="text-body">{t('row', { name, mark: t(`words.${chosen}`) })}</p>
      )}
    </section>
  )
}
