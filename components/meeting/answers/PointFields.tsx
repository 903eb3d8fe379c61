'use client'
import { useTranslations } from 'next-intl'
import { useState, type PointerEvent } from 'react'
import type { PointAnswer } from '../../../lib/practice/point'
import type { RoundSetup } from '../../../lib/practice/round'
import { askedAbout } from '../../../lib/practice/scale'
import type { AnswerFieldsProps } from './answerFields'
import { useTargetName } from './useTargetName'

type PointSetup = Extract<RoundSetup, { kind: 'point' }>

const clamp = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100

/** A place on the field for the chosen target: by a press on the field, or by two sliders. */
export function PointFields({
  round,
  setup,
  value,
  onChange,
}: AnswerFieldsProps<PointAnswer> & { readonly setup: PointSetup }) {
  const t = useTranslations('rounds.point')
  const name = useTargetName(round)
  const asked = askedAbout(setup.targets)
  const [at, setAt] = useState(0)
  const points = value?.points ?? {}
  const target = asked[at] ?? ''
  const place = points[target]
  const put = (across: number, up: number): void =>
    onChange({ points: { ...points, [target]: [clamp(across), clamp(up)] } })
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    put((event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height)
  }
  return (
    <div className="flex flex-col gap-4">
      {asked.length < 2 ? null : (
        <ul className="flex flex-wrap gap-1.5">
          {asked.map((one, index) => (
            <li key={one}>
              <button
                type="button"
                aria-pressed={index === at}
                onClick={() => setAt(index)}
                className="min-h-8 rounded-full border border-node-border px-3 text-second aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:font-medium pointer-coarse:min-h-11"
              >
                <span dir="auto">{name(one)}</span>
                {points[one] === undefined ? null : <span className="ps-1.5 text-ok">✓</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex w-full max-w-80 flex-col gap-1 self-center">
        <span className="text-meta text-muted" dir="auto">
          {t('axisUp', { name: setup.up.name })}
        </span>
        <div
          className="relative aspect-square w-full touch-none rounded-button border border-node-border bg-canvas"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            press(event)
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) press(event)
          }}
        >
          <span aria-hidden className="absolute inset-x-0 top-1/2 border-t border-dashed border-quiet-border" />
          <span aria-hidden className="absolute inset-y-0 left-1/2 border-s border-dashed border-quiet-border" />
          {asked.map((one) => {
            const there = points[one]
            if (there === undefined) return null
            return (
              <span
                key={one}
                aria-hidden
                style={{ left: `${there[0] * 100}%`, bottom: `${there[1] * 100}%` }}
                className={`absolute size-4 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-panel ${one === target ? 'bg-accent' : 'bg-node-border'}`}
              />
            )
          })}
        </div>
        <span className="self-end text-meta text-muted" dir="auto">
          {t('axisAcross', { name: setup.across.name })}
        </span>
      </div>
      {(['across', 'up'] as const).map((axis) => (
        <label key={axis} className="flex items-center gap-3 text-second">
          <span className="w-28 shrink-0 truncate" dir="auto">
            {setup[axis].name}
          </span>
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            aria-label={t('slider', { axis: setup[axis].name, name: name(target) })}
            value={Math.round((place?.[axis === 'across' ? 0 : 1] ?? 0.5) * 100)}
            onChange={(event) => {
              const share = Number(event.target.value) / 100
              const [across, up] = place ?? [0.5, 0.5]
              put(axis === 'across' ? share : across, axis === 'up' ? share : up)
            }}
            className="min-w-0 flex-1 accent-[var(--color-accent)] pointer-coarse:h-11"
          />
        </label>
      ))}
    </div>
  )
}
