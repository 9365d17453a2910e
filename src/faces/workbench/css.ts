/** The workbench's class names, kept apart from the panel's and the grid's. */
import classes from './bench.module.css';

/** @param name as `bench.module.css` has it, without its prefix */
export function css(name: string): string {
  return classes[`wb-${name}`] ?? `wb-${name}`;
}
