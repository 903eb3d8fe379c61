/** Lets the page's style decide the size; the picture is scenery, what stands with it has the words. */
export function scaleToBox(svg: string): string {
  return svg
    .replace(/ width="[^"]*" height="[^"]*"/, ' width="100%" height="100%"')
    .replace(' role="img"', ' aria-hidden="true"')
    .replace(/<title>[^<]*<\/title>\s*/, '')
    .replace(/<desc>[^<]*<\/desc>\s*/, '')
}
