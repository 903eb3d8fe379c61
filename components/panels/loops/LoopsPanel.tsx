'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { canListAll, type LoopSet } from '../../../lib/analysis/loopSet'
import { mostPinned } from '../../../lib/analysis/shownLoops'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useSelection, useView } from '../../hooks/useMap'
import { useLoops } from '../../hooks/useLoops'
import type { Spotlight } from '../../hooks/workspace'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Select } from '../../ui/Select'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { isolated } from '../analysis/isolated'
import { useRowList } from '../analysis/useRowList'
import { ReadingHelp } from '../reading/ReadingHelp'
import { LoopDetail } from './LoopDetail'
import { LoopRow } from './LoopRow'
import { LostLoops } from './LostLoops'
import {
  countPinned,
  countUndecided,
  findLostLoops,
  listLoops,
  loopFilters,
  loopOrders,
  wholeOf,
  type LoopFilter,
  type LoopOrder,
} from './loopList'

const firstShown = 60

/** Every loop of the map that is worth a line, and one of them in full. The map shows the one that is looked at. */
export function LoopsPanel({ onShow }: AnalysisPartProps) {
  const t = useTranslations('panels.loops')
  const editor = useEditor()
  const workspace = useWorkspace()
  const { set, searching, loadAll } = useLoops()
  const notes = useView((view) => view.loops)
  const links = useView((view) => view.links)
  const { elements: marked, links: markedLinks } = useSelection()
  const variable = useView((view) => {
    const [only] = marked
    const element = marked.length === 1 && only !== undefined ? view.elements.get(only) : undefined
    return element?.kind === 'variable' ? element : undefined
  })
  const [filter, setFilter] = useState<LoopFilter>('all')
  const [order, setOrder] = useState<LoopOrder>('named')
  const [narrowed, setNarrowed] = useState(false)
  const chosen = useWorkspaceState((state) => state.loop)
  const [shown, setShown] = useState(firstShown)
  const [lostLight, setLostLight] = useState<Spotlight>()

  const loops = set?.loops
  const lost = useMemo(() => findLostLoops({ loops: notes, links }, loops), [notes, links, loops])
  const throughOnly = narrowed ? variable?.id : undefined
  const pinned = useMemo(() => (loops === undefined ? 0 : countPinned(loops, notes)), [loops, notes])
  const listed = useMemo(() => {
    const through = throughOnly === undefined ? [] : [throughOnly]
    return loops === undefined ? [] : listLoops(loops, notes, { filter, through, order })
  }, [loops, notes, filter, throughOnly, order])
  const rows = listed.slice(0, shown)
  const {
    lit: hovered,
    list,
    row,
    focusRow,
  } = useRowList(
    rows.map(({ loop }) => loop.key),
    chosen,
  )
  // What a badge was tapped for is read whatever the list is narrowed to.
  const asked = set?.loops.filter(({ key }) => key === chosen) ?? []
  const [current] = listLoops(asked, notes, { filter: 'all', through: [], order })
  // Who looks at a link outside the loop is not to see it dimmed.
  const isElsewhere = current !== undefined && markedLinks.some((id) => !current.loop.links.includes(id))
  const lit = (listed.find(({ loop }) => loop.key === hovered) ?? (isElsewhere ? undefined : current))?.loop

  // The map dims all but this loop.
  useEffect(() => {
    workspace.update({
      spotlight: lit === undefined ? lostLight : spotlightOn(lit),
    })
  }, [lit, lostLight, workspace])
  const staysLit = useRef(false)
  useEffect(
    () => () => {
      if (!staysLit.current) workspace.update({ spotlight: undefined })
    },
    [workspace],
  )

  // Whoever opens a loop by keys goes on in it.
  const detail = useRef<HTMLElement>(null)
  const entering = useRef<string>(undefined)
  const currentKey = current?.loop.key
  useEffect(() => {
    if (currentKey !== undefined && currentKey === entering.current) detail.current?.focus()
    entering.current = undefined
  }, [currentKey])

  const choose = (loop: NumberedLoop, byKeys: boolean): void => {
    entering.current = byKeys && loop.key !== chosen ? loop.key : undefined
    workspace.update({ loop: loop.key === chosen ? undefined : loop.key })
    if (loop.key === chosen) return
    workspace.get().camera?.revealWhole?.(loop.variables)
  }

  return (
    // Where a window is too low for all that is open, the whole scrolls: nothing spills out.
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div role="group" aria-label={t('filter')} className="flex shrink-0 flex-wrap gap-1 px-4 pb-2">
        {loopFilters.map((one) => (
          <FilterChip key={one} on={filter === one} onClick={() => setFilter(one)}>
            {t(`filters.${one}`)}
          </FilterChip>
        ))}
        {variable === undefined ? null : (
          <FilterChip on={narrowed} onClick={() => setNarrowed(!narrowed)}>
            {t('through', { name: variable.label })}
          </FilterChip>
        )}
      </div>
      <p role="status" className="px-4 pb-1.5 text-meta text-muted">
        {set === undefined ? (
          t('searching')
        ) : (
          <HowMany
            set={set}
            shown={listed.length}
            searching={searching}
            filter={filter}
            through={throughOnly === undefined ? undefined : variable?.label}
          />
        )}
      </p>
      {pinned > mostPinned ? (
        <p className="px-4 pb-1.5 text-meta text-muted">{t('tooManyPinned', { shown: mostPinned, count: pinned })}</p>
      ) : null}
      {set === undefined || searching || !canListAll(set) ? null : (
        <div className="px-4 pb-2">
          <Button size="small" onClick={loadAll}>
            {t('loadAll', { count: set.counted.total })}
          </Button>
        </div>
      )}
      {listed.length > 6 ? (
        <div className="px-4 pb-2">
          <Select
            label={t('order')}
            className="h-8! text-second pointer-coarse:h-11!"
            value={order}
            onChange={setOrder}
            options={loopOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
          />
        </div>
      ) : null}
      {set !== undefined && set.loops.length === 0 ? (
        <p className="px-4 pb-3 text-body text-muted">{t('none')}</p>
      ) : null}
      {set !== undefined && set.loops.length > 0 && listed.length === 0 ? (
        <p className="px-4 pb-3 text-body text-muted">{t('noneOfThese', { count: set.loops.length })}</p>
      ) : null}
      <div className={classes('flex-1 overflow-y-auto', current === undefined ? 'min-h-24' : 'min-h-40')}>
        {set?.decisive === undefined || current !== undefined ? null : (
          <Decisive
            link={set.decisive.link}
            against={set.decisive.against}
            loops={set.decisive.loops}
            undecided={countUndecided(set.loops)}
            onShow={(link) => {
              const { against } = set.decisive ?? {}
              editor.select({ elements: [], links: against === undefined ? [link] : [link, against] })
              workspace.get().camera?.reveal?.([link])
            }}
          />
        )}
        <ul aria-label={t('title')} {...list} className="px-1.5 pb-1.5">
          {rows.map(({ loop, name, pinned }) => (
            <LoopRow
              key={loop.key}
              loop={loop}
              name={name}
              pinned={pinned}
              stop={row(loop.key)}
              current={loop.key === chosen}
              onChoose={(byKeys) => choose(loop, byKeys)}
            />
          ))}
          {listed.length > shown ? (
            <li className="px-2 py-1">
              <Button variant="quiet" size="small" onClick={() => setShown(shown + 200)}>
                {t('more', { count: listed.length - shown })}
              </Button>
            </li>
          ) : null}
        </ul>
      </div>
      {current === undefined ? (
        <LostLoops
          lost={lost}
          chosen={chosen}
          onLight={setLostLight}
          onShow={
            onShow === undefined
              ? undefined
              : (light) => {
                  staysLit.current = true
                  onShow()
                  workspace.update({ spotlight: light })
                  workspace.get().camera?.fit([...light.elements])
                }
          }
        />
      ) : null}
      {current === undefined ? null : (
        <LoopDetail
          key={current.loop.key}
          ref={detail}
          entry={current}
          onLeave={() => focusRow(current.loop.key)}
          onShow={
            onShow === undefined
              ? undefined
              : () => {
                  staysLit.current = true
                  onShow()
                  workspace.update({ spotlight: spotlightOn(current.loop) })
                  workspace.get().camera?.fit(current.loop.variables)
                }
          }
        />
      )}
      <ReadingHelp
        loops={set?.loops}
        isTight={current !== undefined}
        onShow={
          onShow === undefined
            ? undefined
            : () => {
                staysLit.current = true
                onShow()
              }
        }
      />
    </div>
  )
}

/** What the map shows alone while a loop is looked at. */
function spotlightOn(loop: NumberedLoop) {
  return { name: loop.tag, elements: new Set(loop.variables), links: new Set(loop.links) }
}

function FilterChip({
  on,
  onClick,
  children,
}: {
  readonly on: boolean
  readonly onClick: () => void
  readonly children: string
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={classes(
        'h-7 max-w-full truncate rounded-button px-2 text-meta font-medium pointer-coarse:h-11 pointer-coarse:px-3',
        on ? 'bg-accent-tint text-accent' : 'bg-hover text-ink hover:bg-hairline',
      )}
    >
      {children}
    </button>
  )
}

/** How much of the whole the list is, without a word too many where it is all; of a narrowed list, how much of the list. */
function HowMany({
  set,
  shown,
  searching,
  filter,
  through,
}: {
  readonly set: LoopSet
  readonly shown: number
  readonly searching: boolean
  readonly filter: LoopFilter
  readonly through: string | undefined
}) {
  const t = useTranslations('panels.loops')
  const tLoops = useTranslations('loops')
  const { reinforcing, balancing, undetermined, total } = set.counted
  const kinds = { reinforcing, balancing, undetermined }
  if (filter !== 'all' || through !== undefined) {
    const listed = set.loops.length
    const whole = wholeOf(set, searching)
    const passing = { through: through === undefined ? 'no' : 'yes', name: through ?? '' }
    return tLoops('ofThose', { shown, listed, filter, ...passing, whole, total })
  }
  if (searching && !set.countComplete) return t('counting', { shown })
  if (set.complete) return shown === total ? t('all', { count: total, ...kinds }) : t('some', { shown, total })
  if (set.countComplete) return t('some', { shown, total })
  return t('atLeast', { shown, total, upTo: set.upTo })
}

function Decisive({
  link,
  against,
  loops,
  undecided,
  onShow,
}: {
  readonly link: NumberedLoop['links'][number]
  readonly against: NumberedLoop['links'][number] | undefined
  /** How many of the listed loops that lack a sign it decides, and how many of those there are. */
  readonly loops: number
  readonly undecided: number
  readonly onShow: (link: NumberedLoop['links'][number]) => void
}) {
  const t = useTranslations('panels.loops')
  const tLoops = useTranslations('loops')
  const ends = useView(
    (view) => {
      const found = view.links.get(link)
      if (found === undefined) return undefined
      return { from: view.elements.get(found.from)?.label ?? '', to: view.elements.get(found.to)?.label ?? '' }
    },
    (a, b) => a?.from === b?.from && a?.to === b?.to,
  )
  if (ends === undefined) return null
  return (
    <div className="mb-1.5 flex items-center gap-2 border-y border-hairline px-4 py-2">
      <p className="min-w-0 flex-1 text-second text-muted">
        {tLoops.rich(against === undefined ? 'decisive' : 'disagree', {
          ...ends,
          count: loops,
          undecided,
          name: isolated,
        })}
      </p>
      <Button variant="quiet" size="small" onClick={() => onShow(link)}>
        {t(against === undefined ? 'showLink' : 'showLinks')}
      </Button>
    </div>
  )
}
