'use client'
import { Download, Map as MapIcon, Repeat2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { RoundOutcome } from '../../../lib/practice/round'
import { listTiedFirst } from '../../../lib/practice/tiedFirst'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useRoundRights, useRounds, useSeat } from '../../hooks/useRounds'
import { downloadFile, fileNameOf } from '../../panels/download'
import { useOnMap } from '../../panels/going/useOnMap'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { fetchReport } from '../report/fetchReport'
import { roundTableAddress } from '../roundsApi'
import { lookOf } from '../kindLooks'
import { resultOverlay } from './resultOverlay'

/** What came of a round: the same for everyone. */
export function ResultView({
  round,
  result,
  onShow,
}: {
  readonly round: RoundAnswer
  readonly result: RoundOutcome
  /** It is shown on the map, which is to be seen now. */
  readonly onShow: () => void
}) {
  const t = useTranslations('rounds')
  const editor = useEditor()
  const workspace = useWorkspace()
  const { mayRun } = useRoundRights()
  const seat = useSeat()
  const locale = useLocale()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const { Result } = lookOf(result.kind)
  const overlay = resultOverlay(
    result,
    (target) => editor.view.get().elements.has(target as ElementId),
    (word) => t(`sign.${word}` as never),
  )
  const isTied = listTiedFirst(result).length > 0
  const saveTable = async (): Promise<void> => {
    setBusy(true)
    const made = await fetchReport(roundTableAddress(seat, round.id, locale))
    setBusy(false)
    if (made.ok) downloadFile(made.value, fileNameOf(round.setup.question, 'csv'))
    else toast.error(say(made.reason))
  }
  const showOnMap = (): void => {
    if (overlay === undefined) return
    onShow()
    workspace.update({
      view: 'map',
      panel: undefined,
      overlay: { name: round.setup.question, about: round.id, elements: overlay },
    })
    workspace.get().camera?.fit([...overlay.keys()])
  }
  // What the group said last of each is a look of the map, with words for its colours, and the way to what helps.
  const rounds = useRounds()
  const isLast =
    result.kind === 'challenge' &&
    !rounds.some(
      ({ state, setup, openedAt }) =>
        state === 'revealed' &&
        setup.kind === 'challenge' &&
        openedAt > round.openedAt &&
        result.rows.some(({ target }) => setup.targets.includes(target)),
    )
  const { colourBy } = useOnMap(onShow)
  const colourMap = (): void => {
    colourBy('challenge')
    workspace.update({ panel: undefined })
    if (overlay !== undefined) workspace.get().camera?.fit([...overlay.keys()])
  }
  return (
    <div className="flex flex-col gap-4">
      {/* Reached by Tab, so that a long result can be scrolled by keys where nothing in it is to be pressed. */}
      <section tabIndex={0} aria-label={t('result')}>
        <Result round={round} result={result} onShow={onShow} />
      </section>
      {(round.waiting ?? 0) > 0 ? (
        <p role="status" className="text-second text-muted">
          {t('waiting', { waiting: round.waiting ?? 0 })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {overlay === undefined ? null : (
          <Button icon={<MapIcon size={16} aria-hidden />} onClick={isLast ? colourMap : showOnMap}>
            {t('showOnMap')}
          </Button>
        )}
        <Button variant="quiet" busy={busy} icon={<Download size={16} aria-hidden />} onClick={() => void saveTable()}>
          {t('saveTable')}
        </Button>
        {isTied && mayRun ? (
          <Button
            icon={<Repeat2 size={16} aria-hidden />}
            onClick={() => workspace.update({ dialog: 'ask', again: round.id })}
          >
            {t('again')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
