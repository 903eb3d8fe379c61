'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { hintKinds, type HintKind, type HintPlace, type Hints } from '../../../lib/analysis/hints'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { bringBack, sayNotThis } from './notThis'
import { useNotThis } from './useNotThis'

/** What the map could be read better by, kind by kind; each place can be gone to, each kind put away. */
export function HintList({ hints, onShow }: { readonly hints: Hints; readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('hints')
  const editor = useEditor()
  const notThis = useNotThis()
  const shown = hintKinds.filter((kind) => hints[kind].length > 0 && !notThis.hints.has(kind))
  const putAway = hintKinds.filter((kind) => hints[kind].length > 0 && notThis.hints.has(kind)).length
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-meta text-muted">{t(shown.length === 0 ? 'none' : 'about')}</p>
      {shown.length === 0 ? null : (
        <ul className="flex flex-col gap-2.5">
          {shown.map((kind) => (
            <HintRow key={kind} kind={kind} places={hints[kind]} onShow={onShow} />
          ))}
        </ul>
      )}
      {putAway > 0 ? (
        <div className="-ms-2">
          <Button variant="quiet" size="small" onClick={() => bringBack(editor.mapId, 'hints')}>
            {t('bringBack', { count: putAway })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function HintRow({
  kind,
  places,
  onShow,
}: {
  readonly kind: HintKind
  readonly places: readonly HintPlace[]
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('hints')
  const editor = useEditor()
  const workspace = useWorkspace()
  /** The place that was shown last. */
  const [at, setAt] = useState(-1)
  const hint = t(`kinds.${kind}`, { count: places.length })
  const next = at + 1 < places.length ? at + 1 : 0
  const show = (): void => {
    const place = places[next]
    if (place === undefined) return
    setAt(next)
    onShow?.()
    if (kind === 'no-goal') {
      const { elements, links } = place
      workspace.update({ spotlight: { name: t('loopName'), elements: new Set(elements), links: new Set(links) } })
    } else {
      editor.select(place)
    }
    workspace.get().camera?.reveal?.([...place.elements, ...place.links])
  }
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <p className="text-second font-medium">{hint}</p>
        <p className="text-second text-muted">{t(`why.${kind}`)}</p>
        <Button
          variant="quiet"
          size="small"
          className="-ms-2"
          aria-label={t('showOf', { hint, show: t('showNext', { at: next + 1, count: places.length }) })}
          onClick={show}
        >
          {t('showNext', { at: next + 1, count: places.length })}
        </Button>
      </div>
      <IconButton label={t('dismiss')} size="small" onClick={() => sayNotThis(editor.mapId, 'hints', kind)}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  )
}
