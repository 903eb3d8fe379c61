'use client'
import { ChevronDown, Lightbulb, MessageCircleQuestion } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { chooseSuggestions } from '../../../lib/analysis/archetypes'
import { hintKinds } from '../../../lib/analysis/hints'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { useArchetypes } from '../../hooks/useArchetypes'
import { classes } from '../../ui/classes'
import { HintList } from './HintList'
import { openPart, type HelpPart } from './openPart'
import { PatternList } from './PatternList'
import { useHints } from './useHints'
import { useNotThis } from './useNotThis'

const noLoops: readonly NumberedLoop[] = []

/** Help to read the map, below its loops: what could be a pattern that recurs, and hints. Stands in nobody's way. */
export function ReadingHelp({
  loops = noLoops,
  isTight,
  onShow,
}: {
  readonly loops?: readonly NumberedLoop[] | undefined
  /** Something else needs the room: opens by itself only if it stood open, and less. */
  readonly isTight: boolean
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('archetypes')
  const tHints = useTranslations('hints')
  const { isAsked, reply } = useArchetypes()
  const notThis = useNotThis()
  const hints = useHints(loops)
  const [chosen, setChosen] = useState<HelpPart>()
  const settled = useMemo(
    () =>
      new Set([...notThis.archetypes, ...(reply?.confirmed ?? []).flatMap(({ match }) => (match ? [match.key] : []))]),
    [notThis, reply],
  )
  const suggestions = chooseSuggestions(reply?.matches ?? [], settled)
  const patterns = suggestions.length + (reply?.confirmed.length ?? 0)
  const hinted = hintKinds.filter((kind) => hints[kind].length > 0 && !notThis.hints.has(kind))
  const [stoodOpen, setStoodOpen] = useState(false)
  if (patterns > 0 && !isTight && !stoodOpen) setStoodOpen(true)
  const opened = openPart({ chosen, hasPatterns: patterns > 0, stoodOpen, isTight })
  // Opened by hand it may lie below the edge of the panel.
  const whole = useRef<HTMLElement>(null)
  useEffect(() => {
    if (chosen !== undefined && chosen !== 'none') whole.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const toggle = (which: 'patterns' | 'hints'): void => setChosen(opened === which ? 'none' : which)
  const room = classes('min-h-0 overflow-y-auto px-3 pb-3 max-sm:max-h-none', isTight ? 'max-h-[22vh]' : 'max-h-[52vh]')
  return (
    <section
      ref={whole}
      aria-label={t('help')}
      className={classes(
        'flex flex-col border-t border-hairline',
        // The list of loops gives way first: it is the longer one.
        opened === 'none' ? 'shrink-0' : 'min-h-32 shrink-[0.02]',
      )}
    >
      <div className="flex shrink-0 flex-wrap">
        <Opener
          open={opened === 'patterns'}
          icon={<Lightbulb size={16} aria-hidden className="text-warn" />}
          count={patterns}
          onToggle={() => toggle('patterns')}
        >
          {t('title')}
        </Opener>
        <Opener
          open={opened === 'hints'}
          icon={<MessageCircleQuestion size={16} aria-hidden className="text-muted" />}
          count={hinted.length}
          onToggle={() => toggle('hints')}
        >
          {tHints('title')}
        </Opener>
      </div>
      {opened === 'patterns' ? (
        <div className={room}>
          <PatternList isAsked={isAsked} reply={reply} suggestions={suggestions} loops={loops} onShow={onShow} />
        </div>
      ) : null}
      {opened === 'hints' ? (
        <div className={room}>
          <HintList hints={hints} onShow={onShow} />
        </div>
      ) : null}
    </section>
  )
}

function Opener({
  open,
  icon,
  count,
  onToggle,
  children,
}: {
  readonly open: boolean
  readonly icon: ReactNode
  readonly count: number
  readonly onToggle: () => void
  readonly children: string
}) {
  const id = useId()
  return (
    <h3 className="max-w-full min-w-fit flex-1">
      <button
        id={id}
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="flex h-10 w-full items-center gap-1.5 px-3 text-start text-second font-medium hover:bg-hover pointer-coarse:h-11"
      >
        {icon}
        <span className="whitespace-nowrap">{children}</span>
        {count > 0 ? <span className="text-meta text-muted tabular-nums">{count}</span> : null}
        <ChevronDown
          size={16}
          aria-hidden
          className={classes('ms-auto shrink-0 text-muted transition-transform', !open && 'rotate-180')}
        />
      </button>
    </h3>
  )
}
