'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import {
  findCandidates,
  findCoalitionGaps,
  type Candidate,
  type Coalition,
  type CoalitionMember,
} from '../../../lib/analysis/coalition'
import type { ElementId } from '../../../lib/base/ids'
import type { CandidateReason } from '../../../lib/model/practice/coalition'
import { useSayDone } from '../../hooks/useSayDone'
import { Button } from '../../ui/Button'
import { ActorName } from '../network/ActorName'
import { PanelPart } from '../practices/PanelPart'
import { keepKeyboard } from './keepKeyboard'
import { SectorRows } from './SectorRows'
import { useCoalitionActs } from './useCoalitionActs'
import type { CoalitionGround } from './useCoalitions'
import type { CoalitionWords } from './useCoalitionWords'

const firstShown = 6

/** Which sectors are missing, whom to ask next and by whom, and what is left to settle. */
export function NextPart({
  coalition,
  members,
  ground,
  mayEdit,
  words,
  onShow,
  onRead,
}: {
  readonly coalition: Coalition
  readonly members: readonly CoalitionMember[]
  readonly ground: CoalitionGround
  readonly mayEdit: boolean
  readonly words: CoalitionWords
  readonly onShow: (id: ElementId) => void
  /** Opens a member's fields. */
  readonly onRead: (id: ElementId) => void
}) {
  const t = useTranslations('coalition')
  const { add } = useCoalitionActs()
  const sayDone = useSayDone('coalition')
  const gaps = useMemo(() => findCoalitionGaps(ground, members), [ground, members])
  const candidates = useMemo(() => findCandidates(ground, members), [ground, members])
  const why = members.length === 0 ? 'empty' : members.some(({ state }) => state === 'not-now') ? 'declined' : 'all'
  const [shown, setShown] = useState(firstShown)
  const ask = ({ id, askers, chain }: Candidate): void => {
    const askedBy = askers[0]?.id ?? chain[0]
    const done = add(coalition.id, [id], askedBy)
    if (done.ok) sayDone(t('ask.added', { name: words.nameOf(id) }))
  }
  return (
    <div className="pb-3">
      <PanelPart title={t('sectors.title')}>
        <SectorRows gaps={gaps} />
      </PanelPart>
      <PanelPart title={t('ask.title')}>
        <p className="text-meta text-muted">{t('ask.rule')}</p>
        {candidates.length === 0 ? <p className="text-second text-muted">{t('ask.none', { why })}</p> : null}
        <ol aria-label={t('ask.title')} className="-mx-2 flex flex-col">
          {candidates.slice(0, shown).map((candidate) => (
            <CandidateRow
              key={candidate.id}
              {...{ candidate, ground, words }}
              onShow={() => onShow(candidate.id)}
              onAsk={mayEdit ? () => ask(candidate) : undefined}
            />
          ))}
        </ol>
        {candidates.length > shown ? (
          <Button size="small" variant="quiet" className="self-start" onClick={() => setShown(shown + 4 * firstShown)}>
            {t('ask.more', { count: candidates.length - shown })}
          </Button>
        ) : null}
      </PanelPart>
      <PanelPart title={t('settle.title')}>
        {gaps.withoutAsker.length + gaps.askedFromOutside.length + gaps.withoutCommitment.length === 0 ? (
          <p className="text-second text-muted">{t('settle.none')}</p>
        ) : null}
        <Names title={t('settle.withoutAsker')} ids={gaps.withoutAsker} onChoose={onRead} />
        <Names title={t('settle.fromOutside')} ids={gaps.askedFromOutside} onChoose={onRead} />
        <Names title={t('settle.withoutCommitment')} ids={gaps.withoutCommitment} onChoose={onRead} />
      </PanelPart>
    </div>
  )
}

function CandidateRow({
  candidate,
  ground,
  words,
  onShow,
  onAsk,
}: {
  readonly candidate: Candidate
  readonly ground: CoalitionGround
  readonly words: CoalitionWords
  readonly onShow: () => void
  readonly onAsk: (() => void) | undefined
}) {
  const t = useTranslations('coalition.ask')
  const { id, points, reasons, askers, chain, holds } = candidate
  const sayReason: Readonly<Record<CandidateReason, () => string>> = {
    sector: () => t('sector', { sector: words.sectorOf(id) }),
    tied: () => t('tied', { count: askers.length }),
    power: () => t('power'),
    interest: () => t('interest'),
    holds: () => t('holds', { names: holds.map((held) => ground.elements.get(held)?.label ?? '').join(', ') }),
  }
  const asker = askers[0]?.id ?? chain[0]
  const name = words.nameOf(id)
  return (
    <li className="flex flex-col items-start gap-1.5 rounded-card py-1.5">
      <button
        type="button"
        onClick={onShow}
        className="flex min-h-11 w-full flex-col gap-0.5 rounded-button px-2 py-1 text-start hover:bg-hover"
      >
        <span className="flex w-full items-center gap-2">
          <span className="flex min-w-0 flex-1 font-medium">
            <ActorName id={id} />
          </span>
          <span className="shrink-0 text-meta text-muted">{t('points', { count: points })}</span>
        </span>
        <span className="text-second text-muted" dir="auto">
          {reasons.length === 0 ? t('noReason') : reasons.map((reason) => sayReason[reason]()).join(' · ')}
        </span>
        <span className="text-second" dir="auto">
          {askers.length > 0
            ? t('by', { names: words.namesOf(askers.slice(0, 3).map((one) => one.id)) })
            : chain.length > 0
              ? t('chain', { names: [...chain, id].map(words.nameOf).join(' → ') })
              : t('noWay')}
        </span>
      </button>
      {onAsk === undefined ? null : (
        <Button
          size="small"
          className="ms-2"
          aria-label={
            asker === undefined ? t('pressName', { name }) : t('pressByName', { name, asker: words.nameOf(asker) })
          }
          onClick={({ currentTarget }) => {
            keepKeyboard(currentTarget, 'button')
            onAsk()
          }}
        >
          {asker === undefined ? t('press') : t('pressBy', { asker: words.nameOf(asker) })}
        </Button>
      )}
    </li>
  )
}

function Names({
  title,
  ids,
  onChoose,
}: {
  readonly title: string
  readonly ids: readonly ElementId[]
  readonly onChoose: (id: ElementId) => void
}) {
  if (ids.length === 0) return null
  return (
    <div>
      <h4 className="pb-0.5 text-meta text-muted">{title}</h4>
      <ul className="-mx-2">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="flex min-h-8 w-full items-center rounded-button px-2 text-start hover:bg-hover pointer-coarse:min-h-11"
            >
              <ActorName id={id} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
