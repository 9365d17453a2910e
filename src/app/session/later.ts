/** The page's own timer. */

/** Calls back after so many milliseconds; gives the way to call it off. */
export function later(milliseconds: number, action: () => void): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
