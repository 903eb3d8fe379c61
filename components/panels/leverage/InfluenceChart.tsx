'use client'
import { useTranslations } from 'next-intl'
import { memo, startTransition, useCallback, useMemo, useState, type KeyboardEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useMedia } from '../../hooks/useMedia'
import { useSelection } from '../../hooks/useMap'
import { SegmentedControl } from '../../ui/SegmentedControl'
import {
  chartMetrics,
  groupPoints,
  layoutChart,
  type ChartLayout,
  type ChartPoint,
  type PlacedPoint,
} from './chartLayout'
import { FieldLists } from './FieldLists'
import type { LeverageSource } from './leverageTable'
import type { LeverageWords } from './useLeverageWords'
import { useVariableActs, type VariableActs } from './useVariableActs'
import { useWidth } from './useWidth'

const ways = ['indirect', 'direct'] as const

/** Each variable by how much acts on it and how much it acts: MICMAC's chart with its four fields. */
export function InfluenceChart({
  source,
  words,
  onShow,
}: {
  readonly source: LeverageSource
  readonly words: LeverageWords
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('leverage')
  const acts = useVariableActs(onShow)
  const [way, setWay] = useState<(typeof ways)[number]>('indirect')
  const [box, width] = useWidth()
  const { measures, elements } = source
  const points = useMemo(
    () => (measures === undefined ? [] : groupPoints(measures.variables, measures.micmac[way])),
    [measures, way],
  )
  const { nameOf, nameAll } = useMemo(() => {
    const label = (id: ElementId): string => elements.get(id)?.label ?? ''
    return {
      nameOf: ({ ids: [first] }: ChartPoint): string => (first === undefined ? '' : label(first)),
      nameAll: ({ ids }: ChartPoint): string => ids.slice(0, 8).map(label).join(', ') + (ids.length > 8 ? ' …' : ''),
    }
  }, [elements])
  const layout = useMemo(
    () => layoutChart(points, { width, height: Math.min(400, Math.round(width * 0.95)) }, nameOf),
    [points, width, nameOf],
  )
  const told = useCallback(
    (point: ChartPoint): string =>
      t('chart.point', {
        names: nameAll(point),
        field: t(`fields.${point.field}`),
        influence: words.number(point.influence),
        dependence: words.number(point.dependence),
      }),
    [t, words, nameAll],
  )

  return (
    <div className={onShow === undefined ? 'min-h-0 flex-1 overflow-y-auto px-4 pb-4' : 'px-4 pb-4'}>
      <SegmentedControl
        label={t('chart.count')}
        value={way}
        onChange={(next) => startTransition(() => setWay(next))}
        segments={ways.map((value) => ({ value, label: t(`chart.${value}`) }))}
      />
      <p className="py-2 text-meta text-muted">
        {way === 'direct' || measures === undefined
          ? t('chart.directWay')
          : measures.micmac.way.kind === 'powers'
            ? t('chart.powers', { power: measures.micmac.way.power })
            : t('chart.damped')}{' '}
        {t('chart.means')}
      </p>
      <div ref={box}>
        {width === 0 || points.length === 0 ? null : (
          <Plot layout={layout} width={width} told={told} nameOf={nameOf} acts={acts} />
        )}
      </div>
      {measures === undefined ? null : (
        <FieldLists
          variables={measures.variables}
          fields={measures.micmac[way].fields}
          elements={elements}
          acts={acts}
        />
      )}
    </div>
  )
}

interface PlotProps {
  readonly layout: ChartLayout
  readonly width: number
  readonly told: (point: ChartPoint) => string
  readonly nameOf: (point: ChartPoint) => string
  readonly acts: VariableActs
}

function Plot({ layout, width, told, nameOf, acts }: PlotProps) {
  const t = useTranslations('leverage')
  const { elements } = useSelection()
  const isTouch = useMedia('(pointer: coarse)')
  const selected = useMemo(() => new Set(elements), [elements])
  const [current, setCurrent] = useState(0)
  const [lit, setLit] = useState<number>()
  const { points, plot, means } = layout
  const bottom = plot.y + plot.height
  const end = plot.x + plot.width
  const look = useCallback(
    (index: number | undefined, byKey = false): void => {
      setLit(index)
      if (index !== undefined && byKey) setCurrent(index)
      acts.light(index === undefined ? [] : (points[index]?.ids ?? []))
    },
    [acts, points],
  )
  const litPoint = lit === undefined ? undefined : points[lit]
  const goBy = (event: KeyboardEvent<SVGElement>): void => {
    const next = nextIndex(event.key, current, points.length)
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    event.currentTarget.querySelectorAll<SVGElement>('[data-point]')[next]?.focus()
  }
  return (
    <>
      <svg
        role="group"
        aria-label={t('chart.label')}
        width={width}
        height={bottom + chartMetrics.bottom}
        className="block overflow-visible select-none"
        onPointerLeave={() => look(undefined)}
        onKeyDown={goBy}
      >
        <g aria-hidden>
          <rect {...plot} className="fill-canvas stroke-hairline" />
          <path
            d={`M${means.x} ${plot.y}V${bottom}M${plot.x} ${means.y}H${end}`}
            strokeDasharray="4 3"
            className="fill-none stroke-quiet-border"
          />
          {/* Outside, where no point lies on them. */}
          <FieldName x={plot.x} y={plot.y - 14} anchor="start" text={t('fields.driving')} />
          <FieldName x={end} y={plot.y - 14} anchor="end" text={t('fields.relay')} />
          <FieldName x={plot.x} y={bottom + 18} anchor="start" text={t('fields.autonomous')} />
          <FieldName x={end} y={bottom + 18} anchor="end" text={t('fields.dependent')} />
          <text x={plot.x + plot.width / 2} y={bottom + 18} textAnchor="middle" className="fill-muted text-meta">
            {t('chart.dependence')} →
          </text>
          <text
            transform={`translate(14 ${plot.y + plot.height / 2}) rotate(-90)`}
            textAnchor="middle"
            className="fill-muted text-meta"
          >
            {t('chart.influence')} →
          </text>
        </g>
        <Points
          points={points}
          current={current}
          selected={selected}
          told={told}
          onLook={look}
          onChoose={acts.choose}
        />
        <g aria-hidden className="pointer-events-none">
          {points.map(({ ids, label }, index) =>
            label === undefined || (litPoint !== undefined && index !== lit) ? null : (
              <text
                key={ids[0]}
                x={label.x}
                y={label.y}
                textAnchor={label.end ? 'end' : 'start'}
                fontSize={chartMetrics.label.size}
                className="fill-ink stroke-canvas stroke-3 [paint-order:stroke]"
              >
                {label.text}
              </text>
            ),
          )}
          {litPoint === undefined || litPoint.label !== undefined ? null : (
            <text
              x={Math.min(Math.max(litPoint.x, plot.x + 70), end - 70)}
              y={litPoint.y < plot.y + 24 ? litPoint.y + 24 : litPoint.y - 12}
              textAnchor="middle"
              fontSize={chartMetrics.label.size}
              className="fill-ink stroke-canvas font-medium stroke-3 [paint-order:stroke]"
            >
              {nameOf(litPoint)}
              {litPoint.ids.length > 1 ? ` +${litPoint.ids.length - 1}` : null}
            </text>
          )}
        </g>
      </svg>
      {/* As high with words as without, so that nothing jumps under the pointer. */}
      <p className="line-clamp-2 h-9 pt-1 text-meta text-muted">
        {litPoint === undefined ? t('chart.hint', { hand: isTouch ? 'touch' : 'mouse' }) : told(litPoint)}
      </p>
    </>
  )
}

interface PointsProps {
  readonly points: readonly PlacedPoint[]
  /** The one that the Tab key comes to. */
  readonly current: number
  readonly selected: ReadonlySet<ElementId>
  readonly told: (point: ChartPoint) => string
  readonly onLook: (index: number | undefined, byKey?: boolean) => void
  readonly onChoose: (ids: readonly ElementId[]) => void
}

/** Apart from the labels, so that a thousand points are not drawn again when one is pointed at. */
const Points = memo(function Points({ points, current, selected, told, onLook, onChoose }: PointsProps) {
  return points.map((point, index) => {
    const { ids, x, y, radius } = point
    const isOn = ids.some((id) => selected.has(id))
    return (
      <g
        key={ids[0]}
        data-point
        role="button"
        tabIndex={index === Math.min(current, points.length - 1) ? 0 : -1}
        aria-label={told(point)}
        aria-pressed={isOn}
        className="group outline-none"
        onPointerEnter={() => onLook(index)}
        onFocus={() => onLook(index, true)}
        onBlur={() => onLook(undefined)}
        onClick={() => onChoose(ids)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onChoose(ids)
        }}
      >
        {/* Larger than what is seen: easier to hit, and the ring of the focus. */}
        <circle
          cx={x}
          cy={y}
          r={Math.max(9, radius + 4)}
          className="fill-transparent stroke-2 group-focus-visible:stroke-accent"
        />
        <circle
          cx={x}
          cy={y}
          r={radius}
          strokeWidth={1.5}
          className={
            isOn
              ? 'fill-accent stroke-panel'
              : ids.length > 1
                ? 'fill-muted stroke-canvas group-hover:fill-accent'
                : 'fill-node-border stroke-canvas group-hover:fill-accent'
          }
        />
      </g>
    )
  })
})

function FieldName({
  x,
  y,
  anchor,
  text,
}: {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
}) {
  return (
    <text x={x} y={y} textAnchor={anchor} className="fill-ink text-meta font-medium">
      {text}
    </text>
  )
}

/** Arrows go from point to point, the most influential first. */
function nextIndex(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, current + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, current - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
