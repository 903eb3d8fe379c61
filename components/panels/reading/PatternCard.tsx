'use client'
import { Check, ChevronDown, Lightbulb } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { ArchetypeMatch } from '../../../lib/analysis/archetypes'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { confirmArchetype } from '../../../lib/commands/confirmArchetype'
import { toFigureKey } from '../../../lib/model/loopKey'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { toast } from '../../ui/toast'
import { LoopTag } from '../loops/LoopTag'
import { bold } from './bold'
import { DelayChecks } from './DelayChecks'
import { sayNotThis } from './notThis'
import { PatternParts } from './PatternParts'

/** A figure of loops that could be an archetype, or that people say is one: told with the map's own names. */
export function PatternCard({
  match,
  confirmedAs,
  loops,
  open,
  onToggle,
  onShow,
}: {
  readonly match: ArchetypeMatch
  /** Key of the record in which people confirmed it. */
  readonly confirmedAs?: string
  readonly loops: ReadonlyMap<string, NumberedLoop>
  readonly open: boolean
  readonly onToggle: () => void
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('archetypes')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const mayEdit = useMayEdit()
  const id = useId()
  const elements = useView((view) => view.elements)
  const isShown = useWorkspaceState((state) => state.spotlight?.about === match.key)
  const name = t(`kinds.${match.archetype}.name`)
  const isConfirmed = confirmedAs !== undefined
  const mainParts = match.roles.slice(0, 2).map(({ variable }) => elements.get(variable)?.label ?? '')

  const show = (): void => {
    if (isShown) {
      workspace.update({ spotlight: undefined })
      return
    }
    onShow?.()
    workspace.update({
      spotlight: { name, about: match.key, elements: new Set(match.variables), links: new Set(match.links) },
    })
    if (onShow === undefined) workspace.get().camera?.revealWhole?.(match.variables)
    else workspace.get().camera?.fit(match.variables)
  }
  const confirm = (): void => {
    if (!run(confirmArchetype, { key: toFigureKey(match.links), archetype: match.archetype }).ok) return
    announce(t('confirmedSaid', { name }))
  }
  const dismiss = (): void => {
    if (isShown) workspace.update({ spotlight: undefined })
    sayNotThis(editor.mapId, 'archetypes', match.key)
    toast(t('dismissedSaid', { name }))
  }

  return (
    <article
      aria-labelledby={id}
      className={classes('rounded-card border bg-canvas', isShown ? 'border-accent' : 'border-hairline')}
    >
      <h4>
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-h-10 w-full items-center gap-2 rounded-card px-3 py-1.5 text-start hover:bg-hover pointer-coarse:min-h-11"
        >
          {isConfirmed ? (
            <Check size={18} aria-hidden className="shrink-0 text-ok" />
          ) : (
            <Lightbulb size={18} aria-hidden className="shrink-0 text-warn" />
          )}
          <span className="min-w-0 flex-1">
            <span id={id} className="block text-body font-semibold">
              {isConfirmed ? name : t('couldBe', { name })}
            </span>
            {open ? null : (
              <span className="block truncate text-meta text-muted" dir="auto">
                {mainParts.join(' · ')}
              </span>
            )}
          </span>
          <ChevronDown
            size={16}
            aria-hidden
            className={classes('shrink-0 text-muted transition-transform', open && 'rotate-180')}
          />
        </button>
      </h4>
      {open ? (
        <div className="flex flex-col gap-2.5 px-3 pb-3">
          <p className="text-second leading-relaxed">
            <Told match={match} />
          </p>
          <p className="flex flex-wrap items-center gap-1">
            <span className="pe-1 text-meta text-muted">{t('loops')}</span>
            {match.loops.map(({ key, kind }) => {
              const loop = loops.get(key)
              return loop === undefined ? (
                <span key={key} className="text-meta text-muted">
                  {t('loopKind', { kind })}
                </span>
              ) : (
                <button
                  key={key}
                  type="button"
                  aria-label={t('readLoop', { tag: loop.tag })}
                  onClick={() => workspace.update({ loop: key })}
                  className="rounded-[4px] pointer-coarse:px-1 pointer-coarse:py-2.5"
                >
                  <LoopTag loop={loop} />
                </button>
              )
            })}
          </p>
          <DelayChecks delays={match.delays} />
          <Button variant={isShown ? 'secondary' : 'primary'} size="small" wide aria-pressed={isShown} onClick={show}>
            {t(isShown ? 'shown' : 'show')}
          </Button>
          <div className="flex flex-wrap gap-1.5">
            {isConfirmed && mayEdit ? (
              <Button
                variant="quiet"
                size="small"
                onClick={() => run(confirmArchetype, { key: confirmedAs, archetype: null })}
              >
                {t('takeBack')}
              </Button>
            ) : null}
            {isConfirmed || !mayEdit ? null : (
              <Button size="small" onClick={confirm}>
                {t('yes')}
              </Button>
            )}
            {isConfirmed ? null : (
              <Button variant="quiet" size="small" onClick={dismiss}>
                {t('notThis')}
              </Button>
            )}
          </div>
          <PatternParts match={match} />
        </div>
      ) : null}
    </article>
  )
}

/** Parts that a story tells the other way round where less of a variable plays them. */
const turnedRoles = [
  'slowing',
  'limitA',
  'limitB',
  'fix',
  'quick',
  'fundamental',
  'side',
  'gap',
  'resource',
  'performance',
  'capacity',
  'need',
] as const
const optionalRoles = ['limit', 'appeal', 'side', 'pressure', 'total', 'standard'] as const

/** The archetype's story with the names that the map gives to its parts. */
function Told({ match }: { readonly match: ArchetypeMatch }) {
  const t = useTranslations('archetypes.kinds')
  const elements = useView((view) => view.elements)
  const names = Object.fromEntries(match.roles.map(({ role, variable }) => [role, elements.get(variable)?.label ?? '']))
  const has = Object.fromEntries(optionalRoles.map((role) => [`has_${role}`, role in names ? 'yes' : 'no']))
  const turned = new Set(match.roles.flatMap(({ role, isLess }) => (isLess === true ? [role] : [])))
  const less = Object.fromEntries(turnedRoles.map((role) => [`less_${role}`, turned.has(role) ? 'yes' : 'no']))
  return t.rich(`${match.archetype}.story`, {
    ...names,
    ...has,
    ...less,
    b: bold,
  })
}
