'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { compareSurveys } from '../../../lib/practice/compareSurveys'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { RadarPicture } from './RadarPicture'
import { SurveyQuestions } from './SurveyQuestions'
import { SurveyMoves } from './SurveyMoves'
import { SurveySectors } from './SurveySectors'
import { SurveyTable } from './SurveyTable'
import { useDay } from './useDay'
import { useEarlierSurvey, useEarlierSurveys } from './useEarlierSurvey'

type SurveyOutcome = Extract<RoundOutcome, { kind: 'survey' }>

/** For "nothing to compare with", since options have values. */
const nothing = 'none'

/** How the answers to a set of questions spread: as a picture and a table, by sector, beside an earlier round, and in words. */
export function SurveyResult({
  round,
  result,
  onShow,
}: {
  readonly round: RoundAnswer
  readonly result: SurveyOutcome
  readonly onShow: () => void
}) {
  const t = useTranslations('surveys.result')
  const format = useFormatter()
  const day = useDay()
  const earlier = useEarlierSurveys(round)
  const [chosen, setChosen] = useState(nothing)
  const before = useEarlierSurvey(earlier.find(({ id }) => id === chosen))
  const { setup } = round
  const moves = useMemo(
    () => (setup.kind === 'survey' && before ? compareSurveys(before, { setup, outcome: result }) : []),
    [setup, before, result],
  )
  const shown = useMemo(() => {
    const names = new Map(setup.kind === 'survey' ? setup.groups.map(({ id, name }) => [id, name]) : [])
    return result.groups.map((group) => ({ ...group, name: names.get(group.id) ?? group.id }))
  }, [setup, result])
  const axes = useMemo(
    () =>
      shown.map(({ id, name, spread: { mean, least, most } }) => ({
        name,
        values: before === undefined ? [mean] : [mean, moves.find(({ group }) => group === id)?.before],
        range: least === undefined || most === undefined ? undefined : ([least, most] as const),
      })),
    [shown, before, moves],
  )
  if (setup.kind !== 'survey') return null
  const mean = (value: number | undefined): string =>
    value === undefined ? '–' : format.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const list = format.list(shown.map(({ name, spread }) => t('mean', { name, mean: mean(spread.mean) })))
  const isEmpty = shown.every(({ people }) => people === 0)
  if (isEmpty && result.said.length === 0) return <p className="text-body text-muted">{t('nobody')}</p>
  return (
    <div className="flex flex-col gap-5">
      {shown.length < 3 ? null : (
        <div className="flex flex-col gap-1">
          <RadarPicture axes={axes} label={t('radar', { list })} />
          {before === undefined ? null : (
            <p className="text-meta text-muted">{t('lines', { before: day(before.openedAt) })}</p>
          )}
        </div>
      )}
      <SurveyTable groups={shown} mean={mean} low={setup.low} high={setup.high} />
      {earlier.length === 0 ? null : (
        <Field label={t('compare')}>
          {(control) => (
            <Select
              {...control}
              value={chosen}
              onChange={setChosen}
              options={[
                { value: nothing, label: t('noCompare') },
                ...earlier.map(({ id, openedAt }) => ({ value: id, label: day(openedAt) })),
              ]}
            />
          )}
        </Field>
      )}
      {before === undefined ? null : (
        <SurveyMoves moves={moves} before={day(before.openedAt)} after={day(round.openedAt)} mean={mean} />
      )}
      {result.sectors.length === 0 ? null : <SurveySectors setup={setup} result={result} mean={mean} />}
      <SurveyQuestions setup={setup} result={result} onShow={onShow} />
    </div>
  )
}
