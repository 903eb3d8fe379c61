'use client'
import { useTranslations } from 'next-intl'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { computeScene } from '../../../lib/geometry/scene'
import { archetypeNames, type ArchetypeName } from '../../../lib/model/archetype'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { boardView } from '../../../lib/model/position'
import { buildTemplate, templatePlans } from '../../../lib/templates/buildTemplate'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { toast } from '../../ui/toast'
import { useTemplateTexts } from './useTemplateTexts'

/** The ten archetypes, each with an example that can be added to the open map. */
export function PatternLibrary({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void
  /** Where a panel covers the map: gives way to it. */
  readonly onAdded: (() => void) | undefined
}) {
  const t = useTranslations('archetypes')
  const textOf = useTemplateTexts()
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const mayEdit = useMayEdit()

  const add = (name: ArchetypeName): void => {
    if (textOf === undefined) return
    const map = buildTemplate(name, textOf)
    const here = computeScene(editor.view.get(), boardView).bounds
    const there = computeScene(fromWeftMap(map), boardView).bounds
    const offset =
      here === undefined || there === undefined
        ? { x: 0, y: 0 }
        : { x: Math.round(here.x + here.width + 160 - there.x), y: Math.round(here.y - there.y) }
    const made = run(mergeMap, { map, offset })
    if (!made.ok) return
    onClose()
    onAdded?.()
    workspace.get().camera?.fit(made.value.select?.elements)
    toast.success(t('library.added', { name: t(`kinds.${name}.name`) }))
  }

  return (
    <Dialog
      open
      size="large"
      title={t('library.title')}
      description={t('library.about')}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <ul className="grid gap-3 pb-2 sm:grid-cols-2">
        {archetypeNames.map((name) => (
          <li key={name} className="flex flex-col gap-1 rounded-card border border-hairline p-3.5">
            <h3 className="text-body font-semibold">{t(`kinds.${name}.name`)}</h3>
            <p className="text-second">{t(`kinds.${name}.about`)}</p>
            <p className="min-h-5 text-second text-muted">
              {textOf === undefined
                ? null
                : t('library.example', { title: textOf(`${templatePlans[name].name}.title`) })}
            </p>
            {mayEdit ? (
              <div className="mt-auto pt-1.5">
                <Button
                  size="small"
                  busy={textOf === undefined}
                  aria-label={t('library.addNamed', { name: t(`kinds.${name}.name`) })}
                  onClick={() => add(name)}
                >
                  {t('library.add')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
