'use client'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { savePractice } from '../../../lib/commands/savePractice'
import type { ExperimentMark } from '../../../lib/model/practice/experiment'
import { useRun } from '../../hooks/useRun'
import type { MenuEntry } from '../../ui/menuEntry'
import { marksOfElement, marksOfLink } from './markChoices'
import { MarkIcon } from './MarkIcon'
import { useShownExperiment } from './useMark'

/** The row of a menu that marks what is selected in the experiment that is looked at; none while none is. */
export function useMarkEntries(elements: readonly MapElement[], links: readonly MapLink[]): readonly MenuEntry[] {
  const t = useTranslations('experiments.marks')
  const experiment = useShownExperiment()
  const run = useRun()
  const all = [...elements, ...links]
  // What is selected is marked as one: all of it has to take the same marks.
  const marks = elements.length === 0 ? sharedMarks(links, marksOfLink) : sharedMarks(elements, marksOfElement)
  if (experiment === undefined || marks.length === 0 || (elements.length > 0 && links.length > 0)) return []
  const set = (mark: ExperimentMark | null): void => {
    const fields = Object.fromEntries(all.map(({ id }) => [`mark:${id}`, mark]))
    run(savePractice, { kind: 'experiment', id: experiment.id, fields })
  }
  return [
    {
      kind: 'submenu',
      id: 'would-change',
      label: t('here'),
      entries: [
        ...marks.map((mark) => ({
          kind: 'action' as const,
          id: `mark-${mark}`,
          label: t(`words.${mark}`),
          icon: <MarkIcon mark={mark} />,
          onSelect: () => set(mark),
        })),
        ...(all.some(({ id }) => experiment.marks.has(id))
          ? [{ kind: 'action' as const, id: 'mark-none', label: t('unmark'), onSelect: () => set(null) }]
          : []),
      ],
    },
  ]
}

function sharedMarks<Part>(
  parts: readonly Part[],
  marksOf: (part: Part) => readonly ExperimentMark[],
): readonly ExperimentMark[] {
  const [first] = parts
  return first !== undefined && parts.every((part) => marksOf(part).length > 0) ? marksOf(first) : []
}
