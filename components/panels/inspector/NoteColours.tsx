'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import { setElementFields } from '../../../lib/commands/setElementFields'
import type { ElementOfKind } from '../../../lib/model/element'
import { noteColours } from '../../../lib/model/note'
import { useRun } from '../../hooks/useRun'
import { LabelledRow } from './LabelledRow'
import { sharedValue, valueOf } from './sharedValue'

/** The colour of one or several notes, each named. */
export function NoteColours({
  notes,
  readOnly,
}: {
  readonly notes: readonly ElementOfKind<'note'>[]
  readonly readOnly: boolean
}) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const shared = sharedValue(notes, (note) => note.colour ?? 'yellow')
  return (
    <LabelledRow label={t('colour')} note={shared.kind === 'mixed' ? t('mixed') : undefined}>
      <RadioGroup.Root
        aria-label={t('colour')}
        orientation="horizontal"
        disabled={readOnly}
        value={valueOf(shared) ?? null}
        onValueChange={(colour) => run(setElementFields, { ids: notes.map(({ id }) => id), fields: { colour } })}
        className="flex gap-2"
      >
        {noteColours.map((colour) => (
          <RadioGroup.Item
            key={colour}
            value={colour}
            aria-label={t(`colours.${colour}`)}
            title={t(`colours.${colour}`)}
            className="inline-flex size-8 items-center justify-center rounded-full border border-node-border text-ink disabled:opacity-60 pointer-coarse:size-11"
            style={{ background: `var(--color-note-${colour})` }}
          >
            <RadioGroup.Indicator>
              <Check size={16} aria-hidden />
            </RadioGroup.Indicator>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </LabelledRow>
  )
}
