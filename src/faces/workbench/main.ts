/** The workbench's first file: opens the page with the published appendix of 2020 in it. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Bench } from '#faces/workbench/bench';
import { download } from '#faces/workbench/page';
import { appendix2020 } from '#faces/workbench/sample';
import { WorkbenchPage } from './WorkbenchPage';

const bench = new Bench({ download });
const element = document.querySelector('#bench');
if (element === null) throw new Error('The page has no place for the workbench');
createRoot(element).render(createElement(WorkbenchPage, { bench }));
await bench.open([appendix2020]);
