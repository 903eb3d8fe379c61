// A map as large as Weft is made for, imported as a file.
export const largeElements = 5_000
const links = 10_000

/** A large map, imported as a file. */
export async function importLargeMap(url) {
  const idOf = (index) => `e${index % largeElements}`
  const file = {
    weft: 1,
    meta: { schemaVersion: 1, title: 'Large', description: '' },
    elements: Object.fromEntries(
      Array.from({ length: largeElements }, (_, index) => [
        idOf(index),
        { kind: 'variable', label: `Variable ${index} of a large map`, description: '' },
      ]),
    ),
    links: Object.fromEntries(
      Array.from({ length: links }, (_, index) => [
        `l${index}`,
        {
          ...{ kind: 'causal', description: '', polarity: index % 3 === 0 ? '-' : '+' },
          ...{ from: idOf(index), to: idOf(index + 1 + Math.floor(index / largeElements)) },
        },
      ]),
    ),
    positions: {
      board: Object.fromEntries(
        Array.from({ length: largeElements }, (_, index) => [
          idOf(index),
          [(index % 70) * 220, Math.floor(index / 70) * 120],
        ]),
      ),
    },
  }
  const response = await fetch(`${url}/api/maps/import?format=weft`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(file),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}
