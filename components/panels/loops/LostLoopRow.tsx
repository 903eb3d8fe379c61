'use client'
import { ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useId, useMemo } from 'react'
import { readArcs } from '../../../lib/analysis/arcSaying'
import { traceDeclaredLoop, type TracedWay } from '../../../lib/analysis/declaredTrace'
import { tellLoop, tellPath } from '../../../lib/analysis/loopStory'
import { letLoopGo } from '../../../lib/commands/letLoopGo'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useView } from '../../hooks/useMap'
import type { Spotlight } from '../../hooks/workspace'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Story } from '../analysis/Story'
import type { LostLoop } from './loopList'

/** One of them: pointed at, it is lit on the map; opened, it is told where it leads and where it stops. */
export function LostLoopRow({
  lost: { key, name, note, tag, reason },
  open,
  onToggle,
  onLight,
  onShow,
}: {
  readonly lost: LostLoop
  readonly open: boolean
  readonly onToggle: () => void
  readonly onLight: (light: Spotlight | undefined) => void
  readonly onShow: ((light: Spotlight) => void) | undefined
}) {
  const t = useTranslations('panels.loops')
  const run = useRun()
  const mayEdit = useMayEdit()
  const workspace = useWorkspace()
  const links = useView((view) => view.links)
  const id = useId()
  const title = name === '' ? t('unnamed') : name
  const trace = useMemo(() => traceDeclaredLoop({ links }, key), [links, key])
  const light = useMemo<Spotlight>(
    () => ({ name: title, elements: new Set(trace.variables), links: new Set(trace.links) }),
    [title, trace],
  )
  // Opened, it stays lit, also when its links change; whoever points elsewhere comes back to it.
  useEffect(() => {
    if (!open) return undefined
    onLight(light)
    return () => onLight(undefined)
  }, [open, light, onLight])
  // Let go, it takes its light along.
  useEffect(() => () => onLight(undefined), [onLight])
  const count =
    reason.kind === 'broken' ? reason.missing.length : reason.kind === 'loop-and-tail' ? reason.tail.length : 0
  return (
    <li
      onPointerEnter={() => onLight(light)}
      onPointerLeave={() => (open ? undefined : onLight(undefined))}
      className="flex flex-col"
    >
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onFocus={() => onLight(light)}
          onBlur={() => (open ? undefined : onLight(undefined))}
          onClick={() => {
            onToggle()
            if (!open && trace.variables.length > 0) workspace.get().camera?.revealWhole?.(trace.variables)
          }}
          className={classes(
            'flex min-h-9 min-w-0 flex-1 items-start gap-1.5 rounded-button px-1.5 py-1.5 text-start text-second hover:bg-hover pointer-coarse:min-h-11',
            open && 'bg-accent-tint hover:bg-accent-tint',
          )}
        >
          <ChevronRight
            size={16}
            aria-hidden
            className={classes('mt-0.5 shrink-0 text-muted rtl:-scale-x-100', open && 'rotate-90 rtl:-rotate-90')}
          />
          <span className="min-w-0 flex-1">
            {tag === undefined ? null : <span className="font-semibold">{tag} </span>}
            <span className="font-medium" dir="auto">
              {title}
            </span>{' '}
            <span className="text-muted">{t(`reasons.${reason.kind}`, { count })}</span>
          </span>
        </button>
        {mayEdit ? (
          <Button variant="quiet" size="small" onClick={() => run(letLoopGo, { key })}>
            {t('letGo')}
          </Button>
        ) : null}
      </div>
      <div id={id} hidden={!open} className="ps-7 pe-2.5 pb-2">
        {open ? (
          <div className="flex flex-col gap-2 text-second leading-relaxed">
            <Told reason={reason.kind} trace={trace} />
            {note === '' ? null : (
              <div>
                <h4 className="text-meta font-semibold text-muted">{t('story')}</h4>
                <p dir="auto" className="whitespace-pre-line">
                  {note}
                </p>
              </div>
            )}
            {onShow === undefined ? null : (
              <Button size="small" wide onClick={() => onShow(light)}>
                {t('onMap')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </li>
  )
}

function Told({
  reason,
  trace: { cycle, chains, meetings },
}: {
  readonly reason: LostLoop['reason']['kind']
  readonly trace: ReturnType<typeof traceDeclaredLoop>
}) {
  const t = useTranslations('loops.lost')
  const format = useFormatter()
  const elements = useView((view) => view.elements)
  const nameOf = (way: TracedWay, at: number): string => {
    const id = way.variables.at(at)
    return (id === undefined ? undefined : elements.get(id)?.label) ?? ''
  }
  const [only] = chains
  return (
    <>
      {cycle === undefined ? null : (
        <div>
          <h4 className="text-meta font-semibold text-muted">{t('cycle')}</h4>
          <p>
            <WayStory way={cycle} closed />
          </p>
        </div>
      )}
      {chains.map((chain, index) => (
        <div key={chain.links[0]}>
          <h4 className="text-meta font-semibold text-muted">
            {cycle !== undefined
              ? t('tail', { count: chains.length, index: index + 1 })
              : t(reason === 'broken' ? 'left' : 'chain', { count: chains.length, index: index + 1 })}
          </h4>
          <p>
            <WayStory way={chain} />
          </p>
        </div>
      ))}
      {reason === 'open' && chains.length === 1 && only !== undefined ? (
        <p className="text-muted">{t('stops', { first: nameOf(only, 0), last: nameOf(only, -1) })}</p>
      ) : null}
      {reason === 'tangle' ? (
        <p className="text-muted">
          {meetings.length === 0
            ? t('apart')
            : t('meet', { names: format.list(meetings.map((id) => `“${elements.get(id)?.label ?? ''}”`)) })}
        </p>
      ) : null}
    </>
  )
}

function WayStory({ way, closed = false }: { readonly way: TracedWay; readonly closed?: boolean }) {
  const links = useView((view) => view.links)
  const told = { variables: way.variables, links: readArcs({ links }, way.links) }
  const tell = closed ? tellLoop : tellPath
  return (
    <Story
      steps={tell(
        told,
        ({ sign }) => sign,
        ({ late }) => late,
      )}
    />
  )
}
