import { LoaderCircle } from 'lucide-react'

/** Something is under way. `label` is read aloud. */
export function Spinner({ label, size = 20 }: { readonly label: string; readonly size?: number }) {
  return (
    <span role="status" className="inline-flex items-center text-muted">
      <LoaderCircle size={size} className="animate-spin" aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  )
}
