'use client'
import { ClipboardPaste, LayoutTemplate, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { isOffered } from '../hooks/workspace'
import { useMayEdit } from '../hooks/useMayEdit'
import { useSync, useView } from '../hooks/useMap'
import { useMedia } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { Button } from '../ui/Button'
import { draftElement, freePlace } from './naming'
import { useStage } from './StageContext'

/** What an empty map shows: how a map looks, and three ways to begin. */
export function EmptyState() {
  const t = useTranslations('canvas.empty')
  const stage = useStage()
  const workspace = useWorkspace()
  const isEmpty = useView((view) => view.elements.size === 0)
  const isLoading = useSync().kind === 'loading'
  const isNaming = useObservable(stage.draft) !== undefined
  const mayEdit = useMayEdit()
  // A step that shows people other tools says itself what to do.
  const isAsked = useWorkspaceState((state) => isOffered(state, 'variable'))
  const isTouch = useMedia('(pointer: coarse)')
  if (!isEmpty || isLoading || isNaming || !isAsked) return null
  if (!mayEdit) return <p className="weft-empty weft-empty-words">{t('viewer')}</p>
  return (
    <div className="weft-empty">
      <GhostExample names={[t('exampleA'), t('exampleB'), t('exampleC')]} />
      <p className="weft-empty-words">{t(isTouch ? 'hintTouch' : 'hint')}</p>
      <div className="weft-empty-buttons" data-canvas-interface>
        <Button
          variant="primary"
          icon={<Plus size={18} aria-hidden />}
          onClick={() => draftElement(stage, 'variable', freePlace(stage, 'variable'))}
        >
          {t('add')}
        </Button>
        <Button icon={<ClipboardPaste size={18} aria-hidden />} onClick={() => workspace.openDialog('paste-list')}>
          {t('paste')}
        </Button>
        <Button
          icon={<LayoutTemplate size={18} aria-hidden />}
          onClick={() => {
            location.assign('/')
          }}
        >
          {t('template')}
        </Button>
      </div>
    </div>
  )
}

/** A small loop, as maps draw it, so faint that nobody takes it for content. */
function GhostExample({ names }: { readonly names: readonly [string, string, string] }) {
  const places = [
    { x: 180, y: 30 },
    { x: 290, y: 130 },
    { x: 70, y: 130 },
  ] as const
  return (
    <svg className="weft-ghost-example" width={360} height={170} viewBox="0 0 360 170" aria-hidden>
      <path className="weft-line" d="M243 34Q290 46 295 98" />
      <path className="weft-head" d="M295.5 107 290.5 97.5 299.5 97Z" />
      <path className="weft-line" d="M228 148Q180 163 137 152" />
      <path className="weft-head" d="M128 149.5 138.5 147.5 136 156.5Z" />
      <path className="weft-line" d="M65 107Q70 52 109 38" />
      <path className="weft-head" d="M117.5 35 110.5 43 107.5 34Z" />
      {places.map(({ x, y }, index) => (
        <g key={x}>
          <rect x={x - 58} y={y - 17} width={116} height={34} rx={17} />
          <text x={x} y={y + 5} textAnchor="middle" fontSize={14} fontWeight={500}>
            {names[index]}
          </text>
        </g>
      ))}
    </svg>
  )
}
