/** Where the window was and how large: a small JSON file, checked when read, because screens come and go. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'

/** In device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState {
  /** Null: let the system place it. */
  readonly bounds: Rectangle | null
  readonly maximised: boolean
  /** 1 is 100 %. */
  readonly zoom: number
}

/** Limits of the interface's zoom: 80–200 %. */
export const ZOOM = { least: 0.8, most: 2, step: 0.1 } as const

/** The smallest window in which the interface is usable. */
export const LEAST_SIZE = { width: 960, height: 600 } as const

const DEFAULT: WindowState = { bounds: null, maximised: false, zoom: 1 }
/** This much of the title bar must be on a screen, so that the window can be dragged. */
const GRIP = { width: 160, height: 32 } as const

const schema = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  maximised: z.boolean(),
  zoom: z.number(),
})

/** Reads the remembered state; whatever is missing, damaged or off every screen falls back. `screens` are work areas. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return DEFAULT
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) return DEFAULT
  const { bounds, maximised, zoom } = parsed.data
  return { bounds: bounds && fitted(bounds, screens), maximised, zoom: clampZoom(zoom) }
}

/** Writes the state in one step: a crash leaves the old file or the new one. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}.tmp`
  writeFileSync(beside, JSON.stringify(state))
  renameSync(beside, file)
}

/** Rounds to whole steps inside the limits. */
export function clampZoom(zoom: number): number {
  const rounded = Math.round(zoom * 10) / 10
  return Math.min(ZOOM.most, Math.max(ZOOM.least, rounded))
}

function fitted(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle | null {
  const screen = screens.find((area) => gripIsOn(bounds, area))
  if (!screen) return null
  return {
    ...bounds,
    width: Math.min(Math.max(bounds.width, LEAST_SIZE.width), screen.width),
    height: Math.min(Math.max(bounds.height, LEAST_SIZE.height), screen.height),
  }
}

function gripIsOn(bounds: Rectangle, area: Rectangle): boolean {
  const wide = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return wide >= GRIP.width && bounds.y >= area.y && bounds.y + GRIP.height <= area.y + area.height
}
