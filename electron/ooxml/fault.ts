/** Why an Office file is not read. All texts are for the person in front of it. */
export class OfficeFault extends Error {
  readonly code: 'notText' | 'tooLarge'
  /** What to do, in Chinese. */
  readonly next: string
  constructor(code: 'notText' | 'tooLarge', message: string, next: string) {
    super(message)
    this.name = 'OfficeFault'
    this.code = code
    this.next = next
  }
}

/** What a reader says of its own kind of file; `what` says where, or how it is too large. */
export interface Faults {
  /** The file is broken. */
  readonly damaged: (what: string) => OfficeFault
  /** It would grow beyond what can be needed of it. */
  readonly oversized: (what: string) => OfficeFault
  /** It is another kind of file. */
  readonly otherFile: (what: string) => OfficeFault
}
