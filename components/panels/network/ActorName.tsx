import type { ElementId } from '../../../lib/base/ids'
import { useElement } from '../../hooks/useMap'
import { SectorTag } from '../../ui/SectorTag'

/** A stakeholder by name, with the two letters of its sector. */
export function ActorName({ id }: { readonly id: ElementId }) {
  const element = useElement(id)
  if (element?.kind !== 'stakeholder') return null
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-body">
      {element.sector === undefined ? null : <SectorTag sector={element.sector} />}
      <span dir="auto" className="min-w-0 truncate">
        {element.label}
      </span>
    </span>
  )
}
