import { useTranslations } from 'next-intl'
import { useWorkspace } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'
import { useSectorName, useSectors } from '../hooks/useSectors'
import { SectorTag } from '../ui/SectorTag'

/** What the two letters, the colours and the patterns stand for. */
export function SectorLegend({ sectors }: { readonly sectors: readonly string[] }) {
  const { offered } = useSectors()
  const nameOf = useSectorName()
  const first = offered.map(({ key }) => key).filter((sector) => sectors.includes(sector))
  const others = sectors.filter((sector) => !first.includes(sector))
  const t = useTranslations('sectors.edit')
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  if (sectors.length === 0) return null
  return (
    <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1">
      {[...first, ...others].map((sector) => (
        <li key={sector} className="flex items-center gap-1.5 text-meta">
          <SectorTag sector={sector} />
          <span dir="auto">{nameOf(sector)}</span>
        </li>
      ))}
      {mayEdit ? (
        <li className="flex items-center">
          <button
            type="button"
            className="rounded-button px-1.5 text-meta font-medium text-accent hover:bg-hover pointer-coarse:min-h-11"
            onClick={() => workspace.openDialog('sectors')}
          >
            {t('sector')}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
