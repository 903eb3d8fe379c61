'use client'
import { Columns2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { latePart } from '../../ui/latePart'

const CompareDialog = latePart(async () => (await import('../compare/CompareDialog')).CompareDialog)

/** Opens the comparison of a version with the map as it is now, or with whatever else one chooses there. */
export function CompareButton({ version, label }: { readonly version: string; readonly label: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        className="self-start"
        icon={<Columns2 size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen ? <CompareDialog first={[`version:${version}`, 'now']} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
