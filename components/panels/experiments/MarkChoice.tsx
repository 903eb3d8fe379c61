'use client'
import { useTranslations } from 'next-intl'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { ExperimentMark } from '../../../lib/model/practice/experiment'
import { classes } from '../../ui/classes'
import { MarkIcon } from './MarkIcon'
import { useMark } from './useMark'

/** What would become of one thing of the map: pressed, a mark is set; pressed again, it is taken off. */
export function MarkChoice({
  experiment,
  id,
  name,
  marks,
  chosen,
}: {
  readonly experiment: string
  readonly id: ElementId | LinkId
  /** What it is called. */
  readonly name: string
  readonly marks: readonly ExperimentMark[]
  readonly chosen: ExperimentMark | undefined
}) {
  const t = useTranslations('experiments.marks')
  const mark = useMark(experiment)
  return (
    <div role="group" aria-label={t('of', { name })} className="grid grid-cols-2 gap-1.5">
      {marks.map((one) => {
        const isOn = one === chosen
        return (
          <button
            key={one}
            type="button"
            aria-pressed={isOn}
            onClick={() => mark(id, isOn ? null : one)}
            className={classes(
              'flex min-h-9 items-center gap-2 rounded-button border px-2.5 text-start text-second pointer-coarse:min-h-11',
              isOn
                ? 'border-accent bg-accent-tint font-medium text-accent'
                : 'border-quiet-border text-ink hover:bg-hover',
            )}
          >
            <MarkIcon mark={one} />
            <span>{t(`words.${one}`)}</span>
          </button>
        )
      })}
    </div>
  )
}
