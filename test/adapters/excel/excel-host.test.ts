import { excelStage, VERSIONS } from '#test/adapters/excel/stage';
import { describeHost } from '#test/hosts/contract';

for (const version of VERSIONS) describeHost(`Excel with ExcelApi 1.${version}`, (grids) => excelStage(grids, version));
