/** What guard.js leaves on the page. */
interface PhulucGuard {
  /** The browser lacks what the panel is written in, and that is said already. */
  readonly isOld: boolean;
  /** The panel is there, or says itself what is wrong. */
  readonly done: () => void;
  /** Whether the frame's button was pressed, and nothing was said since that takes its place. */
  readonly isPressed: () => boolean;
  readonly say: (what: 'old' | 'silent' | 'outside' | 'broken') => void;
}

// eslint-disable-next-line no-var -- a global of the page, which only `var` declares
declare var phulucGuard: PhulucGuard;
