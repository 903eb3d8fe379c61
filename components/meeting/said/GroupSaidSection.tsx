'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { challengeTypes } from '../../../lib/practice/challenge'
import type { DatedChallenge, DatedPulse } from '../../../lib/practice/groupSaid'
import { Section } from '../../panels/inspector/PanelFrame'
import { ShareBar } from '../results/ShareBar'
import { VerdictChip } from '../results/VerdictChip'
import { challengeTones } from '../results/challengeLook'
import { PulseTrend } from './PulseTrend'
import { useGroupSaid } from './useGroupSaid'

/** What the group said of one element in its rounds, with the dates; nothing where it was not asked about. */
export function GroupSaidSection({ element }: { readonly element: string }) {
  const t = useTranslations('rounds.said')
  const said = useGroupSaid(element)
  if (said === undefined) return null
  const latest = said.challenges.at(-1)
  return (
    <Section title={t('title')}>
      {latest === undefined ? null : <LatestChallenge latest={latest} before={said.challenges.slice(0, -1)} />}
      {said.pulses.length === 0 ? null : <Pulses pulses={said.pulses} />}
    </Section>
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

function Pulses({ pulses }: { readonly pulses: readonly DatedPulse[] }) {
  const t = useTranslations('rounds.said')
  const notes = pulses.at(-1)?.notes ?? []
  return (
    <div className="flex flex-col gap-1.5">
      <h4 className="text-second font-medium">{t('pulse')}</h4>
      <PulseTrend pulses={pulses} />
      {notes.length === 0 ? null : (
        <ul aria-label={t('notes')} className="flex flex-col gap-1.5">
          {notes.map(({ text }, index) => (
            <li key={index} className="rounded-button bg-canvas px-2.5 py-1.5 text-second break-words" dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
