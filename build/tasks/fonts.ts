/** Fetches the fonts that pages are measured with, where they are missing. */
import { fetchMeasuringFonts, FONTS_HINT, measuringFontconfig } from '../measuring-fonts.ts'

fetchMeasuringFonts()
if (measuringFontconfig() === undefined) {
  process.stderr.write(`字体还不全。${FONTS_HINT}\n`)
  process.exit(1)
}
process.stdout.write('测量用字体齐全\n')
