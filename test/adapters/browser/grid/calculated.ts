/** The grid's own formula engine without its page: what its formulas give. */
import { ICommandService, LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer, UniverInstanceType, type IWorkbookData, type Workbook } from '@univerjs/core';
import { SetFormulaCalculationResultMutation, SetFormulaCalculationStartMutation, UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { bookData } from '#adapters/browser/grid/book-data';
import { compareEachCell } from '#adapters/browser/grid/comparing';
import { registerFunctions } from '#adapters/browser/grid/htx-functions';
import { OpenBook } from '#adapters/browser/open-book';
import type { Grid } from '#core/table/grid';
import { functionsVi } from '#words/functions-vi';

const UNIT = 'book';

/** By workbook, sheet, row and column. */
type By<Item> = Readonly<Record<string, Item | null>>;
type Results = By<By<By<By<{ readonly v?: unknown }>>>>;

/** By row and column, counted from 0: the result of each formula of a sheet, as the engine gives it. */
export async function calculated(grid: Grid): Promise<ReadonlyMap<string, unknown>> {
  const [found = new Map<string, unknown>()] = await calculatedSheets([grid]);
  return found;
}

/** The same of the sheets of one workbook. */
export async function calculatedSheets(grids: readonly Grid[]): Promise<readonly ReadonlyMap<string, unknown>[]> {
  const univer = new Univer({ locale: LocaleType.VI_VN, locales: {}, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, bookData(new OpenBook(grids.map((grid) => ({ grid, hidden: false }))), UNIT, LocaleType.VI_VN));
  const injector = univer.__getInjector();
  injector.get(LifecycleService).stage = LifecycleStages.Rendered;
  compareEachCell();
  registerFunctions(injector, () => functionsVi, []);
  const commands = injector.get(ICommandService);
  const found = grids.map(() => new Map<string, unknown>());
  const done = new Promise<void>((resolve) => {
    commands.onCommandExecuted(({ id, params }) => {
      if (id !== SetFormulaCalculationResultMutation.id) return;
      const { unitData } = params as { readonly unitData: Results };
      for (const [i, own] of found.entries()) take(unitData[UNIT]?.[`s${i + 1}`] ?? {}, own);
      resolve();
    });
  });
  await commands.executeCommand(SetFormulaCalculationStartMutation.id, { commands: [], forceCalculation: true }, { onlyLocal: true });
  await done;
  univer.dispose();
  return found;
}

function take(results: By<By<{ readonly v?: unknown }>>, found: Map<string, unknown>): void {
  for (const [row, cells] of Object.entries(results)) for (const [column, cell] of Object.entries(cells ?? {})) found.set(`${row},${column}`, cell?.v);
}
