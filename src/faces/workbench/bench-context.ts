/** What every part of the workbench's page stands on. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { NamedBytes } from '#adapters/browser/page-files';
import type { Bench, BenchState } from '#faces/workbench/bench';
import type { FolderCheck } from '#faces/workbench/folder';
import type { GridPhase } from '#faces/workbench/stage';
import type { BenchTexts } from '#words/bench-texts';
import type { Texts } from '#words/texts';

export interface BenchTools {
  readonly bench: Bench;
  readonly language: 'vi' | 'en';
  readonly texts: BenchTexts;
  /** Of the check and its files; null until they are loaded. */
  readonly all: Texts | null;
  readonly grid: GridPhase;
  readonly retryGrid: () => void;
  readonly tryIt: () => void;
  readonly folder: FolderCheck;
  /** Opens files; of a folder, lists what a check of them gives. */
  readonly take: (files: readonly NamedBytes[], isFolder: boolean) => void;
}

export const BenchContext = createContext<BenchTools | null>(null);

export function useBench(): BenchTools & { readonly state: BenchState } {
  const tools = useContext(BenchContext);
  if (tools === null) throw new Error('Cannot render a part of the workbench outside of it');
  const state = useSyncExternalStore(tools.bench.subscribe, tools.bench.state);
  return { ...tools, state };
}
