'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState, type PointerEvent } from 'react'
import type { PointAnswer } from '../../../lib/practice/point'
import type { RoundSetup } from '../../../lib/practice/round'
import { askedAbout } from '../../../lib/practice/scale'
import { IconButton } from '../../ui/IconButton'
import { PointGrid } from '../PointGrid'
import type { AnswerFieldsProps } from './answerFields'
import { findGrasped, findNextUnplaced } from './pointPlacing'
import { useTargetName } from './useTargetName'

type PointSetup = Extract<RoundSetup, { kind: 'point' }>

const clamp = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100

/**
 * A place on the field for each target in turn: by a press on the field, which goes on to the next that has none, or by
 * two sliders. What is there already is dragged on from where it stands.
 */
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
  /** What the finger holds, and whether it had no place before. */
  const held = useRef<{ readonly target: string; readonly isNew: boolean }>(undefined)
  const points = value?.points ?? {}
  const target = asked[at] ?? ''
  const place = points[target]
  const count = asked.filter((one) => points[one] !== undefined).length
  const put = (whose: string, across: number, up: number): void =>
    onChange({ points: { ...points, [whose]: [clamp(across), clamp(up)] } })
  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      across: (event.clientX - box.left) / box.width,
      up: 1 - (event.clientY - box.top) / box.height,
      pixels: box.width,
    }
  }
  const grasp = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const { across, up, pixels } = placeOf(event)
    const whose = findGrasped(points, [across, up], pixels) ?? target
    held.current = { target: whose, isNew: points[whose] === undefined }
    setAt(Math.max(0, asked.indexOf(whose)))
    if (held.current.isNew || whose === target) put(whose, across, up)
  }
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (held.current === undefined) return
    const { across, up } = placeOf(event)
    put(held.current.target, across, up)
  }
  const letGo = (): void => {
    if (held.current?.isNew === true) setAt(findNextUnplaced(asked, points, at))
    held.current = undefined
  }
  const go = (by: number): void => setAt((at + by + asked.length) % asked.length)
  return (
    <div className="flex flex-col gap-3">
      {asked.length < 2 ? null : (
        <div className="flex flex-col gap-1">
          <div className="flex items-center gap-1">
            <IconButton label={t('previous')} onClick={() => go(-1)}>
              <ChevronLeft size={16} aria-hidden className="rtl:-scale-x-100" />
            </IconButton>
            <span
              className="min-w-0 flex-1 text-center text-body font-semibold break-words"
              dir="auto"
              aria-live="polite"
            >
              {name(target)}
            </span>
            <IconButton label={t('next')} onClick={() => go(1)}>
              <ChevronRight size={16} aria-hidden className="rtl:-scale-x-100" />
            </IconButton>
          </div>
          <p className="text-center text-second text-muted">{t('count', { count, all: asked.length })}</p>
        </div>
      )}
      <PointGrid
        setup={setup}
        className="max-w-80"
        onPointerDown={grasp}
        onPointerMove={drag}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        {asked.map((one) => {
          const there = points[one]
          if (there === undefined) return null
          return (
            <PointDot key={one} at={there} isChosen={one === target} name={asked.length < 2 ? undefined : name(one)} />
          )
        })}
      </PointGrid>
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
              put(target, axis === 'across' ? share : across, axis === 'up' ? share : up)
            }}
            className="min-w-0 flex-1 accent-[var(--color-accent)] pointer-coarse:h-11"
          />
        </label>
      ))}
      {asked.length < 2 ? null : (
        <ul className="flex flex-wrap gap-1.5">
          {asked.map((one, index) => (
            <li key={one} className="min-w-0">
              <button
                type="button"
                aria-pressed={index === at}
                onClick={() => setAt(index)}
                className="min-h-8 max-w-full rounded-full border border-node-border px-3 text-start text-second break-words aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:font-medium pointer-coarse:min-h-11"
              >
                <span dir="auto">{name(one)}</span>
                {points[one] === undefined ? null : (
                  <span className="ps-1.5 text-ok">
                    <span aria-hidden>✓</span>
                    <span className="sr-only">{t('placed')}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** One that has its place; the chosen one says its name, to the side where there is room. */
function PointDot({
  at: [across, up],
  isChosen,
  name,
}: {
  readonly at: readonly [number, number]
  readonly isChosen: boolean
  readonly name: string | undefined
}) {
  return (
    <span
      aria-hidden
      title={name}
      style={{ left: `${across * 100}%`, bottom: `${up * 100}%` }}
      className={`pointer-events-none absolute size-4 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-panel ${isChosen ? 'z-10 bg-accent' : 'bg-node-border'}`}
    >
      {!isChosen || name === undefined ? null : (
        <span
          dir="auto"
          className={`absolute top-1/2 max-w-36 -translate-y-1/2 truncate rounded bg-panel px-1 text-meta font-medium whitespace-nowrap text-ink ${across > 0.5 ? 'right-full me-1' : 'left-full ms-1'}`}
        >
          {name}
        </span>
      )}
    </span>
  )
}
