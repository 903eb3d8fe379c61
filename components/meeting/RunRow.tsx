'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { roundKinds } from '../../lib/practice/round'
import type { RoundAnswer } from '../../lib/protocol/round'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { IconButton } from '../ui/IconButton'
import { toast } from '../ui/toast'
import { roundsApi } from './roundsApi'
import { useSeat } from '../hooks/useRounds'

/** What those who run the meeting do with a round: close, open again, reveal, take away. */
export function RunRow({
  round,
  onTaken,
  onRemoved,
}: {
  readonly round: RoundAnswer
  readonly onTaken: (round: RoundAnswer) => void
  readonly onRemoved: () => void
}) {
  const t = useTranslations('rounds.run')
  const seat = useSeat()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  /** To reveal all, or the first, though not all have answered. */
  const [early, setEarly] = useState<'all' | 'first'>()
  const act = async <Value,>(
    work: Promise<{ ok: true; value: Value } | { ok: false; reason: Parameters<typeof say>[0] }>,
    then: (value: Value) => void = () => undefined,
  ): Promise<void> => {
    setBusy(true)
    const done = await work
    setBusy(false)
    if (done.ok) then(done.value)
    else toast.error(say(done.reason))
  }
  const { id, state, setup, done, asked } = round
  const isEarly = state === 'open' && done < asked
  const reveal = (next: boolean): void => void act(roundsApi.reveal(seat, id, next), onTaken)
  const { isOneByOne } = roundKinds[setup.kind]
  const isWaiting = state === 'revealed' && (round.waiting ?? 0) > 0
  return (
    <>
      <span className="me-auto">
        <IconButton label={t('remove')} onClick={() => setAsked(true)}>
          <Trash2 size={18} aria-hidden />
        </IconButton>
      </span>
      {state === 'open' ? (
        <Button busy={busy} onClick={() => void act(roundsApi.close(seat, id))}>
          {t('close')}
        </Button>
      ) : null}
      {state === 'closed' ? (
        <Button busy={busy} onClick={() => void act(roundsApi.reopen(seat, id))}>
          {t('reopen')}
        </Button>
      ) : null}
      {isOneByOne && (state !== 'revealed' || isWaiting) ? (
        <Button busy={busy} onClick={() => (isEarly ? setEarly('first') : reveal(true))}>
          {t(state === 'revealed' ? 'next' : 'first')}
        </Button>
      ) : null}
      {state !== 'revealed' || isWaiting ? (
        <Button
          {...(isEarly ? {} : { variant: 'primary' })}
          busy={busy}
          onClick={() => (isEarly ? setEarly('all') : reveal(false))}
        >
          {t('reveal')}
        </Button>
      ) : null}
      <ConfirmDialog
        open={early !== undefined}
        onOpenChange={(open) => (open ? undefined : setEarly(undefined))}
        // The last answer may come while it is asked.
        title={t(isEarly ? 'earlyTitle' : 'allTitle')}
        description={t(isEarly ? 'earlyText' : 'allText', { done, asked })}
        confirm={t('early')}
        onConfirm={() => reveal(early === 'first')}
      />
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t('removeTitle')}
        description={t('removeText')}
        confirm={t('remove')}
        danger
        onConfirm={() => void act(roundsApi.remove(seat, id), onRemoved)}
      />
    </>
  )
}
