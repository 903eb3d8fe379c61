'use client'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../lib/model/element'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useRoundRights, useRounds, useSeat } from '../hooks/useRounds'
import { toast } from '../ui/toast'
import { judgeSetup } from './judgeSetup'

/**
 * Judging alone what kind of challenge an element is. What somebody says is the server's until it is revealed, so that
 * it is the answer to a round about that element: the one that is open, or one that those who run the meeting open by it.
 */
export function useJudge(element: Pick<MapElement, 'id'> | undefined): {
  readonly may: boolean
  /** Nothing asks about it yet: opening it asks everyone, which is to be asked first. */
  readonly asks: boolean
  readonly open: () => void
} {
  const t = useTranslations('going.judge')
  const editor = useEditor()
  const workspace = useWorkspace()
  const seat = useSeat()
  const { mayRun, mayAnswer } = useRoundRights()
  const rounds = useRounds()
  if (element === undefined) return { may: false, asks: false, open: () => undefined }
  const { id } = element
  const standing = rounds.findLast(
    (round) =>
      round.state === 'open' &&
      round.setup.kind === 'challenge' &&
      round.setup.targets.includes(id) &&
      mayAnswer(round),
  )
  const begin = async (): Promise<void> => {
    const opened = await import('./roundsApi').then(
      ({ roundsApi }) => roundsApi.open(seat, judgeSetup(id, t('question'))),
      () => undefined,
    )
    if (opened?.ok !== true) {
      toast.error(t('failed'))
      return
    }
    editor.roundNews.hear({ kind: 'round', round: opened.value })
    workspace.openRound(opened.value.id)
  }
  return {
    may: standing !== undefined || mayRun,
    asks: standing === undefined && mayRun,
    open: () => (standing === undefined ? void begin() : workspace.openRound(standing.id)),
  }
}
