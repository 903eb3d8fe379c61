/**
 * A `Content-Disposition` for a download named after a map: safe against header injection and
 * against names that a file system takes amiss, and whole for readers that know RFC 5987.
 * @param title any text; @param extension without the dot
 */
export function contentDisposition(title: string, extension: string): string {
  const name = `${cleanFileName(title)}.${extension}`
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

function cleanFileName(title: string): string {
  const name = Array.from(
    title
      .replace(/\p{Cs}/gu, ' ')
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[/\\:*?"<>|]/g, ' ')
      .replace(/\s+/g, ' '),
  )
    .slice(0, 80)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  // Windows keeps these names for devices, whatever the extension.
  return name === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `map ${name}`.trim() : name
}
