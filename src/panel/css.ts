/** The panel's class names, kept apart from those of the page around it. */
import classes from './panel.module.css';

/** @param names as `panel.module.css` has them; empty ones are left out */
export function css(...names: readonly string[]): string {
  return names.filter((name) => name !== '').map((name) => classes[name] ?? name).join(' ');
}
