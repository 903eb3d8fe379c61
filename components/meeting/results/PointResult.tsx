'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { setRows } from '../../../lib/commands/setRows'
import type { RoundOutcome } from '../../../lib/practice/round'
import { takeMiddles } from '../../../lib/practice/takeMiddles'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRoundRights } from '../../hooks/useRounds'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { toast } from '../../ui/toast'
import { PointGrid } from '../PointGrid'
import { useTargetName } from '../answers/useTargetName'

type PointOutcome = Extract<RoundOutcome, { kind: 'point' }>
type PointRow = PointOutcome['rows'][number]

/**
 * The middles of the group on one field, by number; of the one that is chosen every answer besides, and how far they lie
 * apart. Of stakeholders whoever runs the meeting takes the middles over.
 */
export function PointResult({
  round,
  result,
  onShow,
}: {
  readonly round: RoundAnswer
  readonly result: PointOutcome
  readonly onShow: () => void
}) {
  const t = useTranslations('rounds.point')
  const format = useFormatter()
  const name = useTargetName(round)
  const placed = result.rows.filter(({ across, up }) => across.median !== undefined && up.median !== undefined)
  const [asked, setChosen] = useState<string>()
  const chosen = placed.find(({ target }) => target === asked) ?? (placed.length === 1 ? placed[0] : undefined)
  const { setup } = round
  if (setup.kind !== 'point') return null
  const percent = (share = 0): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const sayAxis = (axis: string, { median, least, most }: PointRow['across']): string =>
    t(least === most ? 'same' : 'spread', {
      axis,
      value: percent(median),
      from: percent(least),
      to: percent(most),
    })
  const nobody = result.rows.filter((row) => !placed.includes(row)).map(({ target }) => name(target))
  return (
    <div className="flex flex-col gap-4">
      <PointGrid setup={setup} className="max-w-96" aria-hidden>
        {chosen === undefined ? null : <Answers row={chosen} />}
        {placed.map((row, index) => (
          <span
            key={row.target}
            style={{ left: `${(row.across.median ?? 0) * 100}%`, bottom: `${(row.up.median ?? 0) * 100}%` }}
            className={classes(
              'absolute flex size-6 -translate-x-1/2 translate-y-1/2 items-center justify-center rounded-full border-2 border-ink text-meta font-semibold tabular-nums',
              row === chosen ? 'z-10 bg-ink text-panel' : 'bg-panel text-ink',
              chosen !== undefined && row !== chosen ? 'opacity-40' : undefined,
            )}
          >
            {placed.length === 1 ? '' : index + 1}
          </span>
        ))}
      </PointGrid>
      <ol className="flex flex-col">
        {placed.map((row, index) => (
          <li key={row.target}>
            <button
              type="button"
              aria-pressed={row === chosen}
              disabled={placed.length === 1}
              onClick={() => setChosen(row === chosen ? undefined : row.target)}
              className="flex min-h-11 w-full items-baseline gap-2 rounded-button px-1 py-1.5 text-start enabled:hover:bg-hover enabled:aria-pressed:bg-accent-tint"
            >
              {placed.length === 1 ? null : (
                <span className="w-6 shrink-0 text-end text-second font-semibold tabular-nums">{index + 1}</span>
              )}
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="text-body font-medium break-words" dir="auto">
                  {name(row.target)}
                </span>
                <span className="text-second text-muted">
                  {sayAxis(setup.across.name, row.across)}
                  {' · '}
                  {sayAxis(setup.up.name, row.up)}
                </span>
                {row !== chosen || row.points.every(({ by }) => by === undefined) ? null : (
                  <span className="text-second text-muted" dir="auto">
                    {format.list(row.points.flatMap(({ by }) => (by === undefined ? [] : [by.name])))}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {nobody.length === 0 ? null : (
        <p className="text-second text-muted">{t('nobody', { names: format.list(nobody), count: nobody.length })}</p>
      )}
      {setup.fields === 'power-interest' ? <TakeOver result={result} onShow={onShow} /> : null}
    </div>
  )
}

/** Every answer about one, and the lines from the least to the most of either axis. */
function Answers({ row: { across, up, points } }: { readonly row: PointRow }) {
  const [x, y] = [across.median ?? 0, up.median ?? 0]
  return (
    <>
      <span
        style={{
          left: `${(across.least ?? x) * 100}%`,
          width: `${((across.most ?? x) - (across.least ?? x)) * 100}%`,
          bottom: `${y * 100}%`,
        }}
        className="absolute border-t-2 border-accent"
      />
      <span
        style={{
          bottom: `${(up.least ?? y) * 100}%`,
          height: `${((up.most ?? y) - (up.least ?? y)) * 100}%`,
          left: `${x * 100}%`,
        }}
        className="absolute border-s-2 border-accent"
      />
      {points.map(({ at, by }, index) => (
        <span
          key={by?.id ?? index}
          style={{ left: `${at[0] * 100}%`, bottom: `${at[1] * 100}%` }}
          className="absolute size-3 -translate-x-1/2 translate-y-1/2 rounded-full bg-accent opacity-60"
        />
      ))}
    </>
  )
}

/** Has the middles of the group become the power and interest of the stakeholders. */
function TakeOver({ result, onShow }: { readonly result: PointOutcome; readonly onShow: () => void }) {
  const t = useTranslations('rounds.point')
  const workspace = useWorkspace()
  const run = useRun()
  const { mayRun } = useRoundRights()
  const mayTake = useMayEdit() && mayRun
  const elements = useView((view) => view.elements)
  const rows = takeMiddles(result, elements)
  if (!mayTake || rows.length === 0) return null
  const take = (): void => {
    if (!run(setRows, { rows, at: { x: 0, y: 0 } }).ok) return
    onShow()
    workspace.showView('grid')
    toast.success(t('taken', { count: rows.length }))
  }
  return (
    <div className="flex flex-col gap-2">
      <Button variant="primary" onClick={take} wide>
        {t('take', { count: rows.length })}
      </Button>
      <p className="text-meta text-muted">{t('takeHint')}</p>
    </div>
  )
}
