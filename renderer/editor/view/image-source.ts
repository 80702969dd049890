/** Where the sheet gets images from: the room around it asks the machine. */
import { createContext, useContext } from 'react'
import type { PlacedImage } from '../acts/images.ts'

export interface ImageSource {
  /** Asks the person for an image and takes it into the library; null when there is none, and why has been said. */
  readonly choose: () => Promise<PlacedImage | null>
  /** Takes a file that was pasted into the library; null when it cannot be, and why has been said. */
  readonly take: (file: File) => Promise<PlacedImage | null>
}

const NONE: ImageSource = { choose: () => Promise.resolve(null), take: () => Promise.resolve(null) }

export const ImageSourceContext = createContext<ImageSource>(NONE)

export function useImageSource(): ImageSource {
  return useContext(ImageSourceContext)
}
