/** A decoded image: three bytes a pixel, row by row from the top, and how solid each is where not all of it is. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  readonly alpha?: Uint8Array
}

/** An image file that cannot be decoded, in words for the person. */
export class ImageFileFault extends Error {
  constructor(fault: string) {
    super(fault)
    this.name = 'ImageFileFault'
  }
}

/** Makes a raster of `width` × `height` pixels from what `pixel` says of each: red, green, blue, and how solid. */
export function raster(width: number, height: number, pixel: (x: number, y: number) => readonly [number, number, number, number]): Raster {
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  let solid = true
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [red, green, blue, opacity] = pixel(x, y)
      rgb[at * 3] = red
      rgb[at * 3 + 1] = green
      rgb[at * 3 + 2] = blue
      alpha[at] = opacity
      solid &&= opacity === 255
    }
  }
  return { width, height, rgb, ...(solid ? {} : { alpha }) }
}
