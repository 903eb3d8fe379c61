import { MapPage } from './MapPage'

/** A map. The page is the same for every map, so that it can be opened without a network. */
export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return <MapPage mapId={id} />
}
