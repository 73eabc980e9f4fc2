/** Does something once the page has been drawn so many times: when what was done shows, and a dialog has given the keyboard back. */
export function afterFrames(count: number, then: () => void): void {
  requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, then) : then()));
}
