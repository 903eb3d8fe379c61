'use client'
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { deleteScenario } from '../../../../lib/commands/deleteScenario'
import { saveScenario } from '../../../../lib/commands/saveScenario'
import type { Scenario } from '../../../../lib/model/scenario'
import { useRun } from '../../../hooks/useRun'
import { classes } from '../../../ui/classes'
import { IconButton } from '../../../ui/IconButton'
import { Menu } from '../../../ui/Menu'
import { copyFields } from './questionOf'
import { ScenarioTag } from './ScenarioTag'

/** One scenario in a line. */
export function ScenarioRow({
  scenario,
  id,
  place,
  canCompare,
  mayEdit,
  onOpen,
  onCompare,
}: {
  readonly id: string
  readonly scenario: Scenario
  /** Its place among those that are compared; -1 if it is not. */
  readonly place: number
  readonly canCompare: boolean
  readonly mayEdit: boolean
  readonly onOpen: () => void
  readonly onCompare: (on: boolean) => void
}) {
  const t = useTranslations('whatif.scenarios')
  const run = useRun()
  const { name, note, clamps = {}, preferred = {} } = scenario
  const on = place >= 0
  const icon = { size: 16, 'aria-hidden': true } as const
  const summary = t('summary', { held: Object.keys(clamps).length, wished: Object.keys(preferred).length })
  return (
    <li className="flex items-center gap-1 rounded-button hover:bg-hover">
      <button
        type="button"
        role="checkbox"
        aria-checked={on}
        aria-label={t('compareName', { name })}
        title={t('compareName', { name })}
        disabled={!canCompare}
        onClick={() => onCompare(!on)}
        className="grid size-9 shrink-0 place-items-center disabled:opacity-40 pointer-coarse:size-11"
      >
        {on ? (
          <ScenarioTag place={place} />
        ) : (
          <span aria-hidden className="size-5 rounded border border-node-border bg-panel" />
        )}
      </button>
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-11 min-w-0 flex-1 flex-col justify-center text-start"
      >
        <span dir="auto" className="w-full truncate text-body font-medium">
          {name}
        </span>{' '}
        <span dir="auto" className="w-full truncate text-meta text-muted">
          {note === undefined || note === '' ? summary : t('withNote', { summary, note })}
        </span>
      </button>
      {mayEdit ? (
        <Menu
          align="end"
          trigger={
            <IconButton size="small" label={t('moreFor', { name })} className={classes('text-muted')}>
              <Ellipsis {...icon} />
            </IconButton>
          }
          entries={[
            { kind: 'action', id: 'rename', label: t('rename'), icon: <Pencil {...icon} />, onSelect: onOpen },
            {
              kind: 'action',
              id: 'duplicate',
              label: t('duplicate'),
              icon: <Copy {...icon} />,
              onSelect: () => run(saveScenario, { fields: copyFields(scenario, t('copyOf', { name })) }),
            },
            {
              kind: 'action',
              id: 'delete',
              label: t('delete'),
              icon: <Trash2 {...icon} />,
              danger: true,
              onSelect: () => run(deleteScenario, { id }),
            },
          ]}
        />
      ) : null}
    </li>
  )
}
