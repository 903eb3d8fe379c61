'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ArchetypeReply, ConfirmedArchetype } from '../../../lib/analysis/archetypeQuestion'
import type { ArchetypeMatch } from '../../../lib/analysis/archetypes'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { confirmArchetype } from '../../../lib/commands/confirmArchetype'
import { isArchetypeName } from '../../../lib/model/archetype'
import { useEditor } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { latePart } from '../../ui/latePart'
import { bringBack } from './notThis'
import { PatternCard } from './PatternCard'
import { useNotThis } from './useNotThis'

const PatternLibrary = latePart(async () => (await import('./PatternLibrary')).PatternLibrary)

/** Patterns that people confirmed, and those that could be. */
export function PatternList({
  isAsked,
  reply,
  suggestions,
  loops,
  onShow,
}: {
  readonly isAsked: boolean
  readonly reply: ArchetypeReply | undefined
  readonly suggestions: readonly ArchetypeMatch[]
  readonly loops: readonly NumberedLoop[]
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('archetypes')
  const editor = useEditor()
  const notThis = useNotThis()
  const [opened, setOpened] = useState<string>()
  const [isLibraryOpen, setLibraryOpen] = useState(false)
  const byKey = useMemo(() => new Map(loops.map((loop) => [loop.key, loop])), [loops])
  const confirmed = reply?.confirmed ?? []
  const first = confirmed.find(({ match }) => match !== undefined)?.match?.key ?? suggestions[0]?.key
  const open = opened ?? first
  const toggle = (key: string): void => setOpened(open === key ? '' : key)
  const putAway = reply?.matches.filter(({ key }) => notThis.archetypes.has(key)).length ?? 0
  return (
    <div className="flex flex-col gap-2">
      {confirmed.map((one) =>
        one.match === undefined ? (
          <Gone key={one.key} gone={one} />
        ) : (
          <PatternCard
            key={one.key}
            match={one.match}
            confirmedAs={one.key}
            loops={byKey}
            open={open === one.match.key}
            onToggle={() => toggle(one.match?.key ?? '')}
            onShow={onShow}
          />
        ),
      )}
      {suggestions.map((match) => (
        <PatternCard
          key={match.key}
          match={match}
          loops={byKey}
          open={open === match.key}
          onToggle={() => toggle(match.key)}
          onShow={onShow}
        />
      ))}
      {suggestions.length > 0 ? null : (
        <p role="status" className="text-second text-muted">
          {t(!isAsked ? 'why' : reply === undefined ? 'searching' : confirmed.length > 0 ? 'noOther' : 'none')}
        </p>
      )}
      {reply?.complete === false ? <p className="text-meta text-muted">{t('incomplete')}</p> : null}
      <div className="-ms-2 flex flex-wrap">
        {putAway > 0 ? (
          <Button variant="quiet" size="small" onClick={() => bringBack(editor.mapId, 'archetypes')}>
            {t('bringBack', { count: putAway })}
          </Button>
        ) : null}
        <Button variant="quiet" size="small" onClick={() => setLibraryOpen(true)}>
          {t('library.open')}
        </Button>
      </div>
      {isLibraryOpen ? <PatternLibrary onClose={() => setLibraryOpen(false)} onAdded={onShow} /> : null}
    </div>
  )
}

/** One whose links or signs have changed: kept until somebody lets it go. */
function Gone({ gone }: { readonly gone: ConfirmedArchetype }) {
  const t = useTranslations('archetypes')
  const run = useRun()
  const mayEdit = useMayEdit()
  const name = isArchetypeName(gone.archetype) ? t(`kinds.${gone.archetype}.name`) : gone.archetype
  return (
    <div className="flex items-center gap-2">
      <p className="min-w-0 flex-1 text-second">
        <span className="font-medium">{name}</span> <span className="text-muted">{t('gone')}</span>
      </p>
      {mayEdit ? (
        <Button variant="quiet" size="small" onClick={() => run(confirmArchetype, { key: gone.key, archetype: null })}>
          {t('letGo')}
        </Button>
      ) : null}
    </div>
  )
}
