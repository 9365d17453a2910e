/**
 * The panel's door: it is fetched when somebody can see it, so that a calculation with the panel closed waits for none of it.
 *
 * One page serves functions, commands and panel, and Excel keeps it hidden until the panel is opened.
 */

/** A page that Excel keeps in the background is hidden, or has no room. */
function isSeen(): boolean {
  return document.visibilityState !== 'hidden' && innerWidth > 0 && innerHeight > 0;
}

const SIGNS = ['visibilitychange', 'resize', 'focus', 'pageshow'] as const;

function open(): void {
  if (!isSeen()) return;
  for (const sign of SIGNS) removeEventListener(sign, open, true);
  void import(/* webpackChunkName: "panel" */ '#faces/taskpane/main');
}

for (const sign of SIGNS) addEventListener(sign, open, true);
open();
