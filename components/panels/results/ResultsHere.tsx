'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { resultsOf } from '../../../lib/analysis/results'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { Section } from '../inspector/PanelFrame'
import { ResultCard } from './ResultCard'
import { useResultDialogs } from './useResultDialogs'
import { useResultWords } from './useResultWords'

/** The results that measure one variable, and the way to make one; nothing where there is none and none can be made. */
export function ResultsHere({ variable }: { readonly variable: ElementId }) {
  const t = useTranslations('results')
  const mayEdit = useMayEdit()
  const words = useResultWords()
  const practices = useView((view) => view.practices)
  const { acts, dialogs } = useResultDialogs(words)
  const results = resultsOf({ practices }, variable)
  if (results.length === 0 && !mayEdit) return null
  return (
    <Section title={t('title')}>
      {results.map((result) => (
        <ResultCard key={result.id} result={result} words={words} acts={acts} />
      ))}
      {mayEdit ? (
        <Button
          size="small"
          className="self-start"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => acts.add([variable])}
        >
          {t('measureThis')}
        </Button>
      ) : null}
      {dialogs}
    </Section>
  )
}
