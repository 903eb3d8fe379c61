'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { systemRandom } from '../../../lib/base/random'
import { bringTogether, countTogether } from '../../../lib/breakout/bringTogether'
import { reviewBreakouts } from '../../../lib/breakout/reviewBreakouts'
import type { BreakoutMaps, Decisions } from '../../../lib/breakout/reviewRow'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useSeat } from '../../hooks/useRounds'
import { useUndoActions } from '../../hooks/useUndo'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Spinner } from '../../ui/Spinner'
import { toast } from '../../ui/toast'
import { breakoutsApi } from './breakoutsApi'
import { TogetherRow } from './TogetherRow'
import { inSection, reviewSections, takeAllNew, takeSuggested } from './togetherRows'

/** Everything in which the groups' maps differ from this one, to decide on; done in one step. */
export function TogetherDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('breakouts.together')
  const { maps, problem } = useMaps()
  return maps === undefined ? (
    <Dialog open onOpenChange={onClose} title={t('title')} size="large">
      {problem === undefined ? (
        <p className="flex items-center gap-2 py-6 text-body text-muted">
          <Spinner size={18} />
          {t('loading')}
        </p>
      ) : (
        <p role="alert" className="py-4 text-body text-danger">
          {problem}
        </p>
      )}
    </Dialog>
  ) : (
    <Review maps={maps} onClose={onClose} />
  )
}

const leftKinds = ['moved', 'loops', 'views', 'scenarios', 'practices', 'claims'] as const

function useMaps(): { readonly maps: BreakoutMaps | undefined; readonly problem: string | undefined } {
  const seat = useSeat()
  const say = useApiProblem()
  const [maps, setMaps] = useState<BreakoutMaps>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let isOver = false
    void breakoutsApi.maps(seat).then((found) => {
      if (isOver) return
      if (!found.ok) {
        setProblem(say(found.reason))
        return
      }
      const { before, groups } = found.value
      setMaps({
        before: fromWeftMap(before),
        groups: groups.map(({ map, ...group }) => ({ ...group, map: fromWeftMap(map) })),
      })
    })
    return () => {
      isOver = true
    }
  }, [seat, say])
  return { maps, problem }
}

function Review({ maps, onClose }: { readonly maps: BreakoutMaps; readonly onClose: () => void }) {
  const t = useTranslations('breakouts.together')
  const view = useView()
  const run = useRun()
  const mayEdit = useMayEdit()
  const { undo } = useUndoActions()
  const [decisions, setDecisions] = useState<Decisions>({})
  const { rows, leftThere } = useMemo(() => reviewBreakouts(view, maps, decisions), [view, maps, decisions])
  const counts = useMemo(
    () => countTogether(view, { ...maps, decisions }, { random: systemRandom, now: 0, author: undefined }),
    [view, maps, decisions],
  )
  const names = useMemo(() => new Map(maps.groups.map(({ id, name }) => [id, name])), [maps])
  const { undecided, cut, lost, ...made } = counts
  const changes = Object.values(made).reduce((sum, count) => sum + count, 0)
  const bring = (): void => {
    const done = run(bringTogether, { ...maps, decisions })
    if (!done.ok) {
      if (done.reason.code === 'nothing-to-do') toast(t('nothing'))
      return
    }
    onClose()
    toast.success(t('done', made), { action: { label: t('undo'), onClick: undo } })
  }
  const left = leftKinds.flatMap((kind) =>
    leftThere[kind] === 0 ? [] : [t(`left.${kind}`, { count: leftThere[kind] })],
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('title')}
      description={rows.length === 0 ? undefined : t('description', { count: rows.length })}
      footer={
        <>
          <p role="status" className="me-auto min-w-0 basis-full text-second text-muted sm:basis-0 sm:flex-1">
            {changes === 0 ? t('noneYet', { undecided }) : t('will', { ...made, undecided })}
            {cut === 0 ? '' : ` ${t('cut', { count: cut })}`}
            {lost === 0 ? '' : ` ${t('lost', { count: lost })}`}
          </p>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={changes === 0 || !mayEdit} onClick={bring}>
            {t('bring')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {rows.length === 0 ? (
          <p className="text-body">{t('same')}</p>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => setDecisions(takeSuggested(rows, decisions))}>
              {t('allSuggested')}
            </Button>
            <Button size="small" onClick={() => setDecisions(takeAllNew(rows, decisions))}>
              {t('allNew')}
            </Button>
            {Object.keys(decisions).length === 0 ? null : (
              <Button size="small" variant="quiet" onClick={() => setDecisions({})}>
                {t('clear')}
              </Button>
            )}
          </div>
        )}
        {reviewSections.map((section) => {
          const own = inSection(rows, section)
          return own.length === 0 ? null : (
            <section key={section} aria-labelledby={`together-${section}`} className="flex flex-col gap-1">
              <h3 id={`together-${section}`} className="flex items-baseline gap-2 text-body font-semibold">
                {t(`sections.${section}`)}
                <span className="text-second font-normal text-muted tabular-nums">{own.length}</span>
              </h3>
              <ul className="flex flex-col divide-y divide-hairline">
                {own.map((row) => (
                  <li key={row.key}>
                    <TogetherRow
                      row={row}
                      names={names}
                      decision={Object.hasOwn(decisions, row.key) ? decisions[row.key] : undefined}
                      onDecide={(word) => setDecisions({ ...decisions, [row.key]: word })}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        {left.length === 0 ? null : (
          <p className="text-second text-muted">{t('left.all', { list: left.join(', ') })}</p>
        )}
      </div>
    </Dialog>
  )
}
