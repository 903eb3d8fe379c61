'use client'
import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Slider } from 'radix-ui'
import { useId, useState } from 'react'
import { valueRange } from '../../../../lib/analysis/fuzzyMap'
import type { ElementId } from '../../../../lib/base/ids'
import type { FieldsInput } from '../../../../lib/commands/fieldChanges'
import type { Scenario } from '../../../../lib/model/scenario'
import { useElement, useView } from '../../../hooks/useMap'
import { classes } from '../../../ui/classes'
import { IconButton } from '../../../ui/IconButton'
import { inputClass } from '../../../ui/TextInput'
import { useDraft } from '../../useDraft'
import { VariablePicker } from '../VariablePicker'
import { withEntry, withoutEntry } from './questionOf'
import { readHeld } from './readDecimal'
import { signedNumber, typedNumber } from './writeNumber'

interface PartProps {
  readonly scenario: Scenario
  readonly mayEdit: boolean
  readonly onSave: (fields: FieldsInput) => void
}

/** The variables that a scenario holds, and at what. Who is not in the list is not held. */
export function HeldVariables({ scenario, mayEdit, onSave }: PartProps) {
  const t = useTranslations('whatif.scenarios')
  const elements = useView((view) => view.elements)
  const { clamps = {}, preferred = {} } = scenario
  const held = Object.entries(clamps) as [ElementId, number][]
  const { lowest } = valueRange(scenario.settings?.transfer ?? 'tanh')
  const set = (id: ElementId, value: number | undefined): void =>
    onSave({ clamps: value === undefined ? withoutEntry(clamps, id) : withEntry(clamps, id, value) })
  return (
    <section aria-label={t('heldTitle')} className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('heldTitle')}</h3>
      <p className="text-meta text-muted">{t(lowest === 0 ? 'heldHintFromZero' : 'heldHint')}</p>
      {held.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {held.map(([id, value]) => (
            <HeldRow
              key={id}
              id={id}
              value={value}
              lowest={Math.min(lowest, value)}
              mayEdit={mayEdit}
              onChange={(next) => set(id, next)}
            />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <VariablePicker
          label={t('hold')}
          placeholder={t('hold')}
          without={new Set(Object.keys(clamps) as ElementId[])}
          onPick={(id) => {
            // Nobody can wish for what is held.
            if (elements.has(id)) {
              onSave({
                clamps: withEntry<number>(clamps, id, 1),
                ...(id in preferred ? { preferred: withoutEntry(preferred, id) } : {}),
              })
            }
          }}
        />
      ) : null}
    </section>
  )
}

function HeldRow({
  id,
  value,
  lowest,
  mayEdit,
  onChange,
}: {
  readonly id: ElementId
  readonly value: number
  readonly lowest: number
  readonly mayEdit: boolean
  readonly onChange: (value: number | undefined) => void
}) {
  const t = useTranslations('whatif.scenarios')
  const format = useFormatter()
  const refusal = useId()
  const element = useElement(id)
  const name = element?.label ?? t('goneVariable')
  // Under the hand the value is one's own; the map gets it when the hand lets go.
  const [moving, setMoving] = useState<number>()
  /** What was typed and is not what the variable is held at now. */
  const [refused, setRefused] = useState<{ readonly text: string; readonly value: number }>()
  const isRefused = refused !== undefined && refused.value === value
  const draft = useDraft({
    field: t('valueOf', { name }),
    stored: typedNumber(value, format),
    oneLine: true,
    commit: (text) => {
      const said = readHeld(text)
      setRefused(said === undefined ? { text, value } : said.isBeyond ? { text, value: said.value } : undefined)
      if (said !== undefined) onChange(said.value)
    },
  })
  return (
    <li className="flex flex-col">
      <div className="flex items-center gap-1">
        <span
          dir="auto"
          className={classes('min-w-0 flex-1 truncate text-body', element === undefined && 'text-muted')}
        >
          {name}
        </span>
        <input
          type="text"
          inputMode="decimal"
          aria-label={t('valueOf', { name })}
          aria-describedby={isRefused ? refusal : undefined}
          readOnly={!mayEdit}
          {...draft}
          value={moving === undefined ? draft.value : typedNumber(moving, format)}
          className={classes(inputClass, 'h-8 w-16! text-end tabular-nums pointer-coarse:h-11')}
        />
        {mayEdit ? (
          <IconButton size="small" label={t('notHeld', { name })} onClick={() => onChange(undefined)}>
            <X size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <p id={refusal} role="status" className="text-meta text-warn empty:hidden">
        {isRefused ? t('notAllowed', { text: refused.text, value: signedNumber(value, format) }) : ''}
      </p>
      <Slider.Root
        min={lowest}
        max={1}
        step={0.1}
        value={[moving ?? value]}
        disabled={!mayEdit}
        onValueChange={([next]) => setMoving(tenth(next ?? value))}
        onValueCommit={([next]) => {
          setMoving(undefined)
          if (next !== undefined) onChange(tenth(next))
        }}
        className="relative flex h-6 touch-none items-center select-none pointer-coarse:h-11"
      >
        <Slider.Track className="relative h-1 grow rounded-full bg-quiet-border">
          {lowest < 0 ? <span aria-hidden className="absolute start-1/2 -top-1 h-3 w-px bg-node-border" /> : null}
        </Slider.Track>
        <Slider.Thumb
          aria-label={t('valueOf', { name })}
          className="block size-4.5 rounded-full border-2 border-accent bg-panel data-[disabled]:border-node-border pointer-coarse:size-6"
        />
      </Slider.Root>
    </li>
  )
}

/** Steps of a tenth come out of a slider with the faults of binary fractions. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
