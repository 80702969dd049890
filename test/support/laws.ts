/**
 * Vitest's setup for property tests. By hand every run looks at other cases, and finds what nobody thought of. CI asks whether a change
 * broke something, and looks at the same cases each time: a change is not refused for a fault that stood there before. The number of a
 * case that failed is in its message; `fc.assert(…, { seed })` repeats it.
 */
if (process.env.CI === 'true') {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: 20_240_508 })
}

export {}
