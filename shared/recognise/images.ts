/** Images around the head and the signature of a notice: neither holds any, so they go to the text or stay out. */
import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'

/** What is said of an image that may be a seal: only its place belongs to a document, never the seal itself. */
export const SEAL = '署名处的图片像是印章或签名，没有收入；原件里有'

/**
 * Puts images of the head at the beginning of the text, and leaves out those in the signature and those that lie over the lines beside
 * it. `head` and `tail` count lines without images.
 */
export function settleImages(lines: readonly Line[], head: number, tail: { readonly from: number; readonly next: number } | null, notes: Notes): readonly Line[] {
  const result: Line[] = []
  const moved: Line[] = []
  let count = 0
  const release = (): void => {
    if (count === head) result.push(...moved.splice(0))
  }
  for (const line of lines) {
    if (!line.image) {
      result.push(line)
      count += 1
      release()
    } else if (count < head) {
      moved.push(line)
      notes.doubt('正文', '版头或标题处的图片放到了正文开头，不需要的请删去')
    } else if (tail && isSigned(count, tail, line.image.floating)) notes.doubt('署名', SEAL)
    else result.push(line)
  }
  return [...result, ...moved]
}

function isSigned(at: number, { from, next }: { readonly from: number; readonly next: number }, floating: boolean): boolean {
  return floating ? at >= from && at <= next : at > from && at < next
}
