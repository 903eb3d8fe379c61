'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextInput } from '../ui/TextInput'
import { changeRange, shownRange, type RangeUnit } from './range'

/** From and to of a number or a date; left empty, there is no bound. Shares are shown in percent. */
export function RangeRow({
  label,
  range,
  unit,
  onChange,
}: {
  readonly label: string
  readonly range: readonly [number, number] | undefined
  readonly unit: RangeUnit
  readonly onChange: (range: readonly [number, number] | undefined) => void
}) {
  const t = useTranslations('looks')
  const set = (end: 0 | 1, text: string): void => onChange(changeRange(range, end, text, unit))
  const [from, to] = shownRange(range, unit)
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1">
      <span className="text-second font-medium" dir="auto">
        {label}
      </span>
      <span className="flex flex-wrap items-center gap-2 text-second">
        <Bound
          label={t('from', { name: label })}
          placeholder={t('fromShort')}
          value={from}
          unit={unit}
          onSet={(text) => set(0, text)}
        />
        {unit === 'date' ? null : <span aria-hidden>–</span>}
        <Bound
          label={t('to', { name: label })}
          placeholder={t('toShort')}
          value={to}
          unit={unit}
          onSet={(text) => set(1, text)}
        />
        {unit === 'share' ? <span>{t('percent')}</span> : null}
      </span>
    </div>
  )
}

function Bound({
  label,
  placeholder,
  value,
  unit,
  onSet,
}: {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly unit: RangeUnit
  readonly onSet: (text: string) => void
}) {
  // What is being typed; what is said from elsewhere takes its place.
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string }>()
  return (
    <span className={unit === 'date' ? 'flex w-full items-center gap-2' : 'w-20'}>
      {unit === 'date' ? (
        <span aria-hidden className="w-10 text-muted">
          {placeholder}
        </span>
      ) : null}
      <TextInput
        aria-label={label}
        placeholder={placeholder}
        {...(unit === 'date' ? { type: 'date' } : { inputMode: 'decimal' })}
        className={unit === 'date' ? 'max-w-40' : 'text-end'}
        value={typed?.over === value ? typed.text : value}
        onChange={({ target }) => setTyped({ over: value, text: target.value })}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && typed?.over === value) onSet(typed.text)
        }}
        onBlur={() => {
          if (typed?.over === value) onSet(typed.text)
          setTyped(undefined)
        }}
      />
    </span>
  )
}
