/**
 * Shows the product at work: builds what is older than its sources, prints a check of the 2020 appendix, and serves the workbench until Ctrl+C.
 *
 * Usage: npm start   (PORT=8080 npm start takes that port; PHULUC_NO_BROWSER=1 npm start opens no browser)
 * Ends with 0 after Ctrl+C; with 2 where it cannot be built or served.
 */
import { spawnSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './open-browser.mjs';
import { serveWorkbench } from './serve-workbench.mjs';
import { isStale } from './stale.mjs';

const root = path.dirname(import.meta.dirname);
const cli = 'dist/cli/phuluc.cjs';
const built = [cli, 'dist/workbench/index.html'];
const sample = 'test/fixtures/phu-luc-2020.xlsx';
/** What a terminal of 24 lines has room for. */
const SHOWN = 9;
const WIDEST = 110;

process.exitCode = build() || show() || (await serve());

function build() {
  if (!isStale(built)) return 0;
  console.log('Đang dựng (lần đầu, và sau khi mã nguồn đổi)…');
  const { status, error } = spawnSync(process.execPath, ['node_modules/webpack-cli/bin/cli.js', 'build', '--config-name', 'cli', '--config-name', 'workbench', '--mode', 'production'], { cwd: root, stdio: 'inherit' });
  if (error !== undefined) console.error(`Cannot build: ${error.message}`);
  if (status !== 0) return 2;
  // A file that came out the same is not written again, and would look old for ever.
  for (const file of built) utimesSync(path.join(root, file), new Date(), new Date());
  return 0;
}

/** The worst of what the appendix holds, on one screen. */
function show() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'check', sample, '--format', 'json'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  // 1 says that something was found: that is what this shows.
  if (status !== 0 && status !== 1) {
    console.error(stderr);
    return 2;
  }
  const { files, summary } = JSON.parse(stdout);
  const diagnoses = files.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.diagnoses));
  console.log(`Phụ lục năm 2020 đã công bố: ${summary.errors} lỗi, ${summary.warnings} cảnh báo, ${summary.notes} ghi chú, ${summary.unchecked} chỗ chưa kiểm được`);
  for (const { cells, what } of diagnoses.slice(0, SHOWN)) console.log(`  ${cells[0].cell.padEnd(5)}${cut(what)}`);
  if (diagnoses.length > SHOWN) console.log(`  … và ${diagnoses.length - SHOWN} chỗ nữa. Xem đủ: npx phuluc check ${sample}`);
  return 0;
}

function cut(text) {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

async function serve() {
  let server;
  try {
    server = await serveWorkbench(path.join(root, 'dist/workbench'), process.env.PORT || undefined);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Cổng ${process.env.PORT} đang có chương trình khác dùng. Chọn cổng khác: PORT=0 npm start` : `Cannot serve the workbench: ${error.message}`);
    return 2;
  }
  const { url, close } = server;
  return new Promise((resolve) => {
    const end = () => { void close().then(() => { resolve(0); }); };
    // Before the page is said to be there: whoever reads that it serves may end it at once.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
    invite(url);
  });
}

function invite(url) {
  console.log(`\nBàn làm việc: ${url}`);
  console.log(openBrowser(url) ? '  Trình duyệt đang mở trang này.' : '  Mở địa chỉ trên trong trình duyệt của máy này.');
  console.log('  1. Bấm một mục trong danh sách lỗi để đến ô sai. 2. Bấm Áp dụng, hoặc sửa ô trong bảng. 3. Bấm Lưu .xlsx.');
  console.log('  Kiểm tra tệp của bạn: kéo tệp hoặc thư mục vào trang. Số liệu không rời khỏi máy này.');
  console.log('  Ctrl+C để dừng.');
}
