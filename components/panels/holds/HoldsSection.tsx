'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { summariseHolds, type Holder } from '../../../lib/analysis/holds'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { ActorName } from '../network/ActorName'

/** Variables named at once. */
const most = 12

/** Where people and factors meet: which leverage points nobody has a hold on, and who has several. */
export function HoldsSection({ onShow }: { readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('holds')
  const workspace = useWorkspace()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const { isEmpty, marked, unheld, holders, exposed } = useMemo(
    () => summariseHolds({ elements, links }),
    [elements, links],
  )
  if (isEmpty) return <p className="text-body text-muted">{t('none')}</p>
  const light = (): void => {
    workspace.update({
      spotlight: { name: t('unheld'), about: 'holds:unheld', elements: new Set(unheld), links: new Set() },
    })
    workspace.get().camera?.reveal?.(unheld)
    onShow?.()
  }
  return (
    <div className="flex flex-col gap-4">
      <section className="flex flex-col gap-1.5">
        <h3 className="text-body font-semibold">{t('unheld')}</h3>
        <p className="text-meta text-muted">{t(marked.length === 0 ? 'ofAll' : 'ofMarked')}</p>
        {unheld.length === 0 ? (
          <p className="text-second">{t('allHeld')}</p>
        ) : (
          <>
            <ul className="-mx-2 flex flex-col">
              {unheld.slice(0, most).map((id) => (
                <li key={id}>
                  <ElementRow id={id} />
                </li>
              ))}
            </ul>
            {unheld.length > most ? (
              <p className="text-meta text-muted">{t('more', { count: unheld.length - most })}</p>
            ) : null}
            <Button size="small" className="self-start" onClick={light}>
              {t('light')}
            </Button>
          </>
        )}
      </section>
      <Holders title={t('several')} none={t('noSeveral')} holders={holders} />
      <Holders title={t('exposed')} hint={t('exposedHint')} none={t('noExposed')} holders={exposed} />
    </div>
  )
}

function Holders({
  title,
  hint,
  none,
  holders,
}: {
  readonly title: string
  readonly hint?: string
  readonly none: string
  readonly holders: readonly Holder[]
}) {
  const elements = useView((view) => view.elements)
  const editor = useEditor()
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-body font-semibold">{title}</h3>
      {hint === undefined ? null : <p className="text-meta text-muted">{hint}</p>}
      {holders.length === 0 ? <p className="text-second text-muted">{none}</p> : null}
      <ul className="-mx-2 flex flex-col">
        {holders.slice(0, most).map(({ actor, variables }) => (
          <li key={actor}>
            <button
              type="button"
              onClick={() => editor.select({ elements: [actor], links: [] })}
              className="flex w-full flex-col rounded-button px-2 py-1 text-start hover:bg-hover pointer-coarse:min-h-11"
            >
              <ActorName id={actor} />
              <span className="text-second text-muted" dir="auto">
                {variables.map((id) => elements.get(id)?.label ?? '').join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ElementRow({ id }: { readonly id: ElementId }) {
  const t = useTranslations('panels.inspector')
  const label = useView((view) => view.elements.get(id)?.label ?? '')
  const editor = useEditor()
  const workspace = useWorkspace()
  return (
    <button
      type="button"
      dir="auto"
      onClick={() => {
        editor.select({ elements: [id], links: [] })
        workspace.get().camera?.reveal?.([id])
      }}
      className="min-h-8 w-full truncate rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
    >
      {label === '' ? t('unnamed') : label}
    </button>
  )
}
