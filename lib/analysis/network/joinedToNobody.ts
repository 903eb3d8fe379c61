/** Names told before the rest is counted. */
const mostTold = 8

/** Those who have no tie that joins them to anyone (conflict joins nobody): the first few names, and how many more. Cost: linear. */
export function listJoinedToNobody(
  actors: readonly { readonly label: string; readonly inDegree: number; readonly outDegree: number }[],
): { readonly names: readonly string[]; readonly more: number } {
  const labels = actors.flatMap(({ label, inDegree, outDegree }) => (inDegree + outDegree === 0 ? [label] : []))
  return { names: labels.slice(0, mostTold), more: Math.max(0, labels.length - mostTold) }
}
