/** The workbench's first file: opens what was worked on last, else the published appendix of 2020. */
import { later } from '#app/session/later';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { KeptWork } from '#adapters/browser/kept-work';
import { Bench } from '#faces/workbench/bench';
import { Keeper } from '#faces/workbench/keeper';
import { askBeforeLeaving, download, keepForOffline, kept } from '#faces/workbench/page';
import { ownerOf } from '#faces/workbench/owner';
import { appendix2020 } from '#faces/workbench/sample';
import { LANGUAGE } from '#faces/workbench/stage';
import { allTexts } from '#faces/workbench/texts';
import { WorkbenchPage } from './WorkbenchPage';

const bench = new Bench({ download, texts: () => allTexts(kept(LANGUAGE) === 'en' ? 'en' : 'vi') });
const element = document.querySelector('#bench');
if (element === null) throw new Error('The page has no place for the workbench');
createRoot(element).render(createElement(WorkbenchPage, { bench, loadGrid: () => import(/* webpackChunkName: "grid" */ '#adapters/browser/grid/open-grid') }));
askBeforeLeaving(() => bench.isDirty);

const { owner, isGone } = await ownerOf();
const keeper = new Keeper({ work: new KeptWork(indexedDB), bench, owner, isGone, later });
const restored = await keeper.restore();
if (restored === 0) await bench.open([appendix2020]);
else bench.say({ is: 'restored', count: restored });
keeper.begin();
keepForOffline();
