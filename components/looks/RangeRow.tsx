'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextInput } from '../ui/TextInput'
import { changeRange, shownRange } from './range'

/** From and to of a number; left empty, there is no bound. Shares are shown in percent. */
export function RangeRow({
  label,
  range,
  isShare,
  onChange,
}: {
  readonly label: string
  readonly range: readonly [number, number] | undefined
  readonly isShare: boolean
  readonly onChange: (range: readonly [number, number] | undefined) => void
}) {
  const t = useTranslations('looks')
  const set = (end: 0 | 1, text: string): void => onChange(changeRange(range, end, text, isShare))
  const [from, to] = shownRange(range, isShare)
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1">
      <span className="text-second font-medium" dir="auto">
        {label}
      </span>
      <span className="flex items-center gap-2 text-second">
        <Bound
          label={t('from', { name: label })}
          placeholder={t('fromShort')}
          value={from}
          onSet={(text) => set(0, text)}
        />
        <span aria-hidden>–</span>
        <Bound label={t('to', { name: label })} placeholder={t('toShort')} value={to} onSet={(text) => set(1, text)} />
        {isShare ? <span>{t('percent')}</span> : null}
      </span>
    </div>
  )
}

function Bound({
  label,
  placeholder,
  value,
  onSet,
}: {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onSet: (text: string) => void
}) {
  // What is being typed; what is said from elsewhere takes its place.
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string }>()
  return (
    <span className="w-20">
      <TextInput
        aria-label={label}
        placeholder={placeholder}
        inputMode="decimal"
        className="text-end"
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
