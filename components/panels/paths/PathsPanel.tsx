'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSelection } from '../../hooks/useMap'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { Around } from './Around'
import { Between } from './Between'
import { useSlots } from './useSlots'

type Question = 'around' | 'between'

/** What leads where: around one variable, or from one to another. The map fades the rest. */
export function PathsPanel({ onShow }: AnalysisPartProps) {
  const t = useTranslations('paths')
  // Who has marked two wants to know what one does to the other.
  const [question, setQuestion] = useState<Question>(useSelection().elements.length === 2 ? 'between' : 'around')
  const slots = useSlots(question === 'around' ? 'from' : undefined)
  return (
    // Names and ways may need more than a low window has: the whole scrolls, and nothing spills out.
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="px-4 pb-3">
        <SegmentedControl
          label={t('question')}
          value={question}
          onChange={setQuestion}
          segments={(['around', 'between'] as const).map((value) => ({ value, label: t(`questions.${value}`) }))}
        />
      </div>
      {question === 'around' ? <Around {...slots} onShow={onShow} /> : <Between {...slots} onShow={onShow} />}
    </div>
  )
}
