'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { addElements } from '../../../lib/commands/addElements'
import { blockSize } from '../../../lib/commands/blockPlaces'
import { labelKey } from '../../../lib/model/label'
import type { CardGroup } from '../../../lib/practice/cards'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { findPlaceForNew } from '../../hooks/placeNew'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { toast } from '../../ui/toast'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useRoundRights, useSeat } from '../../hooks/useRounds'
import { useBringToPart } from '../people/useGather'
import { roundsApi } from '../roundsApi'
import { By } from './By'
import { findNearCards } from './nearCards'
import { roomAround } from './roomAround'

type CardsOutcome = Extract<RoundOutcome, { kind: 'cards' }>

/** The cards, those written most often first; whoever runs the meeting puts the chosen ones on the map. */
export function CardsResult({
  round,
  result,
  onShow,
}: {
  readonly round: RoundAnswer
  readonly result: CardsOutcome
  readonly onShow: () => void
}) {
  const t = useTranslations('rounds.cards')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const { mayRun } = useRoundRights()
  const mayPlace = useMayEdit() && mayRun
  const elements = useView((view) => view.elements)
  const onMap = useMemo(() => new Set([...elements.values()].map(({ label }) => labelKey(label))), [elements])
  const isThere = ({ label, spellings }: CardGroup): boolean =>
    [label, ...spellings].some((name) => onMap.has(labelKey(name)))
  /** Against what is proposed: what is not on the map is put there. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const isChosen = (group: CardGroup): boolean => isThere(group) === turned.has(group.label)
  const near = useMemo(() => findNearCards(result.groups.map(({ label }) => label)), [result.groups])
  const chosen = result.groups.filter(isChosen)
  const become = round.setup.kind === 'cards' ? round.setup.become : 'variable'

  const seat = useSeat()
  const say = useApiProblem()
  const bring = useBringToPart()
  const [busy, setBusy] = useState(false)
  /** For everyone: the round is told anew, and read again. */
  const join = async (card: string, into?: string): Promise<void> => {
    setBusy(true)
    const done = await roundsApi.join(seat, round.id, card, into)
    setBusy(false)
    if (!done.ok) toast.error(say(done.reason), { id: 'join' })
  }

  const place = (): void => {
    const placed = run(addElements, {
      labels: chosen.map(({ label }) => label),
      kind: become,
      at: findPlaceForNew(editor, workspace.get().camera, blockSize(chosen.length)),
    })
    if (!placed.ok) return
    const { elements: made = [] } = placed.value.select ?? {}
    onShow()
    editor.select({ elements: made, links: [] })
    workspace.showView('map')
    workspace.get().camera?.fit(made)
    toast.success(t('placed', { count: made.length }))
    const part = roomAround(editor.view.get(), made)
    if (part !== undefined) void bring(part)
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col">
        {result.groups.map((group) => {
          const { label, people, upTo, spellings, by, parts } = group
          const also = spellings.filter((spelling) => spelling !== label)
          return (
            <li key={label} className="flex min-h-11 items-center gap-3 border-b border-hairline py-1.5 last:border-0">
              <span className="flex min-w-0 flex-1 flex-col">
                {mayPlace ? (
                  <Checkbox
                    label={<span dir="auto">{label}</span>}
                    checked={isChosen(group)}
                    onChange={() => {
                      const next = new Set(turned)
                      if (!next.delete(label)) next.add(label)
                      setTurned(next)
                    }}
                  />
                ) : (
                  <span className="text-body break-words" dir="auto">
                    {label}
                  </span>
                )}
                {also.length > 0 ? (
                  <span className="text-meta text-muted" dir="auto">
                    {t('also', { spellings: also.join(' · ') })}
                  </span>
                ) : null}
                {mayPlace && parts !== undefined ? (
                  <span>
                    <Button size="small" variant="quiet" busy={busy} onClick={() => void join(label)}>
                      {t('separate')}
                    </Button>
                  </span>
                ) : null}
                {mayPlace && near.has(label) ? (
                  <span className="flex flex-wrap items-center gap-x-2 text-meta text-muted">
                    <span dir="auto">{t('near', { name: near.get(label) ?? '' })}</span>
                    <Button
                      size="small"
                      variant="quiet"
                      busy={busy}
                      onClick={() => void join(label, near.get(label) ?? '')}
                    >
                      {t('join')}
                    </Button>
                  </span>
                ) : null}
                {isThere(group) ? <span className="text-meta text-muted">{t('onMap')}</span> : null}
                <By people={by} />
              </span>
              {(upTo ?? people) > 1 ? (
                <span className="shrink-0 rounded-full bg-accent-tint px-2 text-meta font-medium text-accent tabular-nums">
                  {upTo === undefined ? t('people', { people }) : t('upTo', { people, upTo })}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      {result.groups.length === 0 ? <p className="text-body text-muted">{t('none')}</p> : null}
      {mayPlace && result.groups.length > 0 ? (
        <Button variant="primary" disabled={chosen.length === 0} onClick={place} wide>
          {t('place', { count: chosen.length })}
        </Button>
      ) : null}
    </div>
  )
}
