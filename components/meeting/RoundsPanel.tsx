'use client'
import { ChevronRight, Hand } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useWorkspace } from '../hooks/EditorProvider'
import type { RoundHead } from '../../lib/protocol/round'
import { formatMoment } from '../panels/inspector/moment'
import { Button } from '../ui/Button'
import { useRoundRights, useRounds } from '../hooks/useRounds'
import { useSoleTarget } from './answers/useSoleTarget'

/** What the group is and was asked: the record of the meeting's rounds. */
export function RoundsPanel() {
  const t = useTranslations('rounds')
  const workspace = useWorkspace()
  const rounds = useRounds().toReversed()
  const { mayRun } = useRoundRights()
  const isOver = ({ state }: RoundHead): boolean => state === 'revealed'
  const groups = [
    { id: 'now', rounds: rounds.filter((round) => !isOver(round)) },
    { id: 'before', rounds: rounds.filter(isOver) },
  ] as const
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 pb-4">
      {mayRun ? (
        <Button
          variant="primary"
          wide
          icon={<Hand size={16} aria-hidden />}
          onClick={() => workspace.update({ dialog: 'ask', again: undefined })}
        >
          {t('ask.button')}
        </Button>
      ) : null}
      {rounds.length === 0 ? <p className="text-body text-muted">{t(mayRun ? 'emptyRun' : 'empty')}</p> : null}
      {groups.map((group) =>
        group.rounds.length === 0 ? null : (
          <section key={group.id} aria-labelledby={`rounds-${group.id}`}>
            <h3 id={`rounds-${group.id}`} className="pb-1 text-second font-medium text-muted">
              {t(`groups.${group.id}`)}
            </h3>
            <ul className="flex flex-col">
              {group.rounds.map((round) => (
                <RoundRow key={round.id} round={round} />
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  )
}

function RoundRow({ round }: { readonly round: RoundHead }) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  const workspace = useWorkspace()
  const { setup, state, done, asked, openedAt, importedAt } = round
  const about = useSoleTarget(round)
  return (
    <li className="border-b border-hairline last:border-0">
      <button
        type="button"
        onClick={() => workspace.openRound(round.id)}
        className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-2 rounded-button px-2 py-2 text-start hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-body break-words" dir="auto">
            {setup.question}
          </span>
          {about === undefined ? null : (
            <span className="block text-second break-words" dir="auto">
              {about}
            </span>
          )}
          <span className="block text-meta text-muted tabular-nums">
            {t('row', {
              kind: t(`kinds.${setup.kind}`),
              state,
              done,
              asked,
              time: formatMoment(openedAt, locale, Date.now()),
              from: importedAt === undefined ? 'here' : 'file',
            })}
          </span>
        </span>
        <ChevronRight size={16} aria-hidden className="shrink-0 text-muted rtl:rotate-180" />
      </button>
    </li>
  )
}
