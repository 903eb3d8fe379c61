'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ScenarioComparison, VariableChange } from '../../../../lib/analysis/scenario'
import type { ElementId } from '../../../../lib/base/ids'
import { useEditor, useWorkspace } from '../../../hooks/EditorProvider'
import { useView } from '../../../hooks/useMap'
import { Button } from '../../../ui/Button'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import { DifferenceBar } from './DifferenceBar'
import { arrowOf, chartRows, chartScale, isRanked, rowOrders, type ChartRow, type RowOrder } from './scenarioRows'
import { letterOf } from './ScenarioTag'
import { signedNumber } from './writeNumber'

/** One scenario that a chart shows. */
export interface ChartedScenario {
  readonly name: string
  readonly comparison: ScenarioComparison
  /** Of its letter and pattern; 0 if left out. */
  readonly place?: number
}

const firstShown = 12

/**
 * Where variables go: sign and rank first, the number last. One bar for each scenario, told by its
 * letter and pattern. It is a table, so that it is read out as what it shows.
 */
export function ResultChart({
  scenarios,
  caption,
}: {
  readonly scenarios: readonly ChartedScenario[]
  readonly caption: string
}) {
  const t = useTranslations('whatif.scenarios')
  const positions = useView((view) => view.positions)
  const [order, setOrder] = useState<RowOrder>('size')
  const [all, setAll] = useState(false)
  const { rows, still } = chartRows(
    scenarios.map(({ comparison }) => comparison),
    { order, view: { positions } },
  )
  const scale = chartScale(rows)
  const shown = all ? rows : rows.slice(0, firstShown)
  const isSingle = scenarios.length === 1
  return (
    <div className="flex flex-col gap-2">
      {rows.length < 4 ? null : (
        <SegmentedControl
          label={t('order')}
          value={order}
          onChange={setOrder}
          segments={rowOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
        />
      )}
      {rows.length === 0 ? null : (
        <table className="w-full table-fixed border-collapse text-second">
          <caption className="sr-only">{caption}</caption>
          <colgroup>
            <col className="w-8" />
            <col />
            <col className="w-[34%]" />
            <col className="w-19" />
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('rank')}</th>
              <th scope="col">{t('variable')}</th>
              <th scope="col">{t('bar')}</th>
              <th scope="col">{t('change')}</th>
            </tr>
          </thead>
          {shown.map((row, index) =>
            isSingle ? (
              <SingleRow key={row.variable} row={row} rank={index + 1} scale={scale} bySize={order === 'size'} />
            ) : (
              <GroupRows key={row.variable} row={row} scenarios={scenarios} scale={scale} />
            ),
          )}
        </table>
      )}
      {rows.length > shown.length ? (
        <Button variant="quiet" size="small" className="self-start" onClick={() => setAll(true)}>
          {t('more', { count: rows.length - shown.length })}
        </Button>
      ) : null}
      {still === 0 ? null : (
        <p className="text-meta text-muted">{t('still', { count: still, all: rows.length === 0 ? 'yes' : 'no' })}</p>
      )}
    </div>
  )
}

function SingleRow({
  row,
  rank,
  scale,
  bySize,
}: {
  readonly row: ChartRow
  readonly rank: number
  readonly scale: number
  readonly bySize: boolean
}) {
  const t = useTranslations('whatif.scenarios')
  const [change] = row.changes
  if (change === undefined) return null
  return (
    <tbody>
      <tr className="align-middle">
        <td className="text-meta text-muted tabular-nums">
          {bySize && isRanked(row) ? t('place', { place: rank }) : ''}
        </td>
        <th scope="row" className="py-1 pe-2 text-start font-normal">
          <VariableName id={row.variable} />
        </th>
        <td className="py-1">
          <DifferenceBar change={change} scale={scale} />
        </td>
        <td className="ps-2 text-end whitespace-nowrap">
          <Figure change={change} />
        </td>
      </tr>
    </tbody>
  )
}

function GroupRows({
  row,
  scenarios,
  scale,
}: {
  readonly row: ChartRow
  readonly scenarios: readonly ChartedScenario[]
  readonly scale: number
}) {
  const t = useTranslations('whatif.scenarios')
  return (
    <tbody className="border-b border-hairline">
      {row.changes.map((change, index) => {
        const { name = '', place = index } = scenarios[index] ?? {}
        return (
          <tr key={place} className="align-middle">
            <td className="text-meta font-semibold">
              <span aria-hidden>{letterOf(place)}</span>
              <span className="sr-only">{name}</span>
            </td>
            {index > 0 ? null : (
              <th
                scope="rowgroup"
                rowSpan={row.changes.length}
                className="py-1 pe-2 text-start align-middle font-normal"
              >
                <VariableName id={row.variable} />
              </th>
            )}
            <td className="py-0.75">
              {change === undefined ? null : <DifferenceBar change={change} scale={scale} place={place} />}
            </td>
            <td className="ps-2 text-end whitespace-nowrap">
              {change === undefined ? (
                <span className="text-meta text-muted">{t('held')}</span>
              ) : (
                <Figure change={change} />
              )}
            </td>
          </tr>
        )
      })}
    </tbody>
  )
}

/** Goes to the variable on the map. */
function VariableName({ id }: { readonly id: ElementId }) {
  const editor = useEditor()
  const workspace = useWorkspace()
  const label = useView((view) => view.elements.get(id)?.label ?? '')
  return (
    <button
      type="button"
      dir="auto"
      title={label}
      onClick={() => {
        editor.select({ elements: [id], links: [] })
        workspace.get().camera?.reveal?.([id])
      }}
      className="line-clamp-2 w-full rounded-button text-start leading-4.5 hover:underline pointer-coarse:min-h-11"
    >
      {label}
    </button>
  )
}

/** The sign first, whether it is what people want, and the number small. */
function Figure({ change }: { readonly change: VariableChange }) {
  const t = useTranslations('whatif.scenarios')
  const format = useFormatter()
  const { direction, difference, verdict } = change
  const tone = direction === 'rises' ? 'text-link-positive' : 'text-link-negative'
  return (
    <>
      {verdict === undefined ? null : (
        <span
          role="img"
          aria-label={t(`verdicts.${verdict}`)}
          title={t(`verdicts.${verdict}`)}
          className={verdict === 'met' ? 'text-ok' : 'text-danger'}
        >
          {verdict === 'met' ? '✓' : '✗'}{' '}
        </span>
      )}
      {direction === 'hardly-changes' ? (
        <span
          title={signedNumber(difference, format)}
          className="inline-block w-14 text-meta text-muted whitespace-normal"
        >
          {t(`directions.${direction}`)}
        </span>
      ) : (
        <>
          <span role="img" aria-label={t(`directions.${direction}`)} className={tone}>
            {arrowOf(direction)}
          </span>{' '}
          <span className="inline-block min-w-10 text-meta text-muted tabular-nums">
            {signedNumber(difference, format)}
          </span>
        </>
      )}
    </>
  )
}
