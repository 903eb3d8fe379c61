'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { listJoinedToNobody } from '../../../lib/analysis/network/joinedToNobody'
import { findProposal, proposeTie } from '../../../lib/commands/proposeTie'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { MapLink } from '../../../lib/model/link'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { findPlaceBetween } from '../../hooks/placeNew'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useView } from '../../hooks/useMap'
import type { NetworkAnswer } from '../../hooks/useNetwork'
import { useRun } from '../../hooks/useRun'
import type { WorkspaceState } from '../../hooks/workspace'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { useShown } from '../paths/useShown'
import { ActorName } from './ActorName'
import { AcrossMeter } from './AcrossMeter'
import { HoldingSection } from './HoldingSection'
import { useSectorName } from './useSectorName'

type Whole = NetworkAnswer['whole']
type Opportunity = NonNullable<Whole['bridging']>[number]

/** Missing ties shown at first: the acts below them are in view then. */
const firstShown = 4

/** Who is by themselves, what holds only by one tie or one person, and which missing ties would bring most. */
export function BridgingSection({
  whole,
  actors,
  onShow,
}: {
  readonly whole: Whole
  readonly actors: NetworkAnswer['actors']
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('network')
  const nameOf = useSectorName()
  const [chosen, setChosen] = useState(0)
  const { bridging, sectors } = whole
  const alone = listJoinedToNobody(actors)
  const listOf = (names: readonly string[]): string => names.map(nameOf).join(', ')
  return (
    <div className="flex flex-col gap-4">
      {bridging === null ? (
        <p className="text-second text-muted">{t('tooLarge')}</p>
      ) : bridging.length === 0 ? (
        <p className="text-second text-muted">{t('nothingMissing')}</p>
      ) : (
        <Missing opportunities={bridging} chosen={chosen} onChoose={setChosen} onShow={onShow} />
      )}
      <AcrossMeter sectors={sectors} />
      <section className="flex flex-col gap-1.5">
        <h3 className="text-body font-semibold">{t('silos')}</h3>
        {sectors.names.length === 0 ? (
          <p className="text-second text-muted">{t('noSectorsToCompare')}</p>
        ) : sectors.silos.length === 0 && sectors.untied.length === 0 ? (
          <p className="text-second text-muted">{t('noSilos')}</p>
        ) : (
          <>
            {sectors.silos.length === 0 ? null : (
              <p className="text-second">{t('siloList', { names: listOf(sectors.silos) })}</p>
            )}
            {sectors.untied.length === 0 ? null : (
              <p className="text-second">{t('untiedList', { names: listOf(sectors.untied) })}</p>
            )}
          </>
        )}
        {alone.names.length === 0 ? null : (
          <p className="text-second">{t('joinedToNobody', { names: alone.names.join(', '), more: alone.more })}</p>
        )}
        {sectors.names.length === 0 ? null : <p className="text-meta text-muted">{t('siloRule')}</p>}
        {sectors.names.length === 0 || sectors.unknown === 0 ? null : (
          <p className="text-meta text-muted">{t('withoutSector', { count: sectors.unknown })}</p>
        )}
      </section>
      <HoldingSection whole={whole} />
    </div>
  )
}

/** Ranked missing ties; one of them is looked at. */
function Missing({
  opportunities,
  chosen,
  onChoose,
  onShow,
}: {
  readonly opportunities: readonly Opportunity[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('network')
  const format = useFormatter()
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const mayEdit = useMayEdit()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const looked = opportunities[Math.min(chosen, opportunities.length - 1)]
  const proposal = useView((view) => (looked === undefined ? undefined : findProposal(view, looked.ends)))
  const labelOf = (id: ElementId): string => elements.get(id)?.label ?? ''
  const [isShown, setIsShown] = useState(false)
  const [isLong, setIsLong] = useState(false)
  const spotlight =
    !isShown || looked === undefined
      ? undefined
      : lightOn(
          [...looked.ends, ...looked.introducers, ...looked.chain, ...(proposal === undefined ? [] : [proposal])],
          links,
          t('shown', { one: labelOf(looked.ends[0]), other: labelOf(looked.ends[1]) }),
        )
  const lit = useStable(spotlight)
  const giveWay = useShown(lit, onShow)
  const isBeside = onShow === undefined
  // Beside the panel all of it is seen, the action that was just proposed as well; links that others draw meanwhile move nothing.
  const litIds = lit === undefined ? '' : [...lit.elements].join(' ')
  useEffect(() => {
    if (isBeside && litIds !== '') workspace.get().camera?.revealWhole?.(litIds.split(' ') as ElementId[])
  }, [isBeside, litIds, workspace])
  /** Who could introduce the two, at once or one after the other; empty where nobody could. */
  const sayIntroduction = ({ introducers, chain }: Opportunity): string => {
    if (introducers.length === 0) {
      return chain.length === 0 ? '' : t('chain', { names: chain.map(labelOf).join(' → ') })
    }
    const names = introducers.slice(0, 3).map(labelOf).join(', ')
    return t('introducers', { count: introducers.length, names })
  }
  const propose = (): void => {
    if (looked === undefined) return
    const [one, other] = looked.ends
    run(proposeTie, {
      ends: looked.ends,
      at: findPlaceBetween(editor.view.get(), looked.ends),
      label: t('proposal', { one: labelOf(one), other: labelOf(other) }),
      // Whoever reads the map later sees over whom.
      description: sayIntroduction(looked),
    })
  }
  const isAcross = opportunities.some(({ acrossGain }) => acrossGain !== null)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('missing')}</h3>
      <p className="text-meta text-muted">{t(isAcross ? 'ruleAcross' : 'ruleAll')}</p>
      <ol className="-mx-2 flex flex-col">
        {opportunities.slice(0, isLong ? opportunities.length : firstShown).map((one, index) => {
          const { ends, joins, gain, acrossGain } = one
          const introduction = sayIntroduction(one)
          return (
            <li key={`${ends[0]} ${ends[1]}`}>
              <button
                type="button"
                aria-pressed={one === looked}
                onClick={() => {
                  onChoose(index)
                  setIsShown(true)
                }}
                className={classes(
                  'grid w-full grid-cols-[1.25rem_1fr_auto] gap-x-2 gap-y-1 rounded-button px-2 py-2 text-start hover:bg-hover',
                  one === looked && 'bg-accent-tint hover:bg-accent-tint',
                )}
              >
                <span className="text-second text-muted tabular-nums">{index + 1}</span>
                <span className="flex min-w-0 flex-col gap-1">
                  <ActorName id={ends[0]} />
                  <ActorName id={ends[1]} />
                </span>
                <span className="text-end text-body font-semibold text-link-positive tabular-nums">
                  {joins > 0
                    ? t('joins')
                    : format.number(acrossGain ?? gain, { maximumFractionDigits: 3, signDisplay: 'always' })}
                </span>
                <span className="col-start-2 col-end-4 text-second text-muted">
                  {introduction === '' ? t('nobodyYet') : introduction}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {isLong || opportunities.length <= firstShown ? null : (
        <Button size="small" variant="quiet" className="self-start" onClick={() => setIsLong(true)}>
          {t('more', { count: opportunities.length - firstShown })}
        </Button>
      )}
      <div className="flex flex-wrap gap-2">
        {mayEdit && looked !== undefined ? (
          <Button size="small" variant="primary" disabled={proposal !== undefined} onClick={propose}>
            {proposal === undefined
              ? t('propose', { number: Math.min(chosen, opportunities.length - 1) + 1 })
              : t('proposed')}
          </Button>
        ) : null}
        <Button
          size="small"
          onClick={() => {
            setIsShown(true)
            if (giveWay !== undefined) giveWay()
            else if (looked !== undefined)
              workspace.get().camera?.fit([...looked.ends, ...looked.introducers, ...looked.chain])
          }}
        >
          {t('show')}
        </Button>
      </div>
    </section>
  )
}

type Light = NonNullable<WorkspaceState['spotlight']> & { readonly name: string }

/** These alone, with what joins any two of them. */
function lightOn(ids: readonly ElementId[], links: ReadonlyMap<LinkId, MapLink>, name: string): Light {
  const elements = new Set(ids)
  const between = [...links.values()].filter(({ from, to }) => elements.has(from) && elements.has(to))
  return { name, elements, links: new Set(between.map(({ id }) => id)) }
}

/** The same object for as long as it says the same. */
function useStable(value: Light | undefined): Light | undefined {
  const [kept, setKept] = useState(value)
  const key = (one: Light | undefined): string =>
    one === undefined ? '' : [one.name, ...one.elements, ...one.links].join(' ')
  if (key(kept) === key(value)) return kept
  setKept(value)
  return value
}
