'use client'
import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { ElementId } from '../../../../lib/base/ids'
import { useEditor, useWorkspace, useWorkspaceState } from '../../../hooks/EditorProvider'
import type { Person } from '../../../hooks/editor'
import { directionOf } from '../../../../messages'
import { isShowing } from '../../../hooks/pulse/pulseRuns'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { usePeople, useView } from '../../../hooks/useMap'
import { Avatar } from '../../../ui/Avatar'
import { classes } from '../../../ui/classes'
import { IconButton } from '../../../ui/IconButton'
import { isolate } from '../../analysis/isolate'
import { islandLook } from '../../Island'
import { PulseControls } from './PulseControls'
import { useFollowSignal } from './useFollowSignal'
import { usePulseNews } from './usePulseNews'
import { usePulseWords } from './usePulseWords'

const strip = 'pointer-events-auto flex min-h-11 max-w-full items-center gap-1 ps-3 pe-1'
/** Of one step, all of them: more are found in the panel. */
const mostSentences = 40
const stripButton =
  'h-9 shrink-0 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11'

/** What is said of pushes over the map: what somebody shows, and the run that is on without its panel. */
export function PulseStrips() {
  usePulseNews()
  useFollowSignal()
  const run = usePulse((screen) => screen.run)
  const panel = useWorkspaceState((state) => state.panel)
  const isPushing = useWorkspaceState((state) => state.pushing)
  return (
    <>
      <Offer />
      {/* The part of the panel that pushes has it all. */}
      {run === undefined || (panel === 'what-if' && isPushing) ? null : <Player />}
      {run === undefined && panel === undefined && isPushing ? <TapHint /> : null}
    </>
  )
}

/** "Ana shows a what-if: Workload pushed up · Watch · Not now". */
function Offer() {
  const t = useTranslations('whatif.push')
  const reads = directionOf(useLocale())
  const runs = usePulseRuns()
  const watched = usePulse((screen) => screen.by?.id)
  const showing = usePeople((people) => people.filter(isShowing), isSameShow)
  // Who said "not now" is asked again when the other shows something after having stopped.
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const still = [...refused].filter((id) => showing.some((person) => person.id === id))
  if (still.length !== refused.size) setRefused(new Set(still))
  const person = showing.find(({ id }) => id !== watched && !refused.has(id))
  const variable = useView((view) => {
    const shared = person?.presence.whatIf
    return shared === undefined || shared === null ? '' : (view.elements.get(shared.variable)?.label ?? '')
  })
  if (person === undefined || watched !== undefined) return null
  const what = t('pushed', { direction: person.presence.whatIf?.direction ?? 'up', name: isolate(variable, reads) })
  return (
    <div role="status" className={classes(islandLook, strip, 'max-sm:flex-wrap max-sm:justify-end max-sm:py-1')}>
      <Avatar name={person.name} colour={person.colour} size={24} />
      {/* What is shown comes first: it is what one decides by. */}
      <span className="min-w-0 flex-1 ps-1 py-1 max-sm:basis-[calc(100%-3rem)]">
        <span title={what} className="line-clamp-2 text-body font-medium break-words">
          {what}
        </span>
        <span className="block truncate text-meta text-muted">
          {t('watchOffer', { name: isolate(person.name, reads) })}
        </span>
      </span>
      <button type="button" className={stripButton} onClick={() => runs.watch(person.id)}>
        {t('watch')}
      </button>
      <button
        type="button"
        className={classes(stripButton, 'text-ink!')}
        onClick={() => setRefused(new Set([...refused, person.id]))}
      >
        {t('notNow')}
      </button>
    </div>
  )
}

function isSameShow(a: readonly Person[], b: readonly Person[]): boolean {
  return (
    a.length === b.length &&
    a.every((person, index) => {
      const other = b[index]
      return (
        person.id === other?.id &&
        person.name === other.name &&
        person.colour === other.colour &&
        person.presence.whatIf?.variable === other.presence.whatIf?.variable &&
        person.presence.whatIf?.direction === other.presence.whatIf?.direction
      )
    })
  )
}

/** The run that is on, in one line, where its panel is not. */
function Player() {
  const t = useTranslations('whatif.push')
  const reads = directionOf(useLocale())
  const runs = usePulseRuns()
  const by = usePulse((screen) => screen.by)
  const [unfolded, setUnfolded] = useState(false)
  const words = usePulseWords(unfolded ? mostSentences : 1)
  const section = useRef<HTMLElement>(null)
  const workspace = useWorkspace()
  const named = words?.named.join(' ') ?? ''
  useEffect(() => {
    // What the words name is not to lie beneath them.
    const cover = section.current?.getBoundingClientRect()
    if (cover === undefined || named === '' || !workspace.get().followsSignal) return
    for (const id of named.split(' ')) workspace.get().camera?.uncover?.(id as ElementId, cover)
  }, [named, workspace])
  if (words === undefined) return null
  const title = by === undefined ? words.title : t('watchingWhat', { name: isolate(by.name, reads), what: words.title })
  return (
    <section
      ref={section}
      aria-label={title}
      className={classes(islandLook, 'pointer-events-auto flex w-115 max-w-full flex-col gap-0.5 py-1 ps-3 pe-1')}
    >
      {/* On a phone the title has a line to itself. */}
      <div className="flex flex-wrap items-center justify-end gap-x-2">
        <p className="flex min-w-0 flex-1 basis-full items-baseline gap-2 text-second max-sm:pt-1 sm:basis-0">
          <span title={title} className="line-clamp-2 min-w-0 font-semibold break-words">
            {words.title}
          </span>{' '}
          <span className="shrink-0 text-muted tabular-nums">{words.step}</span>
        </p>
        {by === undefined ? (
          <>
            <PulseControls />
            <IconButton size="small" label={t('end')} onClick={() => runs.stop()}>
              <X size={18} aria-hidden />
            </IconButton>
          </>
        ) : (
          <button type="button" className={stripButton} onClick={() => runs.stop()}>
            {t('stopWatching')}
          </button>
        )}
      </div>
      {by === undefined ? null : (
        <p className="truncate pe-2 text-meta text-muted">{t('watching', { name: isolate(by.name, reads) })}</p>
      )}
      {words.restarted ? <p className="pe-2 text-second text-muted">{t('restarted')}</p> : null}
      <div className="flex items-end gap-2 pe-1 pb-1">
        <p
          className={classes(
            'min-h-5 min-w-0 flex-1 text-body',
            unfolded ? 'max-h-[30vh] overflow-y-auto' : 'line-clamp-3',
          )}
        >
          {words.lines.reduce((before, next) => t('then', { before, next }))}
        </p>
        {words.more === 0 && !unfolded ? null : (
          <button
            type="button"
            aria-expanded={unfolded}
            className={classes(stripButton, '-my-1.5 pointer-coarse:-my-2.5')}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? t('fewer') : t('more', { count: words.more })}
          </button>
        )}
      </div>
    </section>
  )
}

/** Where variables are pushed on the map, on a phone: what to do, and the way out. */
function TapHint() {
  const t = useTranslations('whatif.push')
  const workspace = useWorkspace()
  const { selection } = useEditor()
  return (
    <div role="status" className={classes(islandLook, strip)}>
      <span className="text-body">{t('tapHint')}</span>
      <button
        type="button"
        className={stripButton}
        onClick={() => workspace.update({ pushing: false, unasked: selection.get() })}
      >
        {t('done')}
      </button>
    </div>
  )
}
