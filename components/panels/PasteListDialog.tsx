'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { limits } from '../../lib/base/limits'
import { addElements } from '../../lib/commands/addElements'
import { addList } from '../../lib/commands/addList'
import { blockSize } from '../../lib/commands/blockPlaces'
import { readPastedList } from '../../lib/formats/pasteList'
import { labelKey } from '../../lib/model/label'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { findPlaceForNew } from '../hooks/placeNew'
import { useView } from '../hooks/useMap'
import { useRun } from '../hooks/useRun'
import { useTyped } from '../hooks/useTyped'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { TextArea } from '../ui/TextArea'
import { toast } from '../ui/toast'
import { arrangeList } from './arrangeList'
import { SignMark } from './SignMark'

const mostShown = 60

/** A pasted list becomes variables, with a look at them first; rows of from, to, sign become links. */
export function PasteListDialog({ text: pasted, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const t = useTranslations('panels.pasteList')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const view = useView()
  const [text, setText] = useState(pasted)
  useTyped(t('title'), text)
  const [keepDoubles, setKeepDoubles] = useState(false)
  const [sure, setSure] = useState(false)
  const list = useMemo(() => readPastedList(text), [text])
  const onMap = useMemo(
    () => new Set([...view.elements.values()].map((element) => labelKey(element.label))),
    [view.elements],
  )
  const doubles = list.labels.filter((label) => onMap.has(labelKey(label)))
  // Links lead to what is there already; a second variable of the same name would tear them apart.
  const skips = list.links.length > 0 || !keepDoubles
  const fresh = skips ? list.labels.filter((label) => !onMap.has(labelKey(label))) : list.labels
  const isMuch = fresh.length > limits.pasteList
  const isNothing = fresh.length === 0 && list.links.length === 0

  const create = (): void => {
    const result =
      list.links.length === 0
        ? run(addElements, {
            labels: fresh,
            at: findPlaceForNew(editor, workspace.get().camera, blockSize(fresh.length)),
          })
        : run(addList, {
            variables: arrangeList(editor.view.get(), fresh, list.links),
            links: list.links,
          })
    if (!result.ok) return
    onClose()
    const { elements = [], links = [] } = result.value.select ?? {}
    editor.select({ elements, links: [] })
    workspace.get().camera?.fit(elements.length > 0 ? elements : undefined)
    toast.success(t('done', { count: elements.length, links: links.length }))
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title')}
      description={t('description')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" disabled={isNothing || (isMuch && !sure)} onClick={create}>
            {isNothing ? t('createNothing') : t('create', { count: fresh.length, links: list.links.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('field')} hint={t('hint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              autoFocus
              data-paste-field
              value={text}
              placeholder={t('placeholder')}
              onChange={(event) => {
                setText(event.target.value)
                setSure(false)
              }}
              className="min-h-32"
            />
          )}
        </Field>
        {list.labels.length > 0 ? (
          <section aria-label={t('preview')} className="flex flex-col gap-2">
            <h3 role="status" className="text-second font-medium">
              {t('create', { count: fresh.length, links: list.links.length })}
            </h3>
            <ul className="flex flex-wrap gap-1.5">
              {list.labels.slice(0, mostShown).map((label) => {
                const isDouble = onMap.has(labelKey(label))
                return (
                  <li
                    key={label}
                    className={
                      isDouble
                        ? 'inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-dashed border-node-border px-2.5 text-second text-muted'
                        : 'inline-flex h-7 max-w-full items-center rounded-full border border-quiet-border bg-panel px-2.5 text-second'
                    }
                  >
                    <span className="truncate" dir="auto">
                      {label}
                    </span>
                    {isDouble ? <span className="shrink-0 text-meta">{t('onMap')}</span> : null}
                  </li>
                )
              })}
              {list.labels.length > mostShown ? (
                <li className="inline-flex h-7 items-center text-second text-muted">
                  {t('more', { count: list.labels.length - mostShown })}
                </li>
              ) : null}
            </ul>
            {list.links.length > 0 ? (
              <ul className="flex max-h-40 flex-col overflow-y-auto text-second">
                {list.links.slice(0, mostShown).map((link) => (
                  <li key={`${link.from}\n${link.to}`} className="flex items-center gap-1.5 py-0.5">
                    <span className="min-w-0 truncate">{t('link', { from: link.from, to: link.to })}</span>
                    <SignMark polarity={link.polarity ?? '?'} />
                  </li>
                ))}
              </ul>
            ) : null}
            {list.repeated.length > 0 ? (
              <p className="text-second text-muted">{t('repeated', { count: list.repeated.length })}</p>
            ) : null}
            {list.shortened.length > 0 ? (
              <p className="text-second text-warn">{t('shortened', { count: list.shortened.length })}</p>
            ) : null}
            {doubles.length > 0 && list.links.length === 0 ? (
              <Checkbox
                label={t('keepDoubles', { count: doubles.length })}
                checked={keepDoubles}
                onChange={setKeepDoubles}
              />
            ) : null}
            {isMuch ? <Checkbox label={t('sure', { count: fresh.length })} checked={sure} onChange={setSure} /> : null}
          </section>
        ) : null}
      </div>
    </Dialog>
  )
}
