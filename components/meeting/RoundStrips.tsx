'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { RoundHead } from '../../lib/protocol/round'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { serverTime } from '../hooks/serverTime'
import { useObservable } from '../hooks/useObservable'
import { islandLook } from '../panels/Island'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { answered } from './answered'
import { draftLines, useAnswerDraft } from './answers/useAnswerDrafts'
import { useSoleTarget } from './answers/useSoleTarget'
import { useRoundRights, useRounds } from '../hooks/useRounds'
import { chooseStrips, findFresh, findUnread } from './chooseStrips'
import { keepMetRounds, recallMetRounds } from './metRounds'

/** What the group is asked now, one strip each; and what was revealed while one is here, until it has been looked at. */
export function RoundStrips() {
  const rounds = useRounds()
  const { mayRun, mayAnswer } = useRoundRights()
  const { mapId } = useEditor()
  const [cameAt] = useState(() => serverTime.now())
  // Rounds that were over before anybody came with this device are found in their panel.
  const [kept] = useState(() => recallMetRounds(mapId))
  const [here, setHere] = useState<ReadonlySet<string>>(new Set())
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const isOver = ({ state }: RoundHead): boolean => state === 'revealed'
  if (rounds.some((round) => !isOver(round) && !here.has(round.id))) {
    setHere(new Set([...here, ...rounds.filter((round) => !isOver(round)).map(({ id }) => id)]))
  }
  const open = useWorkspaceState((state) => (state.dialog === 'round' ? state.round : undefined))
  const isRead = rounds.some((round) => round.id === open && isOver(round))
  if (open !== undefined && isRead && !read.has(open)) setRead(new Set([...read, open]))
  const met = useMemo(() => new Set([...findFresh(rounds, kept, cameAt), ...here]), [rounds, kept, cameAt, here])
  useEffect(() => {
    // Until the rounds are known nothing can be said of what was kept.
    if (rounds.length > 0) keepMetRounds(mapId, findUnread(rounds, met, read))
  }, [mapId, rounds, met, read])
  const shown = chooseStrips(rounds, { met, read, isAsked: (round) => mayRun || mayAnswer(round) })
  return shown.map((round) => (
    <RoundStrip
      key={round.id}
      round={round}
      onAway={isOver(round) ? () => setRead(new Set([...read, round.id])) : undefined}
    />
  ))
}

/** "Where would a change move most? · 3 of 5 · Answer". */
function RoundStrip({
  round,
  onAway,
}: {
  readonly round: RoundHead
  /** Puts the strip away; its round stays in the panel. */
  readonly onAway: (() => void) | undefined
}) {
  const t = useTranslations('rounds')
  const workspace = useWorkspace()
  const { mayRun, mayAnswer } = useRoundRights()
  const { setup, state, done, asked } = round
  const about = useSoleTarget(round)
  const has = useObservable(answered).get(round.id) === true
  const mayStill = state === 'open' && mayAnswer(round)
  const draft = useAnswerDraft(round.id)
  const isUnsent = draft !== undefined && draftLines(round, draft, { nameOf: String, say: String }).length > 0
  const act = state === 'revealed' ? 'see' : mayRun ? 'run' : !mayStill ? 'look' : has ? 'change' : 'answer'
  return (
    <div
      role="status"
      className={classes(
        islandLook,
        'pointer-events-auto flex min-h-11 max-w-full animate-rise items-center gap-3 ps-3.5 pe-1',
        state === 'open' && 'border-accent',
      )}
    >
      <span className="flex min-w-0 flex-col py-1.5">
        <span title={setup.question} className="line-clamp-2 text-body font-medium" dir="auto">
          {setup.question}
        </span>
        {about === undefined ? null : (
          <span className="truncate text-second" dir="auto">
            {about}
          </span>
        )}
        <span className="truncate text-meta text-muted tabular-nums">
          {isUnsent
            ? `${t('strip.unsent', { state, has: has ? 'yes' : 'no' })} · `
            : has && state !== 'revealed'
              ? `${t('strip.has')} · `
              : ''}
          {state === 'revealed' ? t('strip.revealed') : t('strip.progress', { state, done, asked })}
        </span>
      </span>
      <Button
        variant={act === 'answer' ? 'primary' : 'quiet'}
        size="small"
        onClick={() => workspace.openRound(round.id)}
      >
        {t(`strip.${act}`)}
      </Button>
      {onAway === undefined ? null : (
        <IconButton label={t('strip.away')} size="small" onClick={onAway}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
