/**
 * The two things the domain takes from any JavaScript machine (page, Node, Electron).
 * Declared here because `shared` is compiled without the libraries of Node and of the DOM.
 */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }
