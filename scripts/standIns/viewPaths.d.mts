/** x and y of the middle of what is seen, and its width. */
type View = readonly [number, number, number]
type WayOf<Place> = (from: Place, to: Place) => (part: number) => readonly number[]

export declare const interpolateZoom: WayOf<View>
export declare const interpolate: WayOf<readonly number[]>
