'use client'
import { useFormatter, useTranslations } from 'next-intl'
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
import { toast } from '../../ui/toast'
import { useTargetName } from '../answers/useTargetName'

type PointOutcome = Extract<RoundOutcome, { kind: 'point' }>

/** Where people put it, and the middle of the group; of stakeholders whoever runs the meeting takes the middles over. */
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
  const { setup } = round
  if (setup.kind !== 'point') return null
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        {result.rows.map(({ target, across, up, points }) => (
          <li key={target} className="flex flex-col gap-1.5">
            <span className="text-body font-medium break-words" dir="auto">
              {name(target)}
            </span>
            <span className="text-meta text-muted" dir="auto">
              {t('axisUp', { name: setup.up.name })}
            </span>
            <span
              aria-hidden
              className="relative aspect-square w-full rounded-button border border-node-border bg-canvas"
            >
              {points.map(({ at, by }, index) => (
                <span
                  key={by?.id ?? index}
                  style={{ left: `${at[0] * 100}%`, bottom: `${at[1] * 100}%` }}
                  className="absolute size-3 -translate-x-1/2 translate-y-1/2 rounded-full bg-accent opacity-50"
                />
              ))}
              {across.median === undefined || up.median === undefined ? null : (
                <span
                  style={{ left: `${across.median * 100}%`, bottom: `${up.median * 100}%` }}
                  className="absolute size-5 -translate-x-1/2 translate-y-1/2 rounded-full border-3 border-ink"
                />
              )}
            </span>
            <span className="self-end text-meta text-muted" dir="auto">
              {t('axisAcross', { name: setup.across.name })}
            </span>
            <span className="text-second text-muted">
              {across.median === undefined || up.median === undefined
                ? t('nobody')
                : t('middle', {
                    across: setup.across.name,
                    acrossValue: percent(across.median),
                    acrossFrom: percent(across.least ?? 0),
                    acrossTo: percent(across.most ?? 0),
                    up: setup.up.name,
                    upValue: percent(up.median),
                    upFrom: percent(up.least ?? 0),
                    upTo: percent(up.most ?? 0),
                  })}
            </span>
          </li>
        ))}
      </ul>
      {setup.fields === 'power-interest' ? <TakeOver result={result} onShow={onShow} /> : null}
    </div>
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
