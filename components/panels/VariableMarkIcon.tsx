import { variableMarkPaths, variableMarkStroke } from '../../lib/geometry/variableMark'
import type { VariableMark } from '../../lib/model/variable'

/** The mark of a variable as the map draws it. Decorative: the word stands beside it. */
export function VariableMarkIcon({ mark, size = 16 }: { readonly mark: VariableMark; readonly size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="-9 -9 18 18" className="shrink-0">
      <path
        d={variableMarkPaths[mark]}
        fill="none"
        stroke="currentColor"
        strokeWidth={variableMarkStroke}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
