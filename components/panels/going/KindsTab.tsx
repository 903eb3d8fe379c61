'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { challengeVerdicts } from '../../../lib/practice/challenge'
import { isLinkable } from '../../../lib/model/element'
import type { RoundHead } from '../../../lib/protocol/round'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useRoundRights, useRounds } from '../../hooks/useRounds'
import { useSoleTarget } from '../../meeting/answers/useSoleTarget'
import { ChallengeAdvice } from '../../meeting/results/ChallengeAdvice'
import { Button } from '../../ui/Button'
import { ElementRows } from './ElementRows'
import { useGoing } from './useGoing'
import { useOnMap } from './useOnMap'

/** What kind of challenge the group sees in each element, what helps with each kind, and what is not judged yet. */
export function KindsTab({ onShow }: { readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('going.kinds')
  const tPanel = useTranslations('going.panel')
  const tChallenge = useTranslations('rounds.challenge')
  const format = useFormatter()
  const { said } = useGoing()
  const elements = useView((view) => view.elements)
  const onMap = useOnMap(onShow)
  const latest = [...elements.values()].flatMap((element) => {
    const last = said.get(element.id)?.challenges.at(-1)
    return last === undefined ? [] : [{ id: element.id, ...last }]
  })
  const judged = new Set<string>(latest.map(({ id }) => id))
  const never = [...elements.values()].filter((element) => isLinkable(element) && !judged.has(element.id))
  return (
    <>
      <p className="text-second text-muted">{t('intro')}</p>
      <OpenRounds />
      {latest.length === 0 ? <p className="text-body text-muted">{t('none')}</p> : null}
      {challengeVerdicts.map((verdict) => {
        const rows = latest.filter((one) => one.verdict === verdict)
        if (verdict === 'none' || rows.length === 0) return null
        return (
          <section key={verdict} className="flex flex-col gap-1.5">
            <h3 className="text-second font-semibold">
              {tPanel('count', { name: tChallenge('verdict', { verdict }), count: rows.length })}
            </h3>
            <ElementRows
              label={tChallenge('verdict', { verdict })}
              rows={rows.map(({ id, at, people }) => ({
                id,
                below: t('row', { day: format.dateTime(at, { dateStyle: 'medium' }), people }),
              }))}
              onChoose={onMap.choose}
            />
            <ChallengeAdvice verdict={verdict} />
          </section>
        )
      })}
      {never.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer text-second font-semibold text-muted">
            {tPanel('count', { name: t('never'), count: never.length })}
          </summary>
          <ElementRows label={t('never')} rows={never.map(({ id }) => ({ id }))} onChoose={onMap.choose} />
        </details>
      )}
      {elements.size === 0 ? null : (
        <Button size="small" className="self-start" onClick={() => onMap.colourBy('challenge')}>
          {tPanel('colour')}
        </Button>
      )}
    </>
  )
}

/** What is asked now and can be answered. */
function OpenRounds() {
  const t = useTranslations('going.kinds')
  const workspace = useWorkspace()
  const { mayAnswer, mayRun } = useRoundRights()
  const open = useRounds().filter(
    (round) => round.state === 'open' && round.setup.kind === 'challenge' && (mayRun || mayAnswer(round)),
  )
  if (open.length === 0) return null
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-second font-semibold">{t('open')}</h3>
      <ul className="flex flex-col gap-1.5">
        {open.map((round) => (
          <OpenRound key={round.id} round={round} onAnswer={() => workspace.openRound(round.id)} />
        ))}
      </ul>
    </section>
  )
}

function OpenRound({ round, onAnswer }: { readonly round: RoundHead; readonly onAnswer: () => void }) {
  const t = useTranslations('going.kinds')
  const about = useSoleTarget(round)
  return (
    <li className="flex items-center gap-2">
      <span className="min-w-0 flex-1 text-body break-words" dir="auto">
        {about ?? round.setup.question}
      </span>
      <Button size="small" onClick={onAnswer}>
        {t('answer')}
      </Button>
    </li>
  )
}
