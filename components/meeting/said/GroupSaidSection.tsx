'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { challengeTypes } from '../../../lib/practice/challenge'
import type { DatedChallenge } from '../../../lib/practice/groupSaid'
import type { ElementId } from '../../../lib/base/ids'
import { GoingSection } from '../../panels/going/GoingSection'
import { JudgeButton } from '../../panels/going/JudgeButton'
import { useGoing } from '../../panels/going/useGoing'
import { useOnMap } from '../../panels/going/useOnMap'
import { Section } from '../../panels/inspector/PanelFrame'
import { Button } from '../../ui/Button'
import { ShareBar } from '../results/ShareBar'
import { VerdictChip } from '../results/VerdictChip'
import { challengeTones } from '../results/challengeLook'

/** What kind of challenge the group sees in one element, and how it is going, with the dates. */
export function GroupSaidSection({ element }: { readonly element: ElementId }) {
  const t = useTranslations('rounds.said')
  const { said, lines } = useGoing(element)
  const { challenges = [], pulses = [] } = said.get(element) ?? {}
  const latest = challenges.at(-1)
  const { colourBy } = useOnMap(undefined)
  return (
    <>
      {latest === undefined ? null : (
        <Section title={t('title')} aside={<JudgeButton short element={element} />}>
          <LatestChallenge latest={latest} before={challenges.slice(0, -1)} />
          <Button size="small" variant="quiet" className="self-start" onClick={() => colourBy('challenge')}>
            {t('colour')}
          </Button>
        </Section>
      )}
      <GoingSection element={element} line={lines.get(element)} pulses={pulses} judging={latest === undefined} />
    </>
  )
}

function LatestChallenge({
  latest: { at, counts, verdict, people },
  before,
}: {
  readonly latest: DatedChallenge
  readonly before: readonly DatedChallenge[]
}) {
  const t = useTranslations('rounds.said')
  const tChallenge = useTranslations('rounds.challenge')
  const format = useFormatter()
  const day = (when: number): string => format.dateTime(when, { dateStyle: 'medium' })
  return (
    <div className="flex flex-col gap-1.5">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictChip verdict={verdict} isOne={people === 1} />
        <span className="text-meta text-muted">{t('when', { day: day(at), people })}</span>
      </span>
      <ShareBar
        parts={challengeTypes.map((type) => ({ key: type, count: counts[type], look: challengeTones[type] }))}
      />
      <span className="text-meta text-muted">
        {format.list(challengeTypes.map((type) => tChallenge('count', { type, count: counts[type] })))}
      </span>
      <p className="text-second">
        <strong className="font-medium">{tChallenge('helps')}</strong> {tChallenge(`advice.${verdict}.helps`)}
      </p>
      <p className="text-second">
        <strong className="font-medium">{tChallenge('mistake')}</strong> {tChallenge(`advice.${verdict}.mistake`)}
      </p>
      {before.length === 0 ? null : (
        <p className="text-meta text-muted">
          {t('before', {
            list: format.list(
              before
                .toReversed()
                .map((one) =>
                  t('earlier', { what: tChallenge('verdict', { verdict: one.verdict }), day: day(one.at) }),
                ),
            ),
          })}
        </p>
      )}
    </div>
  )
}
