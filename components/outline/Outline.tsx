'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useEditor } from '../hooks/EditorProvider'
import { useSelection, useView } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { countLinks } from '../panels/searchMap'
import { OutlineAdd } from './OutlineAdd'
import { OutlineRow } from './OutlineRow'
import { outlineTree } from './outlineTree'

const noLinks = { incoming: 0, outgoing: 0 }

/**
 * The map as an editable text: frames, what lies in them, what each leads to and is led to by. Does all
 * that the canvas does for meaning, by keyboard, screen reader or thumb.
 */
export function Outline({ onShow }: { readonly onShow?: () => void }) {
  const t = useTranslations('panels.outline')
  const editor = useEditor()
  const view = useView()
  const mayEdit = useMayEdit()
  const selection = useSelection()
  const groups = useMemo(() => outlineTree(view), [view])
  const counts = useMemo(() => countLinks(view), [view])
  const hasFrames = groups.some(({ frame }) => frame !== undefined)
  const selected = useMemo(() => new Set(selection.elements), [selection])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {mayEdit ? <OutlineAdd /> : null}
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {view.elements.size === 0 ? <p className="px-2 py-3 text-body text-muted">{t('empty')}</p> : null}
        {groups.map(({ frame, elements }) => (
          <section key={frame?.id ?? 'none'} className="pt-1 pb-2">
            {hasFrames ? (
              <h3 className="px-2 pt-1 pb-0.5 text-second font-medium text-muted">
                {frame === undefined ? (
                  t('noFrame')
                ) : (
                  <button
                    type="button"
                    className="max-w-full truncate rounded-button hover:text-ink pointer-coarse:min-h-11"
                    dir="auto"
                    onClick={() => editor.select({ elements: [frame.id], links: [] })}
                  >
                    {frame.label === '' ? t('unnamedFrame') : frame.label}
                  </button>
                )}
              </h3>
            ) : null}
            {elements.length === 0 && frame !== undefined ? (
              <p className="px-2 text-second text-muted">{t('emptyFrame')}</p>
            ) : null}
            <ul>
              {elements.map((element) => (
                <OutlineRow
                  key={element.id}
                  element={element}
                  incoming={(counts.get(element.id) ?? noLinks).incoming}
                  outgoing={(counts.get(element.id) ?? noLinks).outgoing}
                  selected={selected.has(element.id)}
                  mayEdit={mayEdit}
                  level={hasFrames ? 4 : 3}
                  onShow={onShow}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
