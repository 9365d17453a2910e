/**
 * The grid of a workbook on the page: Univer by its core preset, without the parts that would change what the patcher cannot save.
 *
 * It is heavy, and loaded after the panel stands.
 */
import { ICommandService, LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer, UniverInstanceType, type ILanguagePack, type PluginCtor } from '@univerjs/core';
import * as core from '@univerjs/preset-sheets-core';
import '@univerjs/preset-sheets-core/lib/index.css';
import { bookData } from '#adapters/browser/grid/book-data';
import { onlyContent } from '#adapters/browser/grid/commands';
import { compareEachCell } from '#adapters/browser/grid/comparing';
import { GridView } from '#adapters/browser/grid/grid-view';
import { registerFunctions, type FunctionDescription } from '#adapters/browser/grid/htx-functions';
import { readAndShow } from '#adapters/browser/grid/notation';
import { pasteContents } from '#adapters/browser/grid/paste';
import { columnsOf, widthOfTable } from '#adapters/browser/grid/sizes';
import type { OpenBook } from '#adapters/browser/open-book';
import { functionsEn } from '#words/functions-en';
import { functionsVi } from '#words/functions-vi';

export interface GridPage {
  readonly element: HTMLElement;
  readonly language: 'vi' | 'en';
  readonly dark: boolean;
  readonly functions: Readonly<Record<'vi' | 'en', readonly FunctionDescription[]>>;
  /** Told when the user asks for something that is not kept in the file. */
  readonly onRefused: () => void;
}

export interface OpenGrid {
  readonly close: () => void;
}

const LOCALES = { vi: LocaleType.VI_VN, en: LocaleType.EN_US };
const UNIT = 'book';

/** The package's own types leave it out. */
const { UniverSheetsCorePreset } = core as unknown as { readonly UniverSheetsCorePreset: (options: object) => { readonly plugins: readonly (PluginCtor | readonly [PluginCtor, unknown])[] } };

export async function openGrid(book: OpenBook, { element, language, dark, functions, onRefused }: GridPage): Promise<OpenGrid> {
  const locale = LOCALES[language];
  const univer = new Univer({ locale, locales: { [locale]: await textsOf(language) }, logLevel: LogLevel.ERROR, darkMode: dark });
  const preset = UniverSheetsCorePreset({
    container: element, header: true, toolbar: false, contextMenu: false, disableAutoFocus: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true, addSheetButtonConfig: { show: false } },
    sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: false },
    disableTextFormatAlert: true, disableTextFormatMark: true,
  });
  for (const entry of preset.plugins) {
    const [plugin, options] = typeof entry === 'function' ? [entry, undefined] : entry;
    univer.registerPlugin(plugin, options);
  }
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, bookData(book, UNIT, locale));
  compareEachCell();
  const injector = univer.__getInjector();
  const texts = language === 'en' ? functionsEn : functionsVi;
  registerFunctions(injector, () => texts, functions[language]);
  const refusing = onlyContent(injector.get(ICommandService), onRefused);
  const pasting = pasteContents(injector, book, UNIT, () => language);
  const reading = readAndShow(injector, () => language);
  // Before that, commands miss parts of it; what the panel writes meanwhile is put in afterwards.
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const view = new GridView(univer, book, UNIT, () => { repaint(univer); });
  fit(univer, book, element.clientWidth);
  return {
    close: () => {
      view.close();
      refusing.dispose();
      pasting.dispose();
      for (const stop of reading) stop();
      univer.dispose();
    },
  };
}

async function textsOf(language: 'vi' | 'en'): Promise<ILanguagePack> {
  const part = language === 'en' ? await import('@univerjs/preset-sheets-core/locales/en-US') : await import('@univerjs/preset-sheets-core/locales/vi-VN');
  return part.default;
}

/** Smaller is not read. */
const LEAST_ZOOM = 0.75;
/** Numbers of rows, and the bar at the right. */
const BESIDE = 64;

/** A table that is a little wider than there is room is made smaller. */
function fit(univer: Univer, book: OpenBook, room: number): void {
  const grid = book.grid(book.selected.value.sheet);
  const width = widthOfTable(grid, columnsOf(grid, book.lookOf(book.selected.value.sheet).look)) + BESIDE;
  if (room === 0 || width <= room) return;
  const zoomRatio = Math.max(LEAST_ZOOM, Math.floor((room / width) * 100) / 100);
  void univer.__getInjector().get(ICommandService).executeCommand(core.SetZoomRatioCommand.id, { unitId: UNIT, subUnitId: book.selected.value.sheet, zoomRatio });
}

/** What is painted over cells is asked for anew. */
function repaint(univer: Univer): void {
  const render = univer.__getInjector().get(core.IRenderManagerService).getRenderById(UNIT);
  if (render === null || render === undefined) return;
  render.with(core.SheetSkeletonManagerService).reCalculate();
  for (const component of render.components.values()) component.makeDirty();
}
